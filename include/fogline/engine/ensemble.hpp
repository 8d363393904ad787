// SPDX-License-Identifier: MIT
// Ensembles: copies of one racer from different starts or seeds, reported as one.
#pragma once

#include <string_view>
#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Ensemble {
  static constexpr Info info{
      .id = "ensemble",
      .name = "Ensemble",
      .group = "Axes",
      .formula = "k copies; answer = the best copy's",
      .source =
          "Multistart, e.g. Rinnooy Kan and Timmer 1987, Math. Program. 39:27; deep "
          "ensembles: Lakshminarayanan, Pritzel and Blundell 2017",
      .note =
          "All copies walk the whole budget of steps; of a budget of cost each gets its share. "
          "Reported are the best, the spread and how many ended in each valley. The mean of ends "
          "in "
          "different valleys is no model: Himmelblau's four average to a hill.",
      .random = true};
  static constexpr Need need = Need::nothing;
  enum Difference : int { seeds, near_starts, starts };
  static constexpr std::string_view differences[] = {"seeds", "near_starts", "starts"};
  static constexpr int most_copies = 64;

  int copies = 8;
  int differ_in = near_starts;
  double spread = 0.1;

  std::vector<Param> params() {
    return {integer("copies", copies, {2, 32, Scale::log}, {.low = 2, .high = most_copies},
                    "Number of copies, k; the first is the racer itself."),
            choice("differ_in", differ_in, differences,
                   "seeds: random numbers alone; near_starts: starts around the racer's too; "
                   "starts: starts uniformly in the domain."),
            only_if(differ_in == near_starts,
                    real("spread", spread, {1e-3, 0.5, Scale::log}, {.low = 0, .high = 1e6},
                         "Standard deviation of near starts, as a share of the domain's "
                         "diagonal."))};
  }
  // Where copy number `copy` begins; the first at the racer's own start.
  Vec2 start(int copy, Vec2 own, const Box& domain, const Stream& random) const;
  friend bool operator==(const Ensemble&, const Ensemble&) = default;
};

}  // namespace fogline
