// SPDX-License-Identifier: MIT
// Letters follow the keyboard's layout, digits the digit row, symbols what is typed.
#include "app/keyboard.hpp"

#include <GLFW/glfw3.h>

#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace fogline::app {
namespace {

constexpr std::array<std::pair<int, const char*>, 14> named{{{GLFW_KEY_SPACE, "Space"},
                                                             {GLFW_KEY_LEFT, "Left"},
                                                             {GLFW_KEY_RIGHT, "Right"},
                                                             {GLFW_KEY_UP, "Up"},
                                                             {GLFW_KEY_DOWN, "Down"},
                                                             {GLFW_KEY_HOME, "Home"},
                                                             {GLFW_KEY_END, "End"},
                                                             {GLFW_KEY_DELETE, "Delete"},
                                                             {GLFW_KEY_ESCAPE, "Escape"},
                                                             {GLFW_KEY_ENTER, "Enter"},
                                                             {GLFW_KEY_KP_ENTER, "Enter"},
                                                             {GLFW_KEY_TAB, "Tab"},
                                                             {GLFW_KEY_PAGE_UP, "PageUp"},
                                                             {GLFW_KEY_PAGE_DOWN, "PageDown"}}};

std::string name_of(int key, int scancode) {
  for (const auto& [code, name] : named)
    if (code == key) return name;
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F25) return "F" + std::to_string(key - GLFW_KEY_F1 + 1);
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return {static_cast<char>('0' + key - GLFW_KEY_0)};
  if (key == GLFW_KEY_KP_ADD) return "+";
  if (key == GLFW_KEY_KP_SUBTRACT) return "-";
  const char* printed = glfwGetKeyName(key, scancode);
  return printed != nullptr ? printed : "";
}

bool is_ascii_symbol(const std::string& name) {
  return name.size() == 1 && std::ispunct(static_cast<unsigned char>(name[0])) != 0;
}

}  // namespace

std::optional<gui::KeyEvent> key_event(int key, int scancode, int action, int modifiers) {
  const std::string name = name_of(key, scancode);
  const bool ctrl = (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
  if (name.empty() || (is_ascii_symbol(name) && !ctrl)) return std::nullopt;
  return gui::KeyEvent{.key = name,
                       .ctrl = ctrl,
                       .shift = (modifiers & GLFW_MOD_SHIFT) != 0,
                       .alt = (modifiers & GLFW_MOD_ALT) != 0,
                       .typed = is_ascii_symbol(name),
                       .repeated = action == GLFW_REPEAT,
                       .released = action == GLFW_RELEASE};
}

std::optional<gui::KeyEvent> symbol_event(unsigned codepoint) {
  if (codepoint >= 128 || std::ispunct(static_cast<int>(codepoint)) == 0) return std::nullopt;
  return gui::KeyEvent{.key = std::string(1, static_cast<char>(codepoint)), .typed = true};
}

}  // namespace fogline::app
