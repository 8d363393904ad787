// SPDX-License-Identifier: MIT
// Granting what the interface wishes for: files, clipboard and the machine.
#pragma once

#include <filesystem>
#include <functional>

#include "gui/panels/workbench.hpp"

namespace fogline::app {

// What granting a wish needs of the window.
struct Machine {
  std::function<void(const std::string&)> set_clipboard;
  std::function<std::string()> clipboard;
  std::function<void()> toggle_full_screen, toggle_theme, quit;
  std::function<void(float)> change_scale;                    // by quarters
  std::function<std::vector<unsigned char>()> picture;        // PNG of the terrain
  std::function<std::vector<unsigned char>()> curve_picture;  // PNG of the curves
};

// Grants all wishes in order. A failure becomes a notice and leaves the session as it was; the
// wishes behind it are dropped, so that nothing is lost after a save that failed.
void grant_wishes(gui::Workbench& bench, const Machine& machine);

// Throws std::invalid_argument, naming the file and what is wrong with it.
Session read_session(const std::filesystem::path& file);
// Puts the session read from `file` into the workbench; "-" (standard input) names no file.
void show_session(gui::Workbench& bench, Session session, const std::filesystem::path& file);
// Both; changes nothing when it throws.
void open_session(gui::Workbench& bench, const std::filesystem::path& file);

}  // namespace fogline::app
