// SPDX-License-Identifier: MIT
// Draws the racers' marks and the terrain's signs.
#include "gui/mark.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr ImU32 neutral = rgb(0xFFFFFF);

// Appends the corners of a regular polygon, the first at `angle` (0 is to the right, y downwards).
void regular(ImDrawList& list, ImVec2 centre, float radius, int corners, float angle) {
  for (int i = 0; i < corners; ++i) {
    const float a = angle + 2 * pi * static_cast<float>(i) / static_cast<float>(corners);
    list.PathLineTo({centre.x + radius * std::cos(a), centre.y + radius * std::sin(a)});
  }
}

void star_outline(ImDrawList& list, ImVec2 centre, float radius) {
  for (int i = 0; i < 10; ++i) {
    const float a = -pi / 2 + pi * static_cast<float>(i) / 5;
    const float r = i % 2 == 0 ? radius : radius * 0.5f;
    list.PathLineTo({centre.x + r * std::cos(a), centre.y + r * std::sin(a)});
  }
}

// The star is not convex: a pentagon and five rays.
void fill_star(ImDrawList& list, ImVec2 centre, float radius, ImU32 colour) {
  const auto point = [&](int i, float r) {
    const float a = -pi / 2 + pi * static_cast<float>(i) / 5;
    return ImVec2{centre.x + r * std::cos(a), centre.y + r * std::sin(a)};
  };
  for (int i = 0; i < 10; i += 2)
    list.AddTriangleFilled(point(i, radius), point(i + 1, radius * 0.52f),
                           point(i + 9, radius * 0.52f), colour);
  regular(list, centre, radius * 0.53f, 5, pi / 2);
  list.PathFillConvex(colour);
}

// Builds the outline of a shape as the draw list's path.
void outline(ImDrawList& list, ImVec2 c, float r, int shape) {
  switch (shape) {
    case 0:
      list.PathArcTo(c, r, 0, 2 * pi * 31 / 32, 31);
      break;
    case 1:
      regular(list, {c.x, c.y + 0.15f * r}, 1.25f * r, 3, -pi / 2);
      break;
    case 2:
      regular(list, c, 1.27f * r, 4, -pi / 4);
      break;
    case 3:
      regular(list, {c.x, c.y + 0.05f * r}, 1.15f * r, 5, -pi / 2);
      break;
    case 4:
      regular(list, {c.x, c.y - 0.15f * r}, 1.25f * r, 3, pi / 2);
      break;
    case 5:
      regular(list, c, 1.12f * r, 6, 0);
      break;
    case 6:
      star_outline(list, c, 1.35f * r);
      break;
    default:
      list.PathArcTo({c.x, c.y + 0.45f * r}, 1.15f * r, pi, 2 * pi, 20);
      break;
  }
}

}  // namespace

void draw_mark(ImDrawList& list, ImVec2 centre, float radius, int mark, float alpha) {
  const int index = std::max(mark, 0), shape = index % mark_shapes;
  const ImU32 colour = faded(racer_colour(index), alpha);
  if (index >= mark_shapes) {
    const float width = std::max(1.5f, radius * 0.28f);
    outline(list, centre, radius - width / 2, shape);
    list.PathStroke(colour, ImDrawFlags_Closed, width);
  } else if (shape == 6) {
    fill_star(list, centre, 1.35f * radius, colour);
  } else {
    outline(list, centre, radius, shape);
    list.PathFillConvex(colour);
  }
}

void draw_table_mark(const Ui& ui, ImDrawList& list, ImVec2 centre, int mark, float alpha) {
  list.AddCircleFilled(centre, px(ui, 11), faded(curve_plate, alpha), 32);
  draw_mark(list, centre, px(ui, 6.5f), mark, alpha);
}

void draw_diamond(const Ui& ui, ImDrawList& list, ImVec2 centre, ImU32 colour) {
  regular(list, centre, px(ui, 6), 4, 0);
  list.PathStroke(path_casing, ImDrawFlags_Closed, px(ui, 4));
  regular(list, centre, px(ui, 6), 4, 0);
  list.PathStroke(colour, ImDrawFlags_Closed, px(ui, 2));
}

void draw_saddle_cross(const Ui& ui, ImDrawList& list, ImVec2 centre, ImU32 colour) {
  const float r = px(ui, 5);
  for (const auto& [tint, width] : {std::pair{path_casing, 4.f}, std::pair{colour, 2.f}}) {
    list.AddLine({centre.x - r, centre.y - r}, {centre.x + r, centre.y + r}, tint, px(ui, width));
    list.AddLine({centre.x - r, centre.y + r}, {centre.x + r, centre.y - r}, tint, px(ui, width));
  }
}

void draw_start_ring(const Ui& ui, ImDrawList& list, ImVec2 centre, ImU32 colour) {
  list.AddCircle(centre, px(ui, 10), path_casing, 40, px(ui, 5));
  list.AddCircle(centre, px(ui, 10), colour, 40, px(ui, 2));
}

void draw_shared_start(const Ui& ui, ImDrawList& list, ImVec2 centre) {
  draw_start_ring(ui, list, centre, neutral);
  const float width = text_width(ui.fonts.small_bold, "all"), height = px(ui, 18);
  const ImVec2 corner{centre.x + px(ui, 16), centre.y - height / 2};
  list.AddRectFilled(corner, {corner.x + width + px(ui, 12), corner.y + height}, path_casing,
                     px(ui, 9));
  put_text(list, ui.fonts.small_bold,
           {corner.x + px(ui, 6), line_top(ui.fonts.small_bold, corner.y, height)}, neutral, "all");
}

}  // namespace fogline::gui
