// SPDX-License-Identifier: MIT
// Warm start: a racer begins where another one ended.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

// "same" and the ids of all landscapes.
std::span<const std::string_view> landscapes_to_train_on();

struct WarmStart {
  static constexpr Info info{
      .id = "warm_start",
      .name = "Warm start",
      .group = "Axes",
      .formula = "x_0 = the answer of racer number `racer` after the race's budget",
      .source = "Transfer, e.g. Pan and Yang 2010, IEEE Trans. Knowl. Data Eng. 22:1345",
      .note =
          "Begins at the end of a racer that stands above it in the list, with nothing else "
          "remembered. On another landscape the other racer's walk is made there, from its own "
          "start: what was learnt on one task, used on another. Its cost is the other's."};
  static constexpr Need need = Need::nothing;

  int racer = 1;
  int landscape = 0;

  std::vector<Param> params() {
    return {integer("racer", racer, {1, 32}, {.low = 1, .high = 32},
                    "Its number in the list, counted from 1; it must stand above this one."),
            choice("landscape", landscape, landscapes_to_train_on(),
                   "Where the other racer walks; `same` is the landscape on screen.")};
  }
  friend bool operator==(const WarmStart&, const WarmStart&) = default;
};

}  // namespace fogline
