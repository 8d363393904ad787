// SPDX-License-Identifier: MIT
// Key presses as the window reports them, in the words of the key table.
#pragma once

#include <optional>

#include "gui/keys.hpp"

namespace fogline::app {

// From GLFW's key callback. Nothing for modifiers alone and for what arrives as a
// typed character.
std::optional<gui::KeyEvent> key_event(int key, int scancode, int action, int modifiers);
// From GLFW's character callback: symbols only, wherever the layout puts them.
std::optional<gui::KeyEvent> symbol_event(unsigned codepoint);

}  // namespace fogline::app
