// SPDX-License-Identifier: MIT
// A landscape out of a seed: endless new maps.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/landscapes/hollows.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct RandomTerrain {
  static constexpr Info info{
      .id = "random_terrain",
      .name = "Random terrain",
      .group = "Many valleys",
      .formula =
          "(x^4 + y^4) / 125 + sum over 32 waves of a_i cos(k_i x + l_i y + p_i), directions and "
          "phases from the seed, a_i ~ |(k_i, l_i)|^(4 roughness - 4), sum of a_i^2 = 2",
      .source = "Fogline; a Gaussian random field as a sum of waves, Rice 1944",
      .note =
          "Each seed is another map; their statistics are the same. Rougher maps have more of the "
          "short waves and so more traps of equal depth. The minimum is looked for on a lattice "
          "as fine as the waves."};
  static constexpr int waves_known = 32;

  struct Wave {
    double k = 0, l = 0, phase = 0, amplitude = 0;  // k and l in radians per domain unit
    friend bool operator==(const Wave&, const Wave&) = default;
  };
  struct Waves {
    Wave at[waves_known];
    friend bool operator==(const Waves&, const Waves&) = default;
  };

  int seed = 1;
  double roughness = 0.5;
  Waves waves = drawn(1, 0.5);  // follow the seed and the roughness

  std::vector<Param> params() {
    return {after<&RandomTerrain::draw>(integer("seed", seed, {0, 999}, non_negative, "Which map."),
                                        *this),
            after<&RandomTerrain::draw>(
                real("roughness", roughness, {0, 1}, {.low = 0, .high = 1},
                     "Share of the short waves: 0 for hills alone, 1 for all waves alike."),
                *this)};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return found().lowest; }
  std::vector<Vec2> local_minima() const { return found().higher; }

  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    auto loss = 0.008 * (sq(sq(x)) + sq(sq(y)));
    for (const Wave& w : waves.at) loss = loss + w.amplitude * cos(w.k * x + w.l * y + w.phase);
    return loss;
  }
  friend bool operator==(const RandomTerrain&, const RandomTerrain&) = default;

 private:
  Valleys found() const {
    constexpr int n = 48;
    const std::vector<Vec2> points = lattice_of(domain(), n);
    std::vector<double> values;
    for (const Vec2 p : points) values.push_back((*this)(p));
    return valleys(*this, hollows(points, values, n));
  }

  // Wave numbers spread evenly, from one wave across the domain to eight.
  static Waves drawn(int seed, double roughness) {
    constexpr double lowest = 0.2 * pi, step = 7 * lowest / waves_known;
    const Stream stream{.seed = static_cast<std::uint64_t>(seed)};
    Waves waves;
    double power = 0;
    for (std::uint32_t i = 0; Wave & wave : waves.at) {
      const Vec2 u = stream.uniform_pair(Purpose::wave, i, 0);
      const Vec2 v = stream.uniform_pair(Purpose::wave, i, 1);
      const double number = lowest + (i++ + u.x) * step;
      const auto [sine, cosine] = sincos(2 * pi * u.y);
      wave = {number * cosine, number * sine, 2 * pi * v.x,
              exp(4 * (roughness - 1) * log(number / lowest))};
      power += sq(wave.amplitude);
    }
    for (Wave& wave : waves.at) wave.amplitude *= sqrt(2 / power);
    return waves;
  }
  void draw() { waves = drawn(seed, roughness); }
};

}  // namespace fogline
