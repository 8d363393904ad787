// SPDX-License-Identifier: MIT
// Points and boxes of the plane, in domain coordinates. A Point is generic over its number, so that
// a formula written for one point takes doubles, jets, duals and SIMD lanes alike.
#pragma once

#include <cmath>
#include <cstddef>

namespace fogline {

// A point or a vector: indexable, destructurable (`const auto& [x, y] = p`), an aggregate.
template <class T>
struct Point {
  T x{}, y{};

  constexpr T& operator[](std::size_t i) { return i == 0 ? x : y; }
  constexpr const T& operator[](std::size_t i) const { return i == 0 ? x : y; }
  static constexpr std::size_t size() { return 2; }
  friend bool operator==(const Point&, const Point&) = default;  // constexpr where T allows
};

using Vec2 = Point<double>;

constexpr Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec2 operator*(double s, Vec2 a) { return {s * a.x, s * a.y}; }
constexpr double dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }
// Exact to rounding up to 1e308; lengths below 1e-154 may come out as 0.
inline double norm(Vec2 a) {
  const double square = dot(a, a);
  if (square < HUGE_VAL) return std::sqrt(square);
  const Vec2 small = 0x1p-600 * a;  // its square does not overflow
  return 0x1p600 * std::sqrt(dot(small, small));
}
inline bool is_finite(Vec2 a) { return std::isfinite(a.x) && std::isfinite(a.y); }

// An axis-parallel box [low.x, high.x] x [low.y, high.y]; closed.
struct Box {
  Vec2 low, high;

  constexpr Vec2 size() const { return high - low; }
  constexpr Vec2 center() const { return 0.5 * (low + high); }
  double diagonal() const { return norm(size()); }
  constexpr bool contains(Vec2 p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y;
  }
  // The point at fractions (u, v) of the sides; (0, 0) is `low`, (1, 1) is `high`.
  constexpr Vec2 at(double u, double v) const {
    return {low.x + u * (high.x - low.x), low.y + v * (high.y - low.y)};
  }
  friend constexpr bool operator==(const Box&, const Box&) = default;
};

}  // namespace fogline
