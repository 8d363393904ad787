// SPDX-License-Identifier: MIT
// Losses written on the stronger contours of the map, a few of each, where the lines are far enough
// apart and nothing else stands.
#include <algorithm>
#include <array>
#include <cmath>

#include "gui/number.hpp"
#include "gui/panels/map_marks.hpp"
#include "gui/text.hpp"
#include "scene/cover.hpp"

namespace fogline::gui {
namespace {

constexpr std::array levels{0.2, 0.4, 0.6, 0.8};  // every fourth of the twenty that are drawn
constexpr double spacing_of_levels = 0.05;        // displayed height
constexpr float cell = 24;                        // pixels between the samples
constexpr float line_gap = 7;                     // pixels between contours: labels need so much
constexpr float same_apart = 190, apart_x = 84, apart_y = 30;  // pixels between labels
constexpr std::size_t most = 4;                                // of a level

struct Label {
  ImVec2 at;
  double level = 0;
};

struct Field {
  ImVec2 origin{};
  int nx = 0, ny = 0;
  float step = 1;
  std::vector<double> height;
  double at(int i, int j) const { return height[static_cast<std::size_t>(j * nx + i)]; }
};

// Heights on a lattice of pixels, the axes' labels left out.
Field sampled(const Ui& ui, const Pane& pane, const render::HeightGrid& grid) {
  Field field{.origin = {pane.rect.min.x + px(ui, 60), pane.rect.min.y + px(ui, 24)},
              .step = px(ui, cell)};
  field.nx = static_cast<int>((pane.rect.width() - px(ui, 110)) / field.step);
  field.ny = static_cast<int>((pane.rect.height() - px(ui, 80)) / field.step);
  for (int j = 0; j < field.ny; ++j)
    for (int i = 0; i < field.nx; ++i) {
      const render::Ray ray =
          pane.lens.ray(pane.pixel({field.origin.x + field.step * static_cast<float>(i),
                                    field.origin.y + field.step * static_cast<float>(j)}));
      field.height.push_back(scene::height_in(grid, {ray.origin.x, ray.origin.y}));
    }
  return field;
}

bool has_room(const Ui& ui, const std::vector<Label>& labels, const Label& wanted) {
  return std::none_of(labels.begin(), labels.end(), [&](const Label& l) {
    const float dx = std::abs(l.at.x - wanted.at.x), dy = std::abs(l.at.y - wanted.at.y);
    if (l.level == wanted.level && std::hypot(dx, dy) < px(ui, same_apart)) return true;
    return dx < px(ui, apart_x) && dy < px(ui, apart_y);
  });
}

// Where a level is crossed from one sample to the one below it, if contours are far apart there.
void look_at(const Ui& ui, const Field& field, int i, int j, std::vector<Label>& labels) {
  const double high = field.at(i, j), low = field.at(i, j + 1);
  const double across = i + 1 < field.nx ? field.at(i + 1, j) - high : 0;
  const double steepest = std::hypot(low - high, across) / cell;  // height a pixel at scale 1
  if (!(steepest * line_gap < spacing_of_levels)) return;
  for (const double level : levels) {
    if ((high < level) == (low < level)) continue;
    const auto share = static_cast<float>((level - high) / (low - high));
    const Label label{{field.origin.x + field.step * static_cast<float>(i),
                       field.origin.y + field.step * (static_cast<float>(j) + share)},
                      level};
    const auto same = std::count_if(labels.begin(), labels.end(),
                                    [&](const Label& l) { return l.level == level; });
    if (static_cast<std::size_t>(same) < most && has_room(ui, labels, label))
      labels.push_back(label);
  }
}

}  // namespace

void draw_contour_labels(const Ui& ui, ImDrawList& list, const Pane& pane,
                         const scene::Ground& ground, const render::HeightGrid& grid) {
  if (!pane.lens.flat) return;
  const Field field = sampled(ui, pane, grid);
  std::vector<Label> labels;
  for (int j = 0; j + 1 < field.ny; ++j)
    for (int i = 0; i < field.nx; ++i)  // from the middle on
      look_at(ui, field, (i + field.nx / 2) % field.nx, j, labels);
  const ImFont* font = ui.fonts.small;
  for (const Label& label : labels) {
    const std::string text = short_number(rounded(ground.relief().loss(label.level), 3));
    const float width = text_width(font, text), height = -2 * line_top(font, 0, 0);
    const ImVec2 corner{label.at.x - 0.5f * width, label.at.y - 0.5f * height};
    list.AddRectFilled({corner.x - px(ui, 3), corner.y + px(ui, 1)},
                       {corner.x + width + px(ui, 3), corner.y + height - px(ui, 1)},
                       rgb(0x0B0F14, 110), px(ui, 3));
    put_text(list, font, corner, rgb(0xF5F7FA, 225), text);
  }
}

}  // namespace fogline::gui
