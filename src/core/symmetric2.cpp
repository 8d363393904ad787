// SPDX-License-Identifier: MIT
// The closed form, arranged so that nothing cancels, overflows or underflows.
#include "fogline/core/symmetric2.hpp"

namespace fogline {
namespace {

// a b less its rounded value, exactly, for |a|, |b| < 2^900; Dekker 1971, Numer. Math. 18:224.
double product_error(double a, double b) {
  const auto upper = [](double v) {
    const double c = 0x1.0000002p27 * v;
    return c - (c - v);
  };
  const double a1 = upper(a), a2 = a - a1, b1 = upper(b), b2 = b - b1;
  return a2 * b2 - (((a * b - a1 * b1) - a2 * b1) - a1 * b2);
}

// To 2 ulp, though the products may cancel (as Kahan does it with fused multiply-adds).
double determinant(double xx, double xy, double yy) {
  return (xx * yy - xy * xy) + (product_error(xx, yy) - product_error(xy, xy));
}

double length(double a, double b) {
  const double high = max(abs(a), abs(b)), low = min(abs(a), abs(b));
  if (high == 0) return 0;
  const double ratio = low / high;
  return high * sqrt(1 + ratio * ratio);
}

Vec2 unit(Vec2 v) {
  const double largest = max(abs(v.x), abs(v.y));
  const Vec2 w{v.x / largest, v.y / largest};
  const double size = sqrt(dot(w, w));
  return {w.x / size, w.y / size};
}

Eigen2 diagonal(double xx, double yy) {
  if (xx <= yy) return {xx, yy, {1, 0}, {0, 1}};
  return {yy, xx, {0, -1}, {1, 0}};
}

// Entries whose squares neither overflow nor all underflow; xy is not 0.
Eigen2 general(double xx, double xy, double yy) {
  const double mean = 0.5 * (xx + yy), half = 0.5 * (xx - yy), radius = length(half, xy);
  // The eigenvalue of the larger magnitude is a sum of equal signs, the other what is left of the
  // determinant.
  const double outer = mean < 0 ? mean - radius : mean + radius;
  const double inner = mean == 0 ? -radius : determinant(xx, xy, yy) / outer;
  const Vec2 up = unit(half < 0 ? Vec2{xy, radius - half} : Vec2{half + radius, xy});
  return {min(inner, outer), max(inner, outer), {up.y, -up.x}, up};
}

}  // namespace

Eigen2 eigen(double xx, double xy, double yy) {
  if (xy == 0) return diagonal(xx, yy);
  const double largest = max(abs(xy), max(abs(xx), abs(yy)));
  const double scale = largest > 0x1p500 ? 0x1p-540 : largest < 0x1p-400 ? 0x1p800 : 1;
  if (scale * xy == 0) return diagonal(xx, yy);
  Eigen2 e = general(scale * xx, scale * xy, scale * yy);
  e.low /= scale;
  e.high /= scale;
  return e;
}

Vec2 divide(const Eigen2& e, Vec2 g, double by_low, double by_high) {
  const double low = dot(g, e.low_direction), high = dot(g, e.high_direction);
  return (low == 0 ? 0 : low / by_low) * e.low_direction +
         (high == 0 ? 0 : high / by_high) * e.high_direction;
}

Vec2 absolute_newton_step(const Jet& f, double damping) {
  const Eigen2 e = eigen(f.xx, f.xy, f.yy);
  return divide(e, {f.x, f.y}, abs(e.low) + damping, abs(e.high) + damping);
}

}  // namespace fogline
