// SPDX-License-Identifier: MIT
// The moves of a particle swarm.
#include "fogline/optimizers/particle_swarm.hpp"

namespace fogline {

std::vector<Param> ParticleSwarm::params() {
  return {population_param(population, 1),
          real("inertia", inertia, {0, 1}, any_finite,
               "Share of the velocity kept from step to step: w."),
          real("cognitive_weight", cognitive_weight, {0, 3}, any_finite,
               "Pull towards the best place the particle itself has seen: c1."),
          real("social_weight", social_weight, {0, 3}, any_finite,
               "Pull towards the best place any particle has seen: c2.")};
}

Vec2 ParticleSwarm::velocity(const Particle& particle, std::uint32_t i, Vec2 best,
                             const Moment& moment) const {
  const Vec2 r1 = moment.random.uniform_pair(Purpose::velocity, moment.step, 2 * i),
             r2 = moment.random.uniform_pair(Purpose::velocity, moment.step, 2 * i + 1);
  const auto& [x, v, own, loss] = particle;
  Vec2 next;
  for (std::size_t j = 0; j < 2; ++j)
    next[j] = inertia * v[j] + cognitive_weight * r1[j] * (own[j] - x[j]) +
              social_weight * r2[j] * (best[j] - x[j]);
  return next;
}

Event ParticleSwarm::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  auto& swarm = state.swarm;
  if (swarm.empty()) {
    for (const Individual& one : uniform_population(population, x, oracle, moment)) {
      const auto i = static_cast<std::uint32_t>(swarm.size());
      const Vec2 u = moment.random.uniform_pair(Purpose::velocity, moment.step, i);
      swarm.push_back({one.x, 0.5 * (moment.domain.at(u.x, u.y) - one.x), one.x, one.loss});
    }
  } else {
    const Vec2 best = best_of(swarm).best;
    for (std::uint32_t i = 0; i < swarm.size(); ++i) {
      Particle& particle = swarm[i];
      particle.v = velocity(particle, i, best, moment);
      particle.x = particle.x + particle.v;
      const Individual here = evaluated(oracle, particle.x);
      if (!(here.loss < particle.loss)) continue;
      particle.best = here.x;
      particle.loss = here.loss;
    }
  }
  x = best_of(swarm).best;
  return Event::none;
}

std::vector<Mark> ParticleSwarm::marks(const State& state) const {
  Mark places{"population", {}}, velocities{"velocities", {}};
  for (const Particle& p : state.swarm) {
    if (!is_finite(p.x) || !is_finite(p.v)) continue;
    places.values.insert(places.values.end(), {p.x.x, p.x.y});
    velocities.values.insert(velocities.values.end(), {p.v.x, p.v.y});
  }
  return {places, velocities};
}

}  // namespace fogline
