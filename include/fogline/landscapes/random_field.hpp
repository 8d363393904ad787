// SPDX-License-Identifier: MIT
// A Gaussian random field in any number of dimensions: what "a random landscape" means where the
// theory of its critical points speaks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fogline/core/reverse.hpp"
#include "fogline/core/rng.hpp"

namespace fogline {

// sqrt(2 / m) times the sum of m waves cos(k_i . x + p_i), the wave vectors k_i standard normal and
// the phases p_i uniform: mean 0 and covariance exp(-|x - y|^2 / 2), Gaussian in the limit of many
// waves (Rice 1944; Rahimi and Recht 2007, NeurIPS 20:1177).
struct RandomField {
  int waves = 256;
  std::uint64_t seed = 1;
  std::vector<double> vectors, phases;  // row-major, waves x n; drawn by `random_field`

  auto operator()(const auto& p) const {
    const std::size_t n = p.size();
    const auto wave = [&](std::size_t i) {
      return cos(inner(std::span(vectors).subspan(i * n, n), p) + phases[i]);
    };
    auto total = wave(0);
    for (std::size_t i = 1; i < phases.size(); ++i) total = total + wave(i);
    return sqrt(2.0 / static_cast<double>(phases.size())) * total;
  }
};

inline RandomField random_field(std::size_t n, std::uint64_t seed, int waves = 256) {
  RandomField f{waves, seed, {}, {}};
  const Stream stream{.seed = seed};
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(waves); ++i) {
    for (std::uint32_t k = 0; k < n; k += 2) {
      const Vec2 pair = stream.normal_pair(Purpose::wave, i, 1 + k / 2);
      f.vectors.push_back(pair.x);
      if (k + 1 < n) f.vectors.push_back(pair.y);
    }
    f.phases.push_back(2 * pi * stream.uniform(Purpose::wave, i, 0));
  }
  return f;
}

}  // namespace fogline
