// SPDX-License-Identifier: MIT
// Restarts: an axis that combines with any optimizer. A walk that stands still, or runs away,
// begins again elsewhere, and the best place of all its lives is kept.
#pragma once

#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Restarts {
  static constexpr Info info{
      .id = "restarts",
      .name = "Restarts",
      .group = "Axes",
      .formula =
          "stay within tolerance d of one place for patience steps, or leave the domain by more "
          "than d: begin "
          "again, uniformly in the domain; d is the domain's diagonal",
      .source = "Random restarts, e.g. Rinnooy Kan and Timmer 1987, Math. Program. 39:27",
      .note =
          "The optimizer's memory starts anew too. The answer is the best place visited in any "
          "life.",
      .random = true};

  int patience = 50;
  double tolerance = 1e-3;
  int most = 0;

  std::vector<Param> params() {
    return {integer("patience", patience, {10, 1000, Scale::log}, {.low = 1},
                    "Steps without leaving a place before it counts as a stall."),
            real("tolerance", tolerance, {1e-5, 0.1, Scale::log}, non_negative,
                 "Size of that place, as a share of the domain's diagonal."),
            integer("most", most, {0, 100}, non_negative, "Restarts at the most; 0 is no limit.")};
  }

  // What must be remembered to notice a stall: where and when the walker last came out of its
  // tolerance.
  struct Watch {
    Vec2 anchor;
    std::uint32_t since = 0;
    int made = 0;
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
  friend bool operator==(const Restarts&, const Restarts&) = default;
};

}  // namespace fogline
