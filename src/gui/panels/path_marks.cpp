// SPDX-License-Identifier: MIT
// Marks along the paths.
#include <cmath>

#include "gui/mark.hpp"
#include "gui/panels/overlay.hpp"

namespace fogline::gui {
namespace {

constexpr float spacing = 60, first = 30, radius = 4.5f;  // pixels at scale 1
constexpr float most_marks = 32;                          // of a path

ImVec2 place(const Pane& pane, const glm::vec3& point) {
  const render::Projected p = pane.lens.project(point.x, point.y, point.z);
  if (!p.in_front) return {NAN, NAN};
  return {pane.rect.min.x + static_cast<float>(p.pixel.x),
          pane.rect.min.y + static_cast<float>(p.pixel.y)};
}

float distance(ImVec2 a, ImVec2 b) { return std::hypot(b.x - a.x, b.y - a.y); }

// Pixels between marks: doubled until few enough remain, so that marks of a growing path stay where
// they are or go.
float spacing_for(const Ui& ui, const std::vector<ImVec2>& line) {
  float length = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    if (const float step = distance(line[i - 1], line[i]); std::isfinite(step)) length += step;
  float gap = px(ui, spacing);
  while (length > most_marks * gap) gap *= 2;
  return gap;
}

void mark_path(const Ui& ui, ImDrawList& list, const Pane& pane, const render::Path& path) {
  std::vector<ImVec2> line;
  for (const glm::vec3& point : path.points) line.push_back(place(pane, point));
  const float gap = spacing_for(ui, line);
  float left = px(ui, first);
  for (std::size_t i = 1; i < line.size(); ++i) {
    const ImVec2 last = line[i - 1], now = line[i];
    const float length = distance(last, now), along = left;
    if (std::isfinite(length)) left -= length;
    if (!std::isfinite(length) || left >= 0) continue;
    const float t = along / length;
    const ImVec2 at{last.x + t * (now.x - last.x), last.y + t * (now.y - last.y)};
    if (pane.rect.contains(at)) draw_mark(list, at, px(ui, radius), path.mark, path.opacity);
    left = gap;
  }
}

}  // namespace

void draw_path_marks(const Ui& ui, ImDrawList& list, const Pane& pane,
                     const std::vector<render::Path>& paths) {
  for (const render::Path& path : paths)
    if (path.width == 1) mark_path(ui, list, pane, path);
}

}  // namespace fogline::gui
