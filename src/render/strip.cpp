// SPDX-License-Identifier: MIT
// The joints. On the inner side of a turn both segments meet in one vertex, on the outer side in
// one (mitre) or two with a triangle between (bevel).
#include "render/strip.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace fogline::render {
namespace {

constexpr float sharpest_mitre = -0.1F;  // cosine of the turn beyond which a joint is bevelled

using Index = std::uint32_t;

// The ends of a cut across the line: left and right vertex.
struct Cut {
  Index left = 0, right = 0;
};

struct Turn {
  glm::vec2 before, after;  // unit directions
  float shorter = 0;        // of both segments, pixels
};

glm::vec2 left_of(glm::vec2 direction) { return {-direction.y, direction.x}; }

Index add_vertex(Strip& strip, glm::vec3 point, glm::vec2 offset, glm::vec2 normal) {
  const glm::vec2 center{point};
  strip.vertices.push_back({center + offset, center, point.z, glm::dot(offset, normal)});
  return static_cast<Index>(strip.vertices.size() - 1);
}

Cut add_end(Strip& strip, glm::vec3 point, glm::vec2 direction, float half) {
  const glm::vec2 n = left_of(direction);
  const Index left = add_vertex(strip, point, half * n, n);
  return {left, add_vertex(strip, point, -half * n, n)};
}

void add_segment(Strip& strip, Cut from, Cut to) {
  strip.triangles.insert(strip.triangles.end(),
                         {from.left, from.right, to.right, from.left, to.right, to.left});
}

// From the point to the inner vertex; never much farther back than the segments reach.
glm::vec2 inner_offset(const Turn& turn, float half) {
  const glm::vec2 sum = turn.before + turn.after, apart = turn.after - turn.before;
  const float cosine = std::max(0.5F * glm::length(sum), 1e-3F);  // of half the turn
  const float most = std::clamp(turn.shorter, half, 2 * half);
  return std::min(half / cosine, most) * glm::normalize(apart);
}

// The cut that ends the segment before and the one that begins the segment after.
struct Joint {
  Cut before, after;
};

Joint add_joint(Strip& strip, glm::vec3 point, const Turn& turn, float half) {
  const glm::vec2 n1 = left_of(turn.before), n2 = left_of(turn.after);
  const float cosine = glm::dot(turn.before, turn.after);
  if (cosine > 0.9999F) {
    const Cut cut = add_end(strip, point, turn.before, half);
    return {cut, cut};
  }
  const bool left = glm::dot(n1, turn.after) > 0;  // the turn's inner side
  const float side = left ? -1.0F : 1.0F;          // outer side, along the normal
  const Index inner = add_vertex(strip, point, inner_offset(turn, half), n1);
  if (cosine > sharpest_mitre) {
    const Index outer = add_vertex(strip, point, side * half / (1 + cosine) * (n1 + n2), n1);
    const Cut cut = left ? Cut{inner, outer} : Cut{outer, inner};
    return {cut, cut};
  }
  const Index first = add_vertex(strip, point, side * half * n1, n1);
  const Index second = add_vertex(strip, point, side * half * n2, n2);
  strip.triangles.insert(strip.triangles.end(), {inner, first, second});
  return left ? Joint{{inner, first}, {inner, second}} : Joint{{first, inner}, {second, inner}};
}

}  // namespace

void add_line(Strip& strip, std::span<const glm::vec3> line, float half_width) {
  if (line.size() < 2) return;
  glm::vec2 step = glm::vec2{line[1]} - glm::vec2{line[0]};
  float length = glm::length(step);
  Cut from = add_end(strip, line[0], step / length, half_width);
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const glm::vec2 next = glm::vec2{line[i + 1]} - glm::vec2{line[i]};
    const float next_length = glm::length(next);
    const Turn turn{step / length, next / next_length, std::min(length, next_length)};
    const Joint joint = add_joint(strip, line[i], turn, half_width);
    add_segment(strip, from, joint.before);
    from = joint.after;
    step = next, length = next_length;
  }
  add_segment(strip, from, add_end(strip, line.back(), step / length, half_width));
}

}  // namespace fogline::render
