// SPDX-License-Identifier: MIT
// What the words after `fogline` mean.
#pragma once

#include <string>

namespace fogline::app {

struct WindowOptions {
  std::string session;  // empty: what was open last, or the first session
  std::string theme;    // dark, light, or empty: as last time
  double scale = 0;     // of the interface; 0: the screen's
  bool ready = false;   // prints READY after the first frame
  std::string dump;  // a file to which each changed frame's items and state are written, for tests
};

// Parses, runs and returns the exit code; errors are one line on standard error.
int command_line(int argc, char** argv);

// Opens the window; returns when it is closed.
void open_window(const WindowOptions& options);

}  // namespace fogline::app
