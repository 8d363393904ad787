// SPDX-License-Identifier: MIT
// Restarts: an axis that combines with any optimizer. A walk that stands still, or runs away,
// begins again elsewhere, and the best place of all its lives is kept.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Restarts {
  static constexpr Info info{
      .id = "restarts",
      .name = "Restarts",
      .group = "Axes",
      .formula =
          "stay within tolerance d of one place for patience steps, or leave the domain by more "
          "than d: begin again elsewhere in the domain; d is the domain's diagonal",
      .source =
          "Random restarts, e.g. Rinnooy Kan and Timmer 1987, Math. Program. 39:27; Latin "
          "hypercube: McKay, Beckman and Conover 1979; from the best: Lourenco, Martin and Stutzle "
          "2003, Iterated local search",
      .note =
          "The optimizer's memory, schedule and average start anew too. The answer is the best "
          "place visited in any life. from: uniform; latin_hypercube, of sixteen rows and columns "
          "each once in sixteen lives; best, a normal step of size perturbation d from the best "
          "place so far, but not off the map.",
      .random = true};
  static constexpr Need need = Need::nothing;
  enum Origin : int { uniform, latin_hypercube, best };
  static constexpr std::string_view origins[] = {"uniform", "latin_hypercube", "best"};

  int patience = 50;
  double tolerance = 1e-3;
  int most = 0;
  int from = uniform;
  double perturbation = 0.1;

  std::vector<Param> params() {
    return {integer("patience", patience, {10, 1000, Scale::log}, {.low = 1},
                    "Steps without leaving a place before it counts as a stall."),
            real("tolerance", tolerance, {1e-5, 0.1, Scale::log}, non_negative,
                 "Size of that place, as a share of the domain's diagonal."),
            integer("most", most, {0, 100}, non_negative, "Restarts at the most; 0 is no limit."),
            choice("from", from, origins, "Where a new life begins."),
            only_if(from == best, real("perturbation", perturbation, {1e-3, 1, Scale::log},
                                       {.low = 0, .high = 1e6},
                                       "Size of the step from the best place, as a share of the "
                                       "domain's diagonal."))};
  }

  // What must be remembered: where and when the walker last came out of its tolerance, to notice a
  // stall, and the best place so far.
  struct Watch {
    Vec2 anchor;
    std::uint32_t since = 0;
    int made = 0;
    Vec2 best;
  };
  bool allows_another(const Watch& watch) const { return most == 0 || watch.made < most; }
  // Looks at the iterate of `step` and says whether the next life must begin.
  bool due(Watch& watch, Vec2 x, std::uint32_t step, const Box& domain) const {
    if (!allows_another(watch)) return false;
    const double diagonal = domain.diagonal();
    if (!(norm(x - domain.center()) <= 1.5 * diagonal)) return true;
    if (norm(x - watch.anchor) > tolerance * diagonal) {
      watch.anchor = x;
      watch.since = step;
    }
    return step - watch.since >= static_cast<std::uint32_t>(patience);
  }
  // Where the life begins that follows the iterate of `step`.
  Vec2 next_start(const Watch& watch, const Stream& random, const Box& domain,
                  std::uint32_t step) const;
  friend bool operator==(const Restarts&, const Restarts&) = default;
};

}  // namespace fogline
