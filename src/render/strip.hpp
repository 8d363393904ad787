// SPDX-License-Identifier: MIT
// Thick lines as triangles in pixels. Neighbouring segments share their joint, so that a
// translucent line is nowhere painted twice except where it crosses itself.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace fogline::render {

struct StripVertex {
  glm::vec2 pixel{0.0F}, center{0.0F};
  float depth = 0,
        across = 0;  // window depth of the line; signed distance from it in pixels, left positive
};

struct Strip {
  std::vector<StripVertex> vertices;
  std::vector<std::uint32_t> triangles;
};

// Adds a line of this half width with flat ends. Points are (x, y, depth), consecutive ones apart;
// fewer than two add nothing.
void add_line(Strip&, std::span<const glm::vec3> line, float half_width);

}  // namespace fogline::render
