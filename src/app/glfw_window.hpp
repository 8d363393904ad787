// SPDX-License-Identifier: MIT
// The window and what happened to it since the last frame.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <vector>

#include "gui/keys.hpp"

struct GLFWwindow;

namespace fogline::app {

struct WindowEvents {
  std::vector<gui::KeyEvent> keys;
  std::vector<std::filesystem::path> dropped;
  bool any = false;  // something happened at all
  bool scale_changed = false;
};

// An OpenGL 3.3 core window, current on the thread that made it.
class GlfwWindow {
 public:
  // Throws MachineError, in one sentence with the remedy, when there is no display or no
  // OpenGL 3.3.
  GlfwWindow(int width, int height);
  ~GlfwWindow();
  GlfwWindow(const GlfwWindow&) = delete;
  GlfwWindow& operator=(const GlfwWindow&) = delete;

  GLFWwindow* handle() const { return window_; }
  // What happened since the last call.
  WindowEvents take_events();
  bool has_events() const { return events_.any; }
  int keys_down() const { return static_cast<int>(keys_down_.size()); }
  float content_scale() const;  // 1 where the screen says nothing sensible
  void toggle_full_screen();

 private:
  struct Callbacks;

  GLFWwindow* window_ = nullptr;
  WindowEvents events_;
  std::set<int> keys_down_;
  int x_ = 0, y_ = 0, width_ = 0, height_ = 0;  // before full screen
};

}  // namespace fogline::app
