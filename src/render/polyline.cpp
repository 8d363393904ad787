// SPDX-License-Identifier: MIT
// Projecting in double precision, clipping in clip space, simplifying in pixels.
#include "render/polyline.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

namespace fogline::render {
namespace {

constexpr double guard = 1.25;   // clip at this many half sizes, so that no end shows
constexpr float closest = 0.5F;  // pixels between points
constexpr float depth_pixels =
    2000.0F;  // window depth in pixels, roughly: it counts in simplifying as well

bool is_finite(const glm::dvec4& p) {
  return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z) && std::isfinite(p.w);
}

// The part [low, high] of the segment a-b that is in view; empty if low >= high.
struct Part {
  double low = 0, high = 1;

  // Keeps where the distance to a plane, da at a and db at b, is positive.
  void cut(double da, double db) {
    if (da <= 0 && db <= 0) high = -1;
    if (da <= 0 && db > 0) low = std::max(low, da / (da - db));
    if (da > 0 && db <= 0) high = std::min(high, da / (da - db));
  }
};

Part visible_part(const glm::dvec4& a, const glm::dvec4& b, bool flat) {
  Part part;
  if (!is_finite(a) || !is_finite(b)) return {0, -1};
  if (!flat) part.cut(a.z + a.w, b.z + b.w);
  for (int axis = 0; axis < 2; ++axis) {
    part.cut(guard * a.w + a[axis], guard * b.w + b[axis]);
    part.cut(guard * a.w - a[axis], guard * b.w - b[axis]);
  }
  return part;
}

glm::vec3 on_screen(const glm::dvec4& clip, Size size) {
  const glm::dvec3 ndc = glm::dvec3{clip} / clip.w;
  return {0.5 * (1 + ndc.x) * size.width, 0.5 * (1 + ndc.y) * size.height, 0.5 * (1 + ndc.z)};
}

// Takes points and closes lines; a line of one point is dropped.
struct Builder {
  Polylines out;
  bool open = false;

  void add(glm::vec3 point) {
    if (!open) out.starts.push_back(out.points.size());
    open = true;
    out.points.push_back(point);
  }
  void close() {
    if (open && out.points.size() - out.starts.back() < 2) {
      out.points.resize(out.starts.back());
      out.starts.pop_back();
    }
    open = false;
  }
};

// The directions in which a straight line from `from` still passes all points seen within the
// tolerance (Zhao and Saalfeld 1997, sleeve fitting), as tangents to both sides of a reference
// direction.
struct Sleeve {
  glm::vec3 from{0.0F};
  glm::vec2 ahead{0.0F};
  float low = -1e30F, high = 1e30F;              // across, per unit ahead
  float depth_low = -1e30F, depth_high = 1e30F;  // depth, per unit ahead
  float reach = 0;

  // True if the points so far and `p` fit one straight line; then takes `p` in.
  bool takes(glm::vec3 p, float tolerance) {
    const glm::vec2 d = glm::vec2{p} - glm::vec2{from};
    if (reach == 0) ahead = glm::normalize(d);
    const float along = glm::dot(d, ahead);
    if (along <= reach) return false;
    const float across = (ahead.x * d.y - ahead.y * d.x) / along, slack = tolerance / along;
    const float rise = depth_pixels * (p.z - from.z) / along;
    if (across < low || across > high || rise < depth_low || rise > depth_high) return false;
    low = std::max(low, across - slack), high = std::min(high, across + slack);
    depth_low = std::max(depth_low, rise - 4 * slack),
    depth_high = std::min(depth_high, rise + 4 * slack);
    reach = along;
    return true;
  }
};

}  // namespace

Polylines project_path(const Path& path, const Lens& lens) {
  Builder builder;
  const auto clip = [&](std::size_t i) {
    return lens.domain_to_clip * glm::dvec4{glm::dvec3{path.points[i]}, 1};
  };
  auto stop = path.breaks.begin();
  glm::dvec4 a = path.points.empty() ? glm::dvec4{} : clip(0);
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const glm::dvec4 b = clip(i);
    const Part part = visible_part(a, b, lens.flat);
    stop = std::lower_bound(stop, path.breaks.end(), i);
    const bool broken = stop != path.breaks.end() && *stop == i;
    if (broken || part.low > 0 || part.low >= part.high) builder.close();
    if (!broken && part.low < part.high) {
      if (!builder.open) builder.add(on_screen(a + part.low * (b - a), lens.size));
      builder.add(on_screen(a + part.high * (b - a), lens.size));
      if (part.high < 1) builder.close();
    }
    a = b;
  }
  builder.close();
  return std::move(builder.out);
}

std::vector<glm::vec3> simplified(std::span<const glm::vec3> line, float tolerance) {
  std::vector<glm::vec3> out;
  if (line.empty()) return out;
  out.push_back(line.front());
  Sleeve sleeve{.from = line.front()};
  glm::vec3 last = line.front();  // taken into the sleeve, not yet written
  for (const glm::vec3& p : line.subspan(1)) {
    if (glm::distance(glm::vec2{p}, glm::vec2{last}) < closest) continue;
    if (!sleeve.takes(p, tolerance)) {
      out.push_back(last);
      sleeve = Sleeve{.from = last};
      sleeve.takes(p, tolerance);
    }
    last = p;
  }
  const bool moved = glm::distance(glm::vec2{out.back()}, glm::vec2{line.back()}) >= closest;
  if (last != out.back()) out.push_back(last);
  if (moved) out.back() = line.back();
  return out;
}

}  // namespace fogline::render
