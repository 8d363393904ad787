// SPDX-License-Identifier: MIT
// Mini-batches: the landscape as the mean of seeded perturbed copies, of which each step sees a
// few.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct MiniBatches {
  static constexpr Info info{
      .id = "mini_batches",
      .name = "Mini-batches",
      .group = "Axes",
      .formula =
          "f = mean of f_i, f_i(x) = f(x) + strength sum_j c_ij sin(k_j . x + phi_j) / 2, j = 1 to "
          "8, c_ij ~ N(0, 1) - mean;  a step sees the mean over batch copies",
      .source = "Robbins and Monro 1951; Bottou, Curtis and Nocedal 2018, SIAM Rev. 60:223",
      .note =
          "The copies' perturbations sum to zero exactly, so that the full batch is the terrain on "
          "screen. Each epoch deals all copies once, in a new order. Held-out copies, drawn alike, "
          "give the validation loss. A batch of b of n costs b / n. With imbalance the first half "
          "of the copies counts more than the second, as a common class would, and the batches are "
          "drawn in that proportion; resample deals all alike again.",
      .random = true};
  static constexpr Need need = Need::nothing;
  static constexpr int most_copies = 256;

  int copies = 32;
  int batch = 4;
  double strength = 1;
  int data_seed = 1;
  int held_out = 8;
  double imbalance = 1;
  bool resample = false;

  std::vector<Param> params() {
    return {integer("copies", copies, {2, 256, Scale::log}, {.low = 2, .high = most_copies},
                    "Training copies, n."),
            integer("batch", batch, {1, 256, Scale::log}, {.low = 1, .high = most_copies},
                    "Copies seen at a step, b; n or more is the full batch, the terrain itself."),
            real("strength", strength, {1e-2, 100, Scale::log}, non_negative,
                 "Standard deviation of a copy's loss from the terrain's, in units of loss."),
            integer("data_seed", data_seed, {1, 100}, {.low = 0, .high = 1e9},
                    "Another number draws new data."),
            integer("held_out", held_out, {1, 64, Scale::log}, {.low = 1, .high = most_copies},
                    "Copies that no step sees, for the validation loss."),
            real("imbalance", imbalance, {1, 20, Scale::log}, {.low = 1, .high = 1e6},
                 "How much more the first half of the copies counts than the second."),
            on_off("resample", resample, "Deals all copies alike, whatever they count.")};
  }
  bool is_full() const { return batch >= copies; }
  // Whether some copies are drawn more often than others.
  bool is_biased() const { return imbalance != 1 && !resample; }
  // What an evaluation of a batch costs beside one of the landscape, b / n.
  double share() const { return is_full() ? 1.0 : static_cast<double>(batch) / copies; }
  // Likewise of the held-out copies.
  double held_out_share() const { return static_cast<double>(held_out) / copies; }
  friend bool operator==(const MiniBatches&, const MiniBatches&) = default;
};

// The copies, drawn: waves over the domain and every copy's weights of them.
class Copies {
 public:
  static constexpr std::size_t waves = 8;
  // A mean of copies: weights of the waves, in units of loss.
  using Mix = std::array<double, waves>;
  // The orders in which two epochs deal the copies, by the epoch's parity: a batch may take the
  // last copies of one and the first of the next. Remembered from step to step; may begin empty.
  struct Decks {
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    std::array<std::uint32_t, 2> epoch{none, none};
    std::array<std::array<std::uint8_t, MiniBatches::most_copies>, 2> order;
  };

  // The data follow settings.data_seed alone, the batches follow `random`.
  Copies(const MiniBatches& settings, const Box& domain, const Stream& random);

  // What the batch of a step adds to the landscape: that of the whole data where it is full.
  Mix batch(std::uint32_t step, Decks& decks) const;
  // What the whole training data adds: zeros, exactly, unless the copies count differently.
  const Mix& full() const { return full_; }
  const Mix& held_out() const { return held_out_; }

  auto perturbation(const Mix& mix, const auto& p) const {
    const auto& [x, y] = p;
    auto sum = mix[0] * sin(wave_[0].x * x + wave_[0].y * y + phase_[0]);
    for (std::size_t j = 1; j < waves; ++j)
      sum = sum + mix[j] * sin(wave_[j].x * x + wave_[j].y * y + phase_[j]);
    return sum;
  }

 private:
  using Weights = std::array<std::int64_t, waves>;  // whole numbers, so that sums are exact
  void draw_waves(const Box& domain);
  void draw_weights();
  Mix mean(const Weights& sum, double count) const;
  std::size_t dealt(std::uint32_t turn, Decks& decks) const;
  std::size_t drawn(std::uint32_t step, std::uint32_t k) const;
  // The copies that count more under imbalance come first.
  std::size_t common() const { return weights_.size() - weights_.size() / 2; }

  MiniBatches settings_;
  Stream random_;
  std::array<Vec2, waves> wave_;
  std::array<double, waves> phase_;
  std::vector<Weights> weights_;  // of the training copies, in units of 1 / (n one)
  Mix full_{}, held_out_{};
};

}  // namespace fogline
