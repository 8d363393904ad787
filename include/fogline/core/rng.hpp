// SPDX-License-Identifier: MIT
// Random numbers as a pure function of who asks and when: key (seed, purpose, walker), counter
// (step, draw). Nothing is advanced, so results cannot depend on order, threads or playback.
// Philox4x32-10: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC
// 2011.
#pragma once

#include <array>
#include <cstdint>

#include "fogline/core/geometry.hpp"

namespace fogline {

// What a number is drawn for. Streams of different purposes are independent; never renumber.
enum class Purpose : std::uint32_t {
  proposal = 1,
  acceptance = 2,
  restart = 3,
  start = 4,
  tie = 5,
  noise = 6,
  mask = 7,
  data = 8,
  batch = 9,
  // Methods without gradients: signs of a simultaneous perturbation; a random search's next place.
  perturbation = 10,
  trial = 11,
  // The global methods: a first population; who breeds; what is mixed; what is changed; the two
  // pulls on a particle; a normal sample; where an acquisition is looked at.
  population = 20,
  selection = 21,
  crossover = 22,
  mutation = 23,
  velocity = 24,
  sample = 25,
  candidate = 26,
  // Landscapes out of a seed.
  well = 30,
  wave = 31,
  ensemble = 40,
  stratum = 41,
  // Starts to race from, starts to tune on, and what tuning tries.
  race_start = 42,
  tuning_start = 43,
  tuning_trial = 44
};

// The Philox4x32-10 block: 128 random bits for a 128-bit counter and a 64-bit key.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

// One walker's source of randomness for a whole race.
struct Stream {
  std::uint64_t seed = 1;
  std::uint32_t walker = 0;

  // Uniform in [0, 1), 53 bits.
  double uniform(Purpose purpose, std::uint32_t step, std::uint32_t draw = 0) const;
  // Two independent uniforms in [0, 1).
  Vec2 uniform_pair(Purpose purpose, std::uint32_t step, std::uint32_t draw = 0) const;
  // Two independent standard normals (Box and Muller 1958), with the project's own log, sin and
  // cos.
  Vec2 normal_pair(Purpose purpose, std::uint32_t step, std::uint32_t draw = 0) const;
};

}  // namespace fogline
