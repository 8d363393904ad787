// SPDX-License-Identifier: MIT
// Marks along the paths.
#include <cmath>

#include "gui/mark.hpp"
#include "gui/panels/overlay.hpp"

namespace fogline::gui {
namespace {

constexpr float spacing = 60, first = 30, radius = 4.5f;  // pixels at scale 1

ImVec2 place(const Pane& pane, const glm::vec3& point) {
  const render::Projected p = pane.lens.project(point.x, point.y, point.z);
  if (!p.in_front) return {NAN, NAN};
  return {pane.rect.min.x + static_cast<float>(p.pixel.x),
          pane.rect.min.y + static_cast<float>(p.pixel.y)};
}

void mark_path(const Ui& ui, ImDrawList& list, const Pane& pane, const render::Path& path) {
  ImVec2 last = path.points.empty() ? ImVec2{} : place(pane, path.points.front());
  float left = px(ui, first);
  for (const glm::vec3& point : path.points) {
    const ImVec2 now = place(pane, point);
    const float length = std::hypot(now.x - last.x, now.y - last.y);
    const float along = left;
    if (std::isfinite(length)) left -= length;
    if (std::isfinite(length) && left < 0) {
      const float t = along / length;
      const ImVec2 at{last.x + t * (now.x - last.x), last.y + t * (now.y - last.y)};
      if (pane.rect.contains(at)) draw_mark(list, at, px(ui, radius), path.mark, path.opacity);
      left = px(ui, spacing);
    }
    last = now;
  }
}

}  // namespace

void draw_path_marks(const Ui& ui, ImDrawList& list, const Pane& pane,
                     const std::vector<render::Path>& paths) {
  for (const render::Path& path : paths) mark_path(ui, list, pane, path);
}

}  // namespace fogline::gui
