// SPDX-License-Identifier: MIT
// Marching along a ray until it goes under the terrain, then bisection.
#include "scene/picking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fogline::scene {
namespace {

constexpr int march_steps = 768;

struct Interval {
  double from, to;
};

// Narrows [from, to] to where origin + t direction lies in [low, high].
void clip(Interval& t, double origin, double direction, double low, double high) {
  double a = (low - origin) / direction, b = (high - origin) / direction;
  if (direction == 0) {
    const bool inside = origin >= low && origin <= high;
    a = inside ? -std::numeric_limits<double>::infinity() : 1.0;
    b = inside ? std::numeric_limits<double>::infinity() : 0.0;
  }
  t.from = std::max(t.from, std::min(a, b));
  t.to = std::min(t.to, direction == 0 ? b : std::max(a, b));
}

// The part of the ray over the domain and between the lowest and the highest ground, with a little
// air.
Interval over_domain(const render::Ray& ray, const Box& box) {
  Interval t{0, std::numeric_limits<double>::max()};
  clip(t, ray.origin.x, ray.direction.x, box.low.x, box.high.x);
  clip(t, ray.origin.y, ray.direction.y, box.low.y, box.high.y);
  clip(t, ray.origin.z, ray.direction.z, -0.01, 1.05);
  return t;
}

struct Above {
  const Evaluator& f;
  const Relief& relief;
  const render::Ray& ray;

  Vec2 ground(double t) const {
    return {ray.origin.x + t * ray.direction.x, ray.origin.y + t * ray.direction.y};
  }
  // Height of the ray over the terrain.
  double operator()(double t) const {
    return ray.origin.z + t * ray.direction.z - height_at(f, relief, ground(t));
  }
};

// Between a place above the terrain and one below it: the last one above, to double precision.
double crossing(const Above& above, double over, double under) {
  for (int k = 0; k < 60; ++k) {
    const double middle = 0.5 * (over + under);
    (above(middle) < 0 ? under : over) = middle;
  }
  return over;
}

// Where in [from, to] the ray comes closest to the terrain, or goes deepest under it.
double lowest(const Above& above, double from, double to) {
  for (int k = 0; k < 40; ++k) {
    const double left = from + (to - from) / 3, right = to - (to - from) / 3;
    (above(left) < above(right) ? to : from) = above(left) < above(right) ? right : left;
  }
  return 0.5 * (from + to);
}

// The ray's parameter where it first goes from above the terrain to below it. A ray that enters
// under the terrain sees through it from below, as the picture does. Where the march comes close
// without going under, a thin crest may stand between two of its steps.
std::optional<double> first_hit(const Above& above, Interval t) {
  if (!(t.from < t.to)) return std::nullopt;
  const double pace = (t.to - t.from) / march_steps;
  double before = above(t.from), now = before;
  for (int i = 1; i <= march_steps; ++i) {
    const double at = t.from + i * pace, next = above(at);
    if (now >= 0 && next < 0) return crossing(above, at - pace, at);
    if (i > 1 && now >= 0 && now < before && now <= next) {
      const double dip = lowest(above, at - 2 * pace, at);
      if (above(dip) < 0) return crossing(above, at - 2 * pace, dip);
    }
    before = now;
    now = next;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Vec2> pick(const render::Lens& lens, const Evaluator& f, const Relief& relief,
                         glm::dvec2 pixel) {
  const render::Ray ray = lens.ray(pixel);
  if (lens.flat) return Vec2{ray.origin.x, ray.origin.y};
  const Above above{f, relief, ray};
  const auto hit = first_hit(above, over_domain(ray, lens.domain));
  return hit ? std::optional(above.ground(*hit)) : std::nullopt;
}

bool is_hidden(const render::Lens& lens, const Evaluator& f, const Relief& relief, Vec2 x) {
  if (lens.flat) return false;
  const double height = height_at(f, relief, x);
  const render::Projected p = lens.project(x.x, x.y, height);
  if (!p.in_front) return false;
  const render::Ray ray = lens.ray(p.pixel);
  const double reach = norm({x.x - ray.origin.x, x.y - ray.origin.y}),
               pace = norm({ray.direction.x, ray.direction.y});
  Interval t = over_domain(ray, lens.domain);
  t.to = std::min(t.to, (reach - 0.01 * lens.domain.diagonal()) /
                            pace);  // the point's own slope is not in its way
  return first_hit({f, relief, ray}, t).has_value();
}

}  // namespace fogline::scene
