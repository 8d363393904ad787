// SPDX-License-Identifier: MIT
// Runs the interface without window and GPU: an ImGui context with its font atlas built, and a
// pointer and a keyboard that tests move. One change of input goes into one frame, as newer ImGui
// versions queue them anyway.
#pragma once

#include <imgui.h>

#include <functional>
#include <string>
#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui::test {

class Harness {
 public:
  // `panel` draws into a window of `width` x 860 pixels at (0, 0).
  explicit Harness(std::function<void(Ui&)> panel, float width = 400, float scale = 1);
  ~Harness();
  Harness(const Harness&) = delete;
  Harness& operator=(const Harness&) = delete;

  Ui ui;

  void frame();
  void frames(int count);

  void move(ImVec2 point);
  void button(int which, bool down);
  void key(ImGuiKey key, bool down);
  void ctrl(bool down);
  void shift(bool down);

  // Each fails the test if nothing visible has that path.
  ImVec2 place(std::string_view path);
  void click(std::string_view path);
  void right_click(std::string_view path);
  void press_at(std::string_view path);  // moves there and holds the left button
  void drag(std::string_view path, float dx, int steps = 8);  // from its middle, then releases
  void press(ImGuiKey key);
  void type(std::string_view text);  // replaces what the open field holds

  bool has(std::string_view path) const;

 private:
  std::function<void(Ui&)> panel_;
  ImGuiContext* context_;
  float width_;
  ImVec2 pointer_{-100, -100};
};

}  // namespace fogline::gui::test
