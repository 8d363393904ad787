// SPDX-License-Identifier: MIT
// The trust-region subproblem in the plane and the rules around it.
#include "fogline/optimizers/newton_trust_region.hpp"

#include <limits>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// A minimizer on the circle solves (H + lambda I) p = -g with lambda >= 0 and H + lambda I positive
// semidefinite (theorem 4.1). Here in coordinates along the eigenvectors, and with the shift mu =
// lambda + low >= 0, in which nothing cancels: p = -(g.x / mu, g.y / (mu + gap)).
struct Secular {
  Vec2 g;
  double gap, radius;

  Vec2 at(double mu) const { return {-g.x / mu, -g.y / (mu + gap)}; }

  // The mu with |p| = radius by Newton's method on 1 / radius - 1 / |p| (4.44), from where |p| >=
  // radius: it then increases to the solution.
  double solve(double mu) const {
    for (int i = 0; i < 60; ++i) {
      const Vec2 p = at(mu);
      const double size = norm(p);
      const double q = p.x * p.x + p.y * p.y * (mu / (mu + gap));  // mu |L^-1 p|^2
      const double next = mu + mu * (size * size / q) * ((size - radius) / radius);
      if (!(next > mu)) break;
      mu = next;
    }
    return mu;
  }
};

// In coordinates along the eigenvectors; low < 0, or Newton's step is longer than the radius.
Vec2 on_circle(const Eigen2& e, Vec2 g, double radius) {
  const double gap = e.high - e.low;
  const double mu = max(max(0.0, e.low), max(abs(g.x) / radius, abs(g.y) / radius - gap));
  if (mu > 0) {
    const Secular secular{g, gap, radius};
    const Vec2 p = secular.at(secular.solve(mu));
    return (radius / norm(p)) * p;
  }
  // The hard case: the slope has no part along the lowest curvature.
  const double py = gap > 0 ? -g.y / gap : 0;
  return {sqrt(max(0.0, radius * radius - py * py)), py};
}

}  // namespace

TrustRegionStep trust_region_step(const Eigen2& e, Vec2 gradient, double radius) {
  const Vec2 g{dot(gradient, e.low_direction), dot(gradient, e.high_direction)};
  TrustRegionStep step;
  Vec2 p{g.x == 0 ? 0 : -g.x / e.low, g.y == 0 ? 0 : -g.y / e.high};
  if (e.low < 0 || !(norm(p) <= radius)) {
    p = on_circle(e, g, radius);
    step.on_boundary = true;
  }
  step.p = p.x * e.low_direction + p.y * e.high_direction;
  step.decrease = -(dot(g, p) + 0.5 * (e.low * p.x * p.x + e.high * p.y * p.y));
  return step;
}

Event NewtonTrustRegion::step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
  const double diagonal = moment.domain.diagonal();
  if (s.radius == 0) s.radius = min(initial_radius, maximum_radius) * diagonal;
  if (!s.known) s.here = oracle.jet(x);
  s.known = true;
  s.center = x;
  s.drawn = s.radius;
  const Eigen2 e = eigen(s.here.xx, s.here.xy, s.here.yy);
  const TrustRegionStep step = trust_region_step(e, {s.here.x, s.here.y}, s.radius);
  const Vec2 next = x + step.p;
  if (next == x) {  // nothing is left to try here: look again
    s.known = false;
    return Event::none;
  }
  const double value = height(oracle.value(next));
  const double rounding = 10 * std::numeric_limits<double>::epsilon() * abs(s.here.v);
  const double foretold = step.decrease + rounding, fell = s.here.v - value + rounding;
  const double rho = foretold > 0 ? fell / foretold : 1;
  if (!(rho >= 0.25))
    s.radius = 0.25 * s.radius;
  else if (rho > 0.75 && step.on_boundary)
    s.radius = min(2 * s.radius, maximum_radius * diagonal);
  if (!(rho > eta)) return Event::none;
  x = next;
  s.known = false;
  return Event::none;
}

}  // namespace fogline
