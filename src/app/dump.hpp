// SPDX-License-Identifier: MIT
// What end-to-end tests ask of the window: where everything stands and what the session is, after
// each frame.
#pragma once

#include <string>

#include "gui/panels/workbench.hpp"
#include "gui/ui.hpp"

namespace fogline::app {

struct FrameReport {
  long frame = 0;
  int keys_down = 0;
  bool idle = false;  // the program sleeps next
};

// JSON; its keys are described in tests/app/e2e/window.py, which reads it.
std::string dump_text(const gui::Ui& ui, const gui::Workbench& bench, const FrameReport& report);

}  // namespace fogline::app
