// SPDX-License-Identifier: MIT
// Angles between slopes at neighbouring points, summed up.
#include "winding.hpp"

#include <cmath>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// From a to b, in (-pi, pi].
double angle(Vec2 a, Vec2 b) { return atan2(a.x * b.y - a.y * b.x, dot(a, b)); }

// Scaled so that products neither overflow nor vanish.
Vec2 direction(Vec2 g) {
  const double size = norm(g);
  return {g.x / size, g.y / size};
}

bool has_direction(Vec2 g) { return is_finite(g) && norm(g) > 0; }

// The slope's turning along a curve over [0, 1], with so many halvings to spend.
template <class Curve>
class Turning {
 public:
  Turning(const Evaluator& f, const Curve& curve, int halvings)
      : f_(f), curve_(curve), halvings_(halvings) {}

  // The direction of the slope there, if it has one.
  std::optional<Vec2> at(double t) const {
    const Vec2 g = f_.gradient(curve_(t)).gradient;
    return has_direction(g) ? std::optional(direction(g)) : std::nullopt;
  }
  // From parameter s to t, where the slope has directions a and b.
  std::optional<double> between(double s, double t, Vec2 a, Vec2 b) {
    const double whole = angle(a, b);
    if (abs(whole) < pi / 4) return whole;
    const double middle = 0.5 * (s + t);
    if (t - s < 1e-9 || --halvings_ < 0) return std::nullopt;
    const auto c = at(middle);
    const auto first = c ? between(s, middle, a, *c) : std::nullopt;
    const auto second = first ? between(middle, t, *c, b) : std::nullopt;
    return second ? std::optional(*first + *second) : std::nullopt;
  }

 private:
  const Evaluator& f_;
  const Curve& curve_;
  int halvings_;
};

// Of a closed curve over [0, 1].
template <class Curve>
std::optional<int> turns(const Evaluator& f, const Curve& curve, int pieces) {
  Turning turning(f, curve, 4 * pieces + 1000);
  double sum = 0;
  auto before = turning.at(0);
  for (int k = 0; k < pieces; ++k) {
    const double s = static_cast<double>(k) / pieces, t = static_cast<double>(k + 1) / pieces;
    const auto here = turning.at(t);
    const auto part = before && here ? turning.between(s, t, *before, *here) : std::nullopt;
    if (!part) return std::nullopt;
    sum += *part;
    before = here;
  }
  return static_cast<int>(std::lround(sum / (2 * pi)));
}

}  // namespace

int turns_around_cell(std::span<const Vec2, 4> slopes) {
  double sum = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    if (!has_direction(slopes[k])) return 0;
    sum += angle(direction(slopes[k]), direction(slopes[(k + 1) % 4]));
  }
  return static_cast<int>(std::lround(sum / (2 * pi)));
}

std::optional<int> turns_around(const Evaluator& f, Vec2 x, double radius) {
  const auto circle = [&](double t) {
    const auto [s, c] = sincos(2 * pi * (t == 1 ? 0 : t));
    return x + radius * Vec2{c, s};
  };
  return turns(f, circle, 64);
}

std::optional<int> turns_along_edge(const Evaluator& f, const Box& box, int pieces) {
  const auto edge = [&](double t) {
    const double side = std::floor(4 * t), along = 4 * t - side;
    if (side == 0) return box.at(along, 0);
    if (side == 1) return box.at(1, along);
    if (side == 2) return box.at(1 - along, 1);
    return side == 3 ? box.at(0, 1 - along) : box.at(0, 0);
  };
  return turns(f, edge, 4 * pieces);
}

}  // namespace fogline
