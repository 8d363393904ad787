// SPDX-License-Identifier: MIT
// Trials of escape.
#include "fogline/engine/laboratory/saddle_escape.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "fogline/engine/laboratory/space_walk.hpp"

namespace fogline {
namespace {

template <class Done>
std::optional<std::uint32_t> steps_until(SpaceWalker walker, double noise, const Stream& random,
                                         std::uint32_t most, const Done& done) {
  while (!done(walker.x())) {
    if (walker.step() >= most || !walker.advance(noise, random)) return std::nullopt;
  }
  return walker.step();
}

}  // namespace

std::optional<std::uint32_t> escape_steps(const SaddleTrial& t, std::uint64_t seed,
                                          std::uint32_t walker, std::uint32_t most) {
  assert(t.n >= 2);
  const auto n = static_cast<std::size_t>(t.n);
  const Stream random{.seed = seed, .walker = walker};
  const double share = t.kind == Disturbance::total ? 1 / std::sqrt(t.n) : 1;
  std::vector<double> start(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const Vec2 pair = random.normal_pair(Purpose::start, 0, i / 2);
    start[i] = t.offset * share * (i % 2 == 0 ? pair.x : pair.y);
  }
  return steps_until({Space(Saddle{}, n), GradientDescent{.learning_rate = t.rate}, start},
                     t.noise * share, random, most,
                     [](const std::vector<double>& x) { return std::abs(x.back()) > 1; });
}

std::optional<std::uint32_t> chain_steps(int saddles, double noise, double rate, std::uint64_t seed,
                                         std::uint32_t most) {
  assert(saddles >= 2);
  const auto n = static_cast<std::size_t>(saddles);
  return steps_until({Space(SaddleChain{}, n), GradientDescent{.learning_rate = rate},
                      std::vector<double>(n, 1 / euler)},
                     noise, {.seed = seed}, most, [](const std::vector<double>& x) {
                       return SaddleChain::stage(x) == x.size();
                     });
}

double EscapeTimes::usual(int n, Disturbance kind) const {
  std::vector<double> steps;
  for (std::uint32_t k = 0; k < trials; ++k)
    steps.push_back(
        escape_steps({.n = n, .kind = kind, .noise = noise_}, seed_, k).value_or(100'000));
  std::nth_element(steps.begin(), steps.begin() + trials / 2, steps.end());
  return steps[trials / 2];
}

bool EscapeTimes::advance(Clock::time_point deadline) {
  while (dimensions_.size() < 9) {
    const int n = 2 << dimensions_.size();
    at_total_.push_back(usual(n, Disturbance::total));
    at_per_coordinate_.push_back(usual(n, Disturbance::per_coordinate));
    dimensions_.push_back(n);
    if (Clock::now() >= deadline) return false;
  }
  while (of_chain_.size() + 2 <= longest_chain) {
    const int saddles = static_cast<int>(of_chain_.size()) + 2;
    of_chain_.push_back(chain_steps(saddles, noise_, 0.05, seed_).value_or(1'000'000));
    if (Clock::now() >= deadline) return false;
  }
  return true;
}

}  // namespace fogline
