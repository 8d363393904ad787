// SPDX-License-Identifier: MIT
// Second-order jets of the plane: a formula evaluated on them gives its value (the same bits as
// with plain doubles), gradient and Hessian in one pass. At kinks the conventions of
// dual_functions.hpp hold, and the second derivatives of |x| and sqrt at 0 are 0 too.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"

namespace fogline {

struct Jet {
  double v = 0;                   // value
  double x = 0, y = 0;            // gradient
  double xx = 0, xy = 0, yy = 0;  // Hessian
};

// The point whose jets are the coordinates themselves.
constexpr Point<Jet> jet_point(Vec2 p) { return {{.v = p.x, .x = 1}, {.v = p.y, .y = 1}}; }

// f(a), given f, f' and f'' at a.v.
constexpr Jet chain(const Jet& a, double f, double df, double ddf) {
  return {f,
          df * a.x,
          df * a.y,
          df * a.xx + ddf * a.x * a.x,
          df * a.xy + ddf * a.x * a.y,
          df * a.yy + ddf * a.y * a.y};
}

constexpr Jet operator+(const Jet& a, const Jet& b) {
  return {a.v + b.v, a.x + b.x, a.y + b.y, a.xx + b.xx, a.xy + b.xy, a.yy + b.yy};
}
constexpr Jet operator-(const Jet& a) { return {-a.v, -a.x, -a.y, -a.xx, -a.xy, -a.yy}; }
constexpr Jet operator-(const Jet& a, const Jet& b) {
  return {a.v - b.v, a.x - b.x, a.y - b.y, a.xx - b.xx, a.xy - b.xy, a.yy - b.yy};
}
constexpr Jet operator*(const Jet& a, const Jet& b) {
  return {a.v * b.v,
          b.v * a.x + a.v * b.x,
          b.v * a.y + a.v * b.y,
          b.v * a.xx + a.v * b.xx + 2 * (a.x * b.x),
          b.v * a.xy + a.v * b.xy + (a.x * b.y + a.y * b.x),
          b.v * a.yy + a.v * b.yy + 2 * (a.y * b.y)};
}
constexpr Jet operator+(const Jet& a, double c) { return {a.v + c, a.x, a.y, a.xx, a.xy, a.yy}; }
constexpr Jet operator+(double c, const Jet& a) { return a + c; }
constexpr Jet operator-(const Jet& a, double c) { return {a.v - c, a.x, a.y, a.xx, a.xy, a.yy}; }
constexpr Jet operator-(double c, const Jet& a) {
  return {c - a.v, -a.x, -a.y, -a.xx, -a.xy, -a.yy};
}
constexpr Jet operator*(const Jet& a, double c) { return chain(a, a.v * c, c, 0); }
constexpr Jet operator*(double c, const Jet& a) { return a * c; }
constexpr Jet operator/(const Jet& a, double c) { return chain(a, a.v / c, 1 / c, 0); }
constexpr Jet operator/(double c, const Jet& a) {
  const double q = c / a.v, slope = -(q / a.v);
  return chain(a, q, slope, -2 * (slope / a.v));
}
constexpr Jet operator/(const Jet& a, const Jet& b) {
  Jet q = a * (1.0 / b);
  q.v = a.v / b.v;
  return q;
}

constexpr bool operator<(const Jet& a, const Jet& b) { return a.v < b.v; }
constexpr bool operator>(const Jet& a, const Jet& b) { return a.v > b.v; }
constexpr bool operator<(const Jet& a, double c) { return a.v < c; }
constexpr bool operator>(const Jet& a, double c) { return a.v > c; }

constexpr Jet select(bool mask, const Jet& a, const Jet& b) { return mask ? a : b; }
constexpr Jet select(bool mask, const Jet& a, double b) { return mask ? a : Jet{.v = b}; }
constexpr Jet select(bool mask, double a, const Jet& b) { return mask ? Jet{.v = a} : b; }
constexpr Jet min(const Jet& a, const Jet& b) { return a < b ? a : b; }
constexpr Jet max(const Jet& a, const Jet& b) { return a > b ? a : b; }
constexpr Jet min(const Jet& a, double b) { return select(a < b, a, b); }
constexpr Jet max(const Jet& a, double b) { return select(a > b, a, b); }

constexpr Jet sq(const Jet& a) { return chain(a, a.v * a.v, a.v + a.v, 2); }
inline Jet pow(const Jet& a, int n) {
  return chain(a, pow(a.v, n), n == 0 ? 0.0 : n * pow(a.v, n - 1),
               n == 0 || n == 1 ? 0.0 : n * (n - 1.0) * pow(a.v, n - 2));
}
inline Jet sqrt(const Jet& a) {
  const double root = sqrt(a.v);
  if (root == 0) return {.v = root};
  return chain(a, root, 0.5 / root, -0.25 / (a.v * root));
}
inline Jet exp(const Jet& a) {
  const double e = exp(a.v);
  return chain(a, e, e, e);
}
inline Jet log(const Jet& a) { return chain(a, log(a.v), 1 / a.v, -1 / (a.v * a.v)); }
inline SinCos<Jet> sincos(const Jet& a) {
  const auto [s, c] = sincos(a.v);
  return {chain(a, s, c, -s), chain(a, c, -s, -c)};
}
inline Jet sin(const Jet& a) { return sincos(a).sin; }
inline Jet cos(const Jet& a) { return sincos(a).cos; }
inline Jet sinpi(const Jet& a) {
  const double s = sinpi(a.v);
  return chain(a, s, pi * cospi(a.v), -pi * pi * s);
}
inline Jet cospi(const Jet& a) {
  const double c = cospi(a.v);
  return chain(a, c, -pi * sinpi(a.v), -pi * pi * c);
}
inline Jet cos_sqrt(const Jet& a) {
  const auto f = trigonometry::cos_sqrt_with_slope(a.v);
  return chain(a, f.value, f.slope, trigonometry::cos_sqrt_curvature(a.v, f));
}
inline Jet tanh(const Jet& a) {
  const double t = tanh(a.v), slope = (1 - t) * (1 + t);
  return chain(a, t, slope, -2 * t * slope);
}
inline Jet abs(const Jet& a) { return chain(a, abs(a.v), a.v < 0 ? -1.0 : a.v > 0 ? 1.0 : 0.0, 0); }
inline Jet floor(const Jet& a) { return {.v = floor(a.v)}; }

inline Jet atan2(const Jet& y, const Jet& x) {
  const double square = x.v * x.v + y.v * y.v;
  const double inverse = square == 0 ? 0 : 1 / square;
  const double by_x = -(y.v * inverse), by_y = x.v * inverse;
  const double xx = -2 * by_x * by_y, xy = by_x * by_x - by_y * by_y;  // and yy = -xx
  const auto second = [&](double yi, double yj, double yij, double xi, double xj, double xij) {
    return by_y * yij + by_x * xij + xx * (xi * xj - yi * yj) + xy * (xi * yj + xj * yi);
  };
  return {atan2(y.v, x.v),
          by_y * y.x + by_x * x.x,
          by_y * y.y + by_x * x.y,
          second(y.x, y.x, y.xx, x.x, x.x, x.xx),
          second(y.x, y.y, y.xy, x.x, x.y, x.xy),
          second(y.y, y.y, y.yy, x.y, x.y, x.yy)};
}

}  // namespace fogline
