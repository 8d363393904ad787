// SPDX-License-Identifier: MIT
// Drawing the copies and dealing the batches.
#include "fogline/optimizers/mini_batches.hpp"

#include <algorithm>
#include <numeric>

namespace fogline {
namespace {

constexpr std::int64_t one = 1 << 20;  // the whole number that stands for 1

// Standard normal weights as whole numbers; |z| < 9 for every uniform of 53 bits.
std::int64_t whole(double z) { return static_cast<std::int64_t>(floor(z * one)); }

}  // namespace

Copies::Copies(const MiniBatches& settings, const Box& domain, const Stream& random)
    : settings_(settings), random_(random) {
  const Stream data{static_cast<std::uint64_t>(settings.data_seed)};
  // From one to three wavelengths across the domain's diagonal.
  for (std::uint32_t j = 0; j < waves; ++j) {
    const Vec2 u = data.uniform_pair(Purpose::data, 0, 2 * j);
    const auto [s, c] = sincos(2 * pi * u.x);
    const double number = 2 * pi * (1 + 2 * u.y) / domain.diagonal();
    wave_[j] = {number * c, number * s};
    phase_[j] = 2 * pi * data.uniform(Purpose::data, 0, 2 * j + 1);
  }
  const auto drawn = [&](std::uint32_t copy) {
    Weights w;
    for (std::uint32_t j = 0; j < waves; j += 2) {
      const Vec2 z = data.normal_pair(Purpose::data, copy + 1, j);
      w[j] = whole(z.x);
      w[j + 1] = whole(z.y);
    }
    return w;
  };
  const auto n = static_cast<std::uint32_t>(settings.copies);
  for (std::uint32_t i = 0; i < n; ++i) weights_.push_back(drawn(i));
  for (std::size_t j = 0; j < waves; ++j) {
    std::int64_t sum = 0;
    for (const Weights& w : weights_) sum += w[j];
    for (Weights& w : weights_) w[j] = w[j] * n - sum;  // in units of 1 / (n one)
  }
  Weights unseen{}, counted{};
  for (int i = 0; i < settings.held_out; ++i) {
    const Weights w = drawn(MiniBatches::most_copies + static_cast<std::uint32_t>(i));
    for (std::size_t j = 0; j < waves; ++j) unseen[j] += w[j] * n;
  }
  held_out_ = mean(unseen, settings.held_out);
  if (settings.imbalance == 1 || settings.resample) return;
  // The common half sums to minus the rare half: what is left is their difference in weight.
  const std::size_t common = weights_.size() - weights_.size() / 2;
  for (std::size_t i = 0; i < common; ++i)
    for (std::size_t j = 0; j < waves; ++j) counted[j] += weights_[i][j];
  const double total = settings.imbalance * static_cast<double>(common) +
                       static_cast<double>(weights_.size() - common);
  full_ = mean(counted, total / (settings.imbalance - 1));
}

Copies::Mix Copies::mean(const Weights& sum, double count) const {
  const double unit =
      settings_.strength * 0.5 / (static_cast<double>(one) * settings_.copies * count);
  Mix mix;
  for (std::size_t j = 0; j < waves; ++j) mix[j] = unit * static_cast<double>(sum[j]);
  return mix;
}

// The copies of a step's batch: the epoch's deck, dealt from the top, or, where copies count
// differently, each drawn by itself.
std::vector<std::uint16_t> Copies::dealt(std::uint32_t step) const {
  const auto n = static_cast<std::uint32_t>(settings_.copies);
  const auto b = static_cast<std::uint32_t>(settings_.batch);
  std::vector<std::uint16_t> deck;
  if (settings_.imbalance != 1 && !settings_.resample) {
    const double common = n - n / 2, rare = n / 2, r = settings_.imbalance;
    for (std::uint32_t k = 0; k < b; ++k) {
      const double u = random_.uniform(Purpose::batch, step, k) * (r * common + rare);
      const double i = u < r * common ? floor(u / r) : common + floor(u - r * common);
      deck.push_back(static_cast<std::uint16_t>(min(i, n - 1.0)));
    }
    return deck;
  }
  const std::uint32_t batches = (n + b - 1) / b, epoch = step / batches, first = step % batches * b;
  deck.resize(n);
  std::iota(deck.begin(), deck.end(), std::uint16_t{0});
  const std::uint32_t end = std::min(first + b, n);
  for (std::uint32_t k = 0; k < end; ++k) {  // Fisher and Yates, as far as the batch reaches
    const double u = random_.uniform(Purpose::batch, epoch, k);
    std::swap(deck[k], deck[k + static_cast<std::uint32_t>(u * (n - k))]);
  }
  return {deck.begin() + first, deck.begin() + end};
}

Copies::Mix Copies::batch(std::uint32_t step) const {
  if (settings_.is_full()) return full_;
  const auto seen = dealt(step);
  Weights sum{};
  for (const std::uint16_t i : seen)
    for (std::size_t j = 0; j < waves; ++j) sum[j] += weights_[i][j];
  return mean(sum, static_cast<double>(seen.size()));
}

}  // namespace fogline
