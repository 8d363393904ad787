// SPDX-License-Identifier: MIT
// Comparing paths by number and length, never by their points.
#include "render/path_growth.hpp"

#include <algorithm>
#include <glm/geometric.hpp>

namespace fogline::render {
namespace {

constexpr double overlap = 8;  // pixels drawn again at least

// Length on screen of the line from a point to the end; infinite where it cannot be seen whole.
double length_from(const Path& path, std::size_t first, const Lens& lens) {
  double length = 0;
  const auto place = [&](std::size_t i) {
    const glm::vec3 p = path.points[i];
    return lens.project(p.x, p.y, p.z).pixel;
  };
  for (std::size_t i = first + 1; i < path.points.size(); ++i)
    length += glm::distance(place(i - 1), place(i));
  return length;
}

}  // namespace

PathChange PathGrowth::change(const std::vector<Path>& paths) const {
  if (paths.size() != laid_.size()) return PathChange::other;
  PathChange change = PathChange::none;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const Path& path = paths[i];
    const Laid& laid = laid_[i];
    if (path.walk == 0 || path.walk != laid.walk || path.points.size() < laid.count ||
        path.color != laid.color || path.opacity != laid.opacity || path.width != laid.width)
      return PathChange::other;
    if (path.points.size() > laid.count) change = PathChange::growth;
  }
  return change;
}

void PathGrowth::laid_all(const std::vector<Path>& paths) {
  laid_.clear();
  for (const Path& path : paths) {
    const std::size_t count = path.points.size(), end = std::max<std::size_t>(count, 1) - 1;
    laid_.push_back({path.walk, count, end, end, path.color, path.opacity, path.width});
  }
  exact_ = true;
}

std::vector<std::size_t> PathGrowth::grow(const std::vector<Path>& paths, const Lens& lens) {
  std::vector<std::size_t> from;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Laid& laid = laid_[i];
    const bool longer = paths[i].points.size() > laid.count;
    from.push_back(longer ? laid.start : paths[i].points.size());
    laid.count = paths[i].points.size();
    if (!longer || length_from(paths[i], laid.middle, lens) < overlap) continue;
    laid.start = laid.middle;
    laid.middle = laid.count - 1;
  }
  exact_ = false;
  return from;
}

}  // namespace fogline::render
