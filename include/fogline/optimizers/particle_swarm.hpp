// SPDX-License-Identifier: MIT
// Particle swarm: particles fly on, pulled to the best place each has seen and to the best that any
// has seen.
#pragma once

#include "fogline/optimizers/population.hpp"

namespace fogline {

struct ParticleSwarm {
  static constexpr Info info{
      .id = "particle_swarm",
      .name = "Particle swarm",
      .group = "Global",
      .formula =
          "v <- w v + c1 r1 (p - x) + c2 r2 (g - x);  x <- x + v;  p the particle's best place, g "
          "the swarm's, r1 and r2 uniform in [0, 1), anew for each coordinate",
      .source =
          "Kennedy and Eberhart 1995, Proc. ICNN:1942; inertia w: Shi and Eberhart 1998, Proc. "
          "CEC:69; its default: the constriction of Clerc and Kennedy 2002, IEEE Trans. Evol. "
          "Comput. 6:58",
      .note =
          "w is inertia, c1 cognitive_weight, c2 social_weight; by default w = 0.7298 and c1 = c2 "
          "= 2.05 w. The whole swarm moves before g is looked for again. The first swarm is the "
          "start and places uniformly in the domain: the start is one of many and matters little. "
          "First velocities are half the way to another such place (Clerc's Standard PSO 2007). "
          "Speed is not limited. The first step asks for the values of the first swarm, each later "
          "one for those of the swarm moved once. It returns g.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;

  int population = 20;
  double inertia = 0.7298;
  double cognitive_weight = 1.49609;
  double social_weight = 1.49609;

  std::vector<Param> params();

  struct Particle {
    Vec2 x, v, best;
    double loss = 0;  // at its best place
  };
  struct State {
    std::vector<Particle> swarm;  // empty before the first step
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // The velocity with which particle i moves next; `best` is the swarm's best place.
  Vec2 velocity(const Particle& particle, std::uint32_t i, Vec2 best, const Moment& moment) const;
  // Places and velocities, one for one; particles that flew to infinity are left out.
  std::vector<Mark> marks(const State& state) const;
  friend bool operator==(const ParticleSwarm&, const ParticleSwarm&) = default;
};

}  // namespace fogline
