// SPDX-License-Identifier: MIT
// Choosing a file to open or to save inside the window.
#pragma once

#include <filesystem>
#include <optional>

#include "gui/file_choice.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Draws the dialog while it is open. Returns the chosen path once; in save mode an existing file is
// returned only after the question. Noted under "file/".
std::optional<std::filesystem::path> draw_file_dialog(Ui& ui, FileDialog& dialog);

}  // namespace fogline::gui
