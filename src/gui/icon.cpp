// SPDX-License-Identifier: MIT
// Draws each sign on a 16 x 16 grid whose origin is its centre.
#include "gui/icon.hpp"

#include <algorithm>
#include <initializer_list>
#include <numbers>

namespace fogline::gui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

struct Pen {
  ImDrawList& list;
  ImVec2 centre;
  float unit;  // pixels of one sixteenth
  ImU32 colour;

  ImVec2 at(float x, float y) const { return {centre.x + x * unit, centre.y + y * unit}; }
  float width() const { return std::max(1.f, 1.5f * unit); }

  void lines(std::initializer_list<ImVec2> points, bool closed = false) const {
    for (const ImVec2& p : points) list.PathLineTo(at(p.x, p.y));
    list.PathStroke(colour, closed ? ImDrawFlags_Closed : 0, width());
  }
  void triangle(float tip, float base) const {  // pointing along x
    list.AddTriangleFilled(at(base, -5.5f), at(tip, 0), at(base, 5.5f), colour);
  }
  void bar(float x0, float y0, float x1, float y1) const {
    list.AddRectFilled(at(x0, y0), at(x1, y1), colour, unit * 0.5f);
  }
  void arc(float x, float y, float radius, float from, float to) const {
    list.PathArcTo(at(x, y), radius * unit, from, to, 20);
    list.PathStroke(colour, 0, width());
  }
  void dot(float x, float y, float radius) const {
    list.AddCircleFilled(at(x, y), radius * unit, colour);
  }
};

void draw_transport(const Pen& pen, Icon icon) {
  const float sign = icon == Icon::step_back || icon == Icon::to_start ? -1.f : 1.f;
  switch (icon) {
    case Icon::play:
      pen.triangle(6, -4);
      break;
    case Icon::pause:
      pen.bar(-4.5f, -5.5f, -1.5f, 5.5f);
      pen.bar(1.5f, -5.5f, 4.5f, 5.5f);
      break;
    case Icon::step:
    case Icon::step_back:
      if (sign > 0) {
        pen.bar(-5, -5, -3, 5);
        pen.triangle(6, -1);
      } else {
        pen.bar(3, -5, 5, 5);
        pen.triangle(-6, 1);
      }
      break;
    default:  // to_start, to_end
      if (sign > 0) {
        pen.triangle(4, -5);
        pen.bar(4, -5, 6, 5);
      } else {
        pen.triangle(-4, 5);
        pen.bar(-6, -5, -4, 5);
      }
  }
}

void draw_replay(const Pen& pen) {
  pen.arc(0, 0.5f, 5, -0.25f * pi, 1.45f * pi);
  pen.lines({{0.2f, -7.4f}, {3.4f, -4.4f}, {0.2f, -1.6f}});
}

void draw_eye(const Pen& pen, bool off) {
  pen.arc(0, 5.5f, 9, 1.27f * pi, 1.73f * pi);
  pen.arc(0, -5.5f, 9, 0.27f * pi, 0.73f * pi);
  pen.dot(0, 0, 2.2f);
  if (off) pen.lines({{-5.5f, 5.5f}, {5.5f, -5.5f}});
}

void draw_folder(const Pen& pen) {
  pen.lines({{-6, 5}, {-6, -5}, {-1.5f, -5}, {0, -3}, {6, -3}, {6, 5}}, true);
}

void draw_file(const Pen& pen) {
  pen.lines({{-4.5f, 6}, {-4.5f, -6}, {1, -6}, {4.5f, -2.5f}, {4.5f, 6}}, true);
  pen.lines({{1, -6}, {1, -2.5f}, {4.5f, -2.5f}});
}

void draw_duplicate(const Pen& pen) {
  pen.lines({{-2, -2}, {6, -2}, {6, 6}, {-2, 6}}, true);
  pen.lines({{-5, 2}, {-6, 2}, {-6, -6}, {2, -6}, {2, -5}});
}

void draw_search(const Pen& pen) {
  pen.list.AddCircle(pen.at(-1, -1), 4.5f * pen.unit, pen.colour, 20, pen.width());
  pen.lines({{2.2f, 2.2f}, {6, 6}});
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  const Pen pen{list, centre, size / 16, colour};
  switch (icon) {
    case Icon::plus:
      pen.lines({{-5, 0}, {5, 0}});
      pen.lines({{0, -5}, {0, 5}});
      break;
    case Icon::minus:
      pen.lines({{-5, 0}, {5, 0}});
      break;
    case Icon::cross:
      pen.lines({{-4, -4}, {4, 4}});
      pen.lines({{-4, 4}, {4, -4}});
      break;
    case Icon::check:
      pen.lines({{-5, 0.5f}, {-1.5f, 4}, {5, -3.5f}});
      break;
    case Icon::chevron_down:
      pen.lines({{-4, -2}, {0, 2}, {4, -2}});
      break;
    case Icon::chevron_right:
      pen.lines({{-2, -4}, {2, 0}, {-2, 4}});
      break;
    case Icon::chevron_left:
      pen.lines({{2, -4}, {-2, 0}, {2, 4}});
      break;
    case Icon::up:
      pen.lines({{0, 5.5f}, {0, -5}});
      pen.lines({{-4.5f, -1}, {0, -5.5f}, {4.5f, -1}});
      break;
    case Icon::arrow:
      pen.lines({{-5, 0}, {4.5f, 0}});
      pen.lines({{1, -4}, {5, 0}, {1, 4}});
      break;
    case Icon::eye:
      draw_eye(pen, false);
      break;
    case Icon::eye_off:
      draw_eye(pen, true);
      break;
    case Icon::replay:
      draw_replay(pen);
      break;
    case Icon::duplicate:
      draw_duplicate(pen);
      break;
    case Icon::dots:
      for (float x : {-5.f, 0.f, 5.f}) pen.dot(x, 0, 1.4f);
      break;
    case Icon::search:
      draw_search(pen);
      break;
    case Icon::folder:
      draw_folder(pen);
      break;
    case Icon::file:
      draw_file(pen);
      break;
    case Icon::home:
      pen.lines({{-5, 6}, {-5, -1}, {0, -6}, {5, -1}, {5, 6}}, true);
      break;
    default:
      draw_transport(pen, icon);
  }
}

}  // namespace fogline::gui
