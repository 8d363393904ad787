// SPDX-License-Identifier: MIT
// BFGS in the plane.
#include "local_descent.hpp"

#include <cmath>

namespace fogline {
namespace {

// The inverse Hessian as learnt so far: [xx xy; xy yy].
struct InverseHessian {
  double xx = 1, xy = 0, yy = 1;
  bool learnt = false;

  Vec2 operator*(Vec2 v) const { return {xx * v.x + xy * v.y, xy * v.x + yy * v.y}; }

  // H <- (I - s y' / s'y) H (I - y s' / s'y) + s s' / s'y, written out for a symmetric H:
  // H + (1 + y'Hy / s'y) s s' / s'y - (Hy s' + s (Hy)') / s'y.
  void learn(Vec2 s, Vec2 y) {
    const double sy = dot(s, y);
    if (!(sy > 0) || !std::isfinite(1 / sy)) return;
    if (!learnt) xx = yy = sy / dot(y, y);
    learnt = true;
    const Vec2 Hy = *this * y;
    const double a = (1 + dot(y, Hy) / sy) / sy;
    xx += a * s.x * s.x - 2 * Hy.x * s.x / sy;
    xy += a * s.x * s.y - (Hy.x * s.y + s.x * Hy.y) / sy;
    yy += a * s.y * s.y - 2 * Hy.y * s.y / sy;
  }
};

struct Search {
  Oracle& oracle;
  const DescentLimits& limits;
  int left;  // gradients that may still be asked for

  // The first place along p that satisfies both Wolfe conditions, else the lowest that satisfies
  // the first, else `from`.
  Rest along(const Rest& from, Vec2 p) {
    const double slope = dot(from.here.gradient, p);
    double low = 0, high = 0, t = 1;  // high is 0 as long as there is none
    Rest best = from;
    for (int trial = 0; trial < 40 && left > 0; ++trial) {
      const Vec2 x = from.x + t * p;
      if (x == from.x) break;
      --left;
      const Rest next{x, oracle.gradient(x)};
      if (!(std::isfinite(next.here.value) && is_finite(next.here.gradient) &&
            next.here.value <= from.here.value + 1e-4 * t * slope)) {
        high = t;
      } else {
        best = next;
        if (dot(next.here.gradient, p) >= 0.9 * slope) break;
        low = t;
      }
      t = high > 0 ? 0.5 * (low + high) : 2 * low;
    }
    return best;
  }
};

// Downhill by what is known of the curvature, at first no further than `length`.
Vec2 direction(InverseHessian& H, Vec2 g, double length) {
  Vec2 p = -1.0 * (H * g);
  if (!(dot(p, g) < 0)) {
    H = {};
    p = -1.0 * g;
  }
  const double far = norm(p);
  return far > length ? (length / far) * p : p;
}

}  // namespace

Rest descend(Oracle& oracle, Vec2 start, const DescentLimits& limits) {
  Search search{oracle, limits, limits.gradients - 1};
  InverseHessian H;
  Rest here{start, oracle.gradient(start)};
  while (norm(here.here.gradient) > limits.slope && search.left > 0) {
    const Rest next = search.along(here, direction(H, here.here.gradient, limits.length));
    if (next.x == here.x) break;
    H.learn(next.x - here.x, next.here.gradient - here.here.gradient);
    here = next;
  }
  return here;
}

}  // namespace fogline
