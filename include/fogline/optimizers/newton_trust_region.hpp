// SPDX-License-Identifier: MIT
// Newton with a trust region: the lowest point of the local quadratic within a disc, whose radius
// grows and shrinks with how well the quadratic foretold the loss.
#pragma once

#include "fogline/core/symmetric2.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct NewtonTrustRegion {
  static constexpr Info info{
      .id = "newton_trust_region",
      .name = "Newton, trust region",
      .group = "Curvature",
      .formula =
          "p minimizes m(p) = f + g'p + p'Hp / 2 over |p| <= r;  rho <- (f(x) - f(x + p)) / (m(0) "
          "- m(p));  r <- r / 4 if rho < 1/4, min(2 r, maximum) if rho > 3/4 and |p| = r;  x <- x "
          "+ p if rho > eta",
      .source = "Nocedal and Wright 2006, algorithm 4.1, subproblem by section 4.3",
      .note =
          "Solves the subproblem exactly by the eigenvectors of H, so it leaves saddles too. Both "
          "sides of rho's fraction get 10 rounding errors of f added (Conn, Gould and Toint 2000, "
          "section 17.4.2), so that it is not misled where losses agree to the last digits."};
  static constexpr Answer answer = Answer::iterate;

  double initial_radius = 0.1;
  double maximum_radius = 0.5;
  double eta = 0.1;

  std::vector<Param> params() {
    return {
        real("initial_radius", initial_radius, {0.001, 1, Scale::log}, positive,
             "Radius of the first region, as a share of the domain's diagonal."),
        real("maximum_radius", maximum_radius, {0.01, 10, Scale::log}, positive,
             "Largest radius, as a share of the domain's diagonal."),
        real("eta", eta, {0, 0.24}, {.low = 0, .high = 0.25, .open_high = true},
             "A step is taken if the loss falls by more than this share of what was foretold.")};
  }

  struct State {
    double radius = 0;  // of the next region; 0 before the first
    bool known = false;
    Jet here;
    Vec2 center;       // of the last region
    double drawn = 0;  // and its radius
  };
  // One value, and a gradient with its Hessian where the last step was taken.
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // Centre and radius of the last step's region, in domain coordinates.
  std::vector<Mark> marks(const State& s) const {
    if (s.radius == 0) return {};
    return {{"trust_region", {s.center.x, s.center.y, s.drawn}}};
  }
  friend bool operator==(const NewtonTrustRegion&, const NewtonTrustRegion&) = default;
};

// The global minimizer p of g'p + p'Hp / 2 over |p| <= radius, and by how much it lowers it.
// Where two are as low (a saddle's or maximum's own place, the "hard case") it is the one along
// +low_direction.
struct TrustRegionStep {
  Vec2 p;
  double decrease = 0;
  bool on_boundary = false;
};
TrustRegionStep trust_region_step(const Eigen2& e, Vec2 g, double radius);

}  // namespace fogline
