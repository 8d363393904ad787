// SPDX-License-Identifier: MIT
// The joints. At a gentle turn both segments share one mitred cut; at a sharp one each ends
// squarely and a wedge fills the outer side. Where they overlap inside, the distance across decides
// which one shows (see path.frag).
#include "render/strip.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace fogline::render {
namespace {

constexpr float sharpest_mitre = 0.35F;  // cosine of the turn beyond which a joint is a wedge
constexpr float blunt_wedge = -0.5F;     // cosine beyond which a wedge has a middle vertex

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

// The cut that ends the segment before and the one that begins the segment after.
struct Joint {
  Cut before, after;
};

// Square ends, and on the outer side of the turn one or two triangles between them, like a round
// joint.
Joint add_wedge(Strip& strip, glm::vec3 point, const Turn& turn, float half) {
  const Cut before = add_end(strip, point, turn.before, half);
  const Cut after = add_end(strip, point, turn.after, half);
  const bool left = glm::dot(left_of(turn.before), turn.after) > 0;
  const Index first = left ? before.right : before.left, last = left ? after.right : after.left;
  const Index middle = add_vertex(strip, point, {0, 0}, turn.before);
  if (glm::dot(turn.before, turn.after) > blunt_wedge) {
    strip.triangles.insert(strip.triangles.end(), {middle, first, last});
    return {before, after};
  }
  const glm::vec2 tip = glm::normalize(turn.before - turn.after);
  const Index outer = add_vertex(strip, point, half * tip, left ? -tip : tip);
  strip.triangles.insert(strip.triangles.end(), {middle, first, outer, middle, outer, last});
  return {before, after};
}

Joint add_joint(Strip& strip, glm::vec3 point, const Turn& turn, float half) {
  const float cosine = glm::dot(turn.before, turn.after);
  const float inner_reach = half * std::sqrt((1 - cosine) / std::max(1 + cosine, 1e-6F));
  if (cosine > sharpest_mitre && inner_reach < turn.shorter) {
    const glm::vec2 n = left_of(turn.before);
    const glm::vec2 offset = half / (1 + cosine) * (n + left_of(turn.after));
    const Index left = add_vertex(strip, point, offset, n);
    const Cut cut{left, add_vertex(strip, point, -offset, n)};
    return {cut, cut};
  }
  return add_wedge(strip, point, turn, half);
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
