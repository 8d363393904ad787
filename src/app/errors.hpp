// SPDX-License-Identifier: MIT
// What the program's exit codes mean, and the exception that stands for the machine's part of them.
#pragma once

#include <stdexcept>

namespace fogline::app {

enum ExitCode { done = 0, check_failed = 1, users_mistake = 2, machines_fault = 3 };

// No OpenGL, no display, disk full: nothing the user wrote was wrong. A user's mistake is a
// std::invalid_argument.
struct MachineError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What was to be checked is not so; the sentence says how much of it.
struct CheckFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace fogline::app
