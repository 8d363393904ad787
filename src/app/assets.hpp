// SPDX-License-Identifier: MIT
// Finds the files that come with the program.
#pragma once

#include "gui/panels/frame.hpp"

namespace fogline::app {

// The folder "assets": $FOGLINE_ASSETS, beside the program (installed: ../share/fogline), or in the
// source tree. Throws MachineError when there is none.
std::filesystem::path assets_folder();

// The colour maps by name. Throws MachineError when one is missing or damaged.
gui::Palettes load_palettes();

}  // namespace fogline::app
