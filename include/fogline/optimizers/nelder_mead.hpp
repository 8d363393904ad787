// SPDX-License-Identifier: MIT
// Nelder and Mead's simplex: a triangle that tumbles downhill.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct NelderMead {
  static constexpr Info info{
      .id = "nelder_mead",
      .name = "Nelder-Mead",
      .group = "Without gradients",
      .formula =
          "replace the worst vertex w by c + t (c - w), c the middle of the others, t = "
          "reflection, "
          "reflection * expansion, reflection * contraction or -contraction;  else shrink all "
          "towards the best",
      .source =
          "Nelder and Mead 1965, Comput. J. 7:308; decisions and ties as in Lagarias et al. 1998, "
          "SIAM J. Optim. 9:112",
      .note =
          "A step is one iteration: one or two values, four where it shrinks, and three more to "
          "begin with. The iterate is the best vertex, so it often stays while the triangle turns. "
          "It may come to rest where no minimum is (McKinnon 1998, SIAM J. Optim. 9:148).",
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;

  double initial_size = 0.05;
  double reflection = 1;
  double expansion = 2;
  double contraction = 0.5;
  double shrink = 0.5;

  std::vector<Param> params();

  struct Vertex {
    Vec2 x;
    double value = 0;
  };
  struct State {
    bool begun = false;
    std::array<Vertex, 3> simplex;  // the best first
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // The vertices, the best first, in domain coordinates.
  std::vector<Mark> marks(const State& s) const {
    if (!s.begun) return {};
    const auto& [a, b, c] = s.simplex;
    return {{"simplex", {a.x.x, a.x.y, b.x.x, b.x.y, c.x.x, c.x.y}}};
  }
  friend bool operator==(const NelderMead&, const NelderMead&) = default;
};

}  // namespace fogline
