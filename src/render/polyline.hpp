// SPDX-License-Identifier: MIT
// Paths on the screen: projected, clipped, and rid of points that no eye could tell from the line.
#pragma once

#include <cstddef>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/scene.hpp"

namespace fogline::render {

// Points are (x, y, window depth); x and y in pixels from the bottom left.
struct Polylines {
  std::vector<glm::vec3> points;
  std::vector<std::size_t> starts;  // of each line in `points`; each has at least two points

  std::span<const glm::vec3> line(std::size_t k) const {
    const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : points.size();
    return {points.data() + starts[k], end - starts[k]};
  }
};

// Interrupted at breaks, at points that are not finite, and where the path leaves the view by a
// margin.
Polylines project_path(const Path&, const Lens&);

// The line without points closer than half a pixel to their predecessor or less than `tolerance`
// pixels off the line through their neighbours; both ends are kept.
std::vector<glm::vec3> simplified(std::span<const glm::vec3> line, float tolerance = 0.1F);

}  // namespace fogline::render
