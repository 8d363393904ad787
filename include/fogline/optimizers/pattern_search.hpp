// SPDX-License-Identifier: MIT
// Pattern search: tries a step each way along the axes, and halves the step when none goes down.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct PatternSearch {
  static constexpr Info info{
      .id = "pattern_search",
      .name = "Pattern search",
      .group = "Without gradients",
      .formula =
          "explore: along each axis x + size or x - size if lower;  hooke_jeeves: after a success "
          "explore around x + (x - x_last);  size <- contraction size after a failure at x",
      .source =
          "Hooke and Jeeves 1961, J. ACM 8:212; compass search as in Kolda, Lewis and Torczon "
          "2003, "
          "SIAM Review 45:385",
      .note =
          "hooke_jeeves repeats what succeeded, so it speeds up along straight valleys; a step is "
          "one exploration. compass asks for the four places around and takes the lowest.",
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;
  static constexpr std::string_view kinds[] = {"hooke_jeeves", "compass"};

  int moves = 0;
  double initial_size = 0.1;
  double contraction = 0.5;

  std::vector<Param> params();

  struct State {
    bool begun = false;
    double value = 0;  // at the incumbent
    double size = 0;   // of the next exploration, in domain units
    Vec2 pattern;      // the last success; none after a failure
    Vec2 center;       // where the last step looked around,
    double drawn = 0;  // and how far
  };
  // Two to five values, and one more the first time.
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // Centre and reach of the last exploration, in domain coordinates.
  std::vector<Mark> marks(const State& s) const {
    if (!s.begun) return {};
    return {{"stencil", {s.center.x, s.center.y, s.drawn}}};
  }
  friend bool operator==(const PatternSearch&, const PatternSearch&) = default;
};

}  // namespace fogline
