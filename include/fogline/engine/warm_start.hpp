// SPDX-License-Identifier: MIT
// Warm start: a racer begins where another one ended.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Experiment;

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
          "Begins at the end of a racer that stands above it in the list (an ensemble's best), "
          "with "
          "nothing else remembered. On another landscape the other racer's walk is made there, "
          "from "
          "its own start: what was learnt on one task, used on another. The walk before is not "
          "part of its cost."};
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

// The racer at whose end this one begins, if any.
std::optional<std::size_t> teacher_of(const Experiment& experiment, std::size_t racer);
// The race on another landscape of which the last racer's end is where this one begins: its
// teacher, after those at whose end that one begins there. Without racers where there is none.
Experiment training_of(const Experiment& experiment, std::size_t racer);

}  // namespace fogline
