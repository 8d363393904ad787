// SPDX-License-Identifier: MIT
// The program.
#include "app/command_line.hpp"

int main(int argc, char** argv) { return fogline::app::command_line(argc, argv); }
