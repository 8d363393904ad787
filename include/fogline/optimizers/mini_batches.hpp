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
          "f = mean of f_i, f_i(x) = f(x) + strength sum_j c_ij sqrt(2/8) sin(k_j . x + phi_j), "
          "sum_i c_ij = 0;  a step sees the mean over batch copies",
      .source = "Robbins and Monro 1951; Bottou, Curtis and Nocedal 2018, SIAM Rev. 60:223",
      .note =
          "The copies' perturbations sum to zero exactly, so that the full batch is the terrain on "
          "screen. Each epoch deals all copies anew. Held-out copies give the validation loss. "
          "With "
          "imbalance the first half of the copies counts more than the second, as a common class "
          "would, and the batches are drawn in that proportion; resample draws all alike again.",
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
            on_off("resample", resample, "Draws all copies alike, whatever they count.")};
  }
  bool is_full() const { return batch >= copies; }
  // What a batch costs beside the full one, b / n.
  double share() const { return is_full() ? 1.0 : static_cast<double>(batch) / copies; }
  friend bool operator==(const MiniBatches&, const MiniBatches&) = default;
};

// The copies, drawn: waves over the domain and every copy's weights of them.
class Copies {
 public:
  static constexpr std::size_t waves = 8;
  // A mean of copies: weights of the waves, in units of loss.
  using Mix = std::array<double, waves>;

  Copies(const MiniBatches& settings, const Box& domain, const Stream& random);

  // What the batch of a step adds to the landscape; all zeros for the full batch of equal copies.
  Mix batch(std::uint32_t step) const;
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
  Mix mean(const Weights& sum, double count) const;
  std::vector<std::uint16_t> dealt(std::uint32_t step) const;

  MiniBatches settings_;
  Stream random_;
  std::array<Vec2, waves> wave_;
  std::array<double, waves> phase_;
  std::vector<Weights> weights_;  // of the training copies
  Mix full_{}, held_out_{};
};

}  // namespace fogline
