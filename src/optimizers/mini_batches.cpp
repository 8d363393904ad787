// SPDX-License-Identifier: MIT
// Drawing the copies and dealing the batches.
#include "fogline/optimizers/mini_batches.hpp"

#include <numeric>
#include <utility>

namespace fogline {
namespace {

constexpr std::int64_t one = 1 << 20;  // the whole number that stands for 1

// |z| < 9 for every normal number made of 53 random bits.
std::int64_t whole(double z) { return static_cast<std::int64_t>(floor(z * one)); }

Stream data(const MiniBatches& settings) {
  return {.seed = static_cast<std::uint64_t>(settings.data_seed)};
}

// The weights of a copy as drawn, in units of 1 / one.
template <class Weights>
Weights drawn_weights(const Stream& data, std::uint32_t copy) {
  Weights w;
  for (std::uint32_t j = 0; j < w.size(); j += 2) {
    const Vec2 z = data.normal_pair(Purpose::data, copy + 1, j);
    w[j] = whole(z.x);
    w[j + 1] = whole(z.y);
  }
  return w;
}

}  // namespace

Copies::Copies(const MiniBatches& settings, const Box& domain, const Stream& random)
    : settings_(settings), random_(random) {
  draw_waves(domain);
  draw_weights();
  if (!settings_.is_biased()) return;
  // The common half sums to minus the rare half: what is left is their difference in weight.
  Weights sum{};
  for (std::size_t i = 0; i < common(); ++i)
    for (std::size_t j = 0; j < waves; ++j) sum[j] += weights_[i][j];
  const double frequent = static_cast<double>(common()), n = settings_.copies;
  full_ = mean(sum, (settings_.imbalance * frequent + (n - frequent)) / (settings_.imbalance - 1));
}

// From one to three wavelengths across the domain's diagonal, in all directions.
void Copies::draw_waves(const Box& domain) {
  const Stream stream = data(settings_);
  for (std::uint32_t j = 0; j < waves; ++j) {
    const Vec2 u = stream.uniform_pair(Purpose::data, 0, 2 * j);
    const auto [s, c] = sincos(2 * pi * u.x);
    const double number = 2 * pi * (1 + 2 * u.y) / domain.diagonal();
    wave_[j] = {number * c, number * s};
    phase_[j] = 2 * pi * stream.uniform(Purpose::data, 0, 2 * j + 1);
  }
}

// The training copies' mean is taken off them and off the held-out ones: all come from one
// population, of which the terrain is the sample.
void Copies::draw_weights() {
  const Stream stream = data(settings_);
  const auto n = static_cast<std::uint32_t>(settings_.copies);
  for (std::uint32_t i = 0; i < n; ++i) weights_.push_back(drawn_weights<Weights>(stream, i));
  Weights sum{}, unseen{};
  for (const Weights& w : weights_)
    for (std::size_t j = 0; j < waves; ++j) sum[j] += w[j];
  for (Weights& w : weights_)
    for (std::size_t j = 0; j < waves; ++j) w[j] = w[j] * n - sum[j];
  for (int i = 0; i < settings_.held_out; ++i) {
    const auto number = static_cast<std::uint32_t>(MiniBatches::most_copies + i);
    const Weights w = drawn_weights<Weights>(stream, number);
    for (std::size_t j = 0; j < waves; ++j) unseen[j] += w[j] * n - sum[j];
  }
  held_out_ = mean(unseen, settings_.held_out);
}

Copies::Mix Copies::mean(const Weights& sum, double count) const {
  const double unit =
      settings_.strength * 0.5 / (static_cast<double>(one) * settings_.copies * count);
  Mix mix;
  for (std::size_t j = 0; j < waves; ++j) mix[j] = unit * static_cast<double>(sum[j]);
  return mix;
}

// The copy that comes up at this turn, turns being counted over the whole walk.
std::size_t Copies::dealt(std::uint32_t turn, Decks& decks) const {
  const auto n = static_cast<std::uint32_t>(settings_.copies);
  const std::uint32_t epoch = turn / n;
  auto& order = decks.order[epoch % 2];
  if (std::exchange(decks.epoch[epoch % 2], epoch) != epoch) {
    std::iota(order.begin(), order.begin() + n, std::uint8_t{0});
    for (std::uint32_t k = 0; k + 1 < n; ++k) {  // Fisher and Yates
      const double u = random_.uniform(Purpose::batch, epoch, k);
      std::swap(order[k], order[k + static_cast<std::uint32_t>(u * (n - k))]);
    }
  }
  return order[turn % n];
}

// Copy number k of a step's batch where copies count differently: each drawn by itself.
std::size_t Copies::drawn(std::uint32_t step, std::uint32_t k) const {
  const double frequent = static_cast<double>(common()), n = settings_.copies,
               r = settings_.imbalance;
  const double u = random_.uniform(Purpose::batch, step, k) * (r * frequent + (n - frequent));
  const double i = u < r * frequent ? floor(u / r) : frequent + floor(u - r * frequent);
  return static_cast<std::size_t>(min(i, n - 1));
}

Copies::Mix Copies::batch(std::uint32_t step, Decks& decks) const {
  if (settings_.is_full()) return full_;
  const auto b = static_cast<std::uint32_t>(settings_.batch);
  Weights sum{};
  for (std::uint32_t k = 0; k < b; ++k) {
    const std::size_t i = settings_.is_biased() ? drawn(step, k) : dealt(step * b + k, decks);
    for (std::size_t j = 0; j < waves; ++j) sum[j] += weights_[i][j];
  }
  return mean(sum, b);
}

}  // namespace fogline
