// SPDX-License-Identifier: MIT
// The arithmetic of the window's layout.
#include "gui/panels/regions.hpp"

#include <algorithm>
#include <cmath>

#include "gui/theme.hpp"

namespace fogline::gui {
namespace {

constexpr float narrow = 1200, narrower = 1040;  // widths at scale 1
constexpr float status_height = 30;

}  // namespace

Regions lay_out(ImVec2 window, float scale, const Folds& folds) {
  const float width = window.x / scale;
  Regions r;
  r.right_hidden = width < narrow;
  r.left_rail = width < narrower;
  const float top = std::min(layout::menu * scale, window.y);
  const float bottom = std::max(top, window.y - layout::transport * scale);
  const float left_panel = std::round(std::clamp(0.18f * width, 240.f, layout::left) * scale);
  const float right_panel = std::round(std::clamp(0.22f * width, 288.f, layout::right) * scale);
  const float left_wanted = r.left_rail ? layout::rail * scale : folds.left ? left_panel : 0;
  const float left_taken = std::min(left_wanted, window.x);
  const float right_taken = !r.right_hidden && folds.right ? right_panel : 0;
  const float right_edge = std::max(left_taken, window.x - right_taken);

  r.menu = {{0, 0}, {window.x, top}};
  r.transport = {{0, bottom}, window};
  const bool left_out = r.left_rail && folds.left_drawer,
             right_out = r.right_hidden && folds.right_drawer;
  r.left = {{0, top}, {left_out ? std::min(left_panel, window.x) : left_taken, bottom}};
  r.right = {{right_out ? std::max(0.f, window.x - right_panel) : right_edge, top},
             {window.x, bottom}};
  const float status_top = std::max(top, bottom - status_height * scale);
  r.terrain = {{left_taken, top}, {right_edge, status_top}};
  r.status = {{r.left.max.x, status_top}, {std::max(r.left.max.x, r.right.min.x), bottom}};
  return r;
}

}  // namespace fogline::gui
