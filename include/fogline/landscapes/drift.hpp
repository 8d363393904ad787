// SPDX-License-Identifier: MIT
// Any landscape that changes while it is walked on: markets, data that age, targets that move.
#pragma once

#include <vector>

#include "fogline/landscapes/base_landscape.hpp"

namespace fogline {

struct Drift {
  static constexpr Info info{
      .id = "drift",
      .name = "Drift of another",
      .group = "Made of another",
      .formula =
          "f at step t, the landscape `of`, its `parameter` p moved along its slider: "
          "p(t) = p + L share(t), on a logarithmic slider p L^share(t), L the slider's length; "
          "share(t) = rate t / 1000 or amplitude sin(2 pi t / period)",
      .source =
          "Fogline; moving optima as in Branke 1999, CEC, 'Memory enhanced evolutionary "
          "algorithms'",
      .note =
          "What is optimal now is not later: a rate or a temperature that has fallen to nothing no "
          "longer follows. The parameter stops at the end of its slider. Minima are those of step "
          "0. shift_x and shift_y move the whole map by shares of its sides."};

  int of = base_index<TiltedDoubleWell>;     // the place in the roster of
  BaseLandscape inner = TiltedDoubleWell{};  // what drifts, as it is at step 0
  int parameter = first_own;                 // index into what can be moved
  int form = 1;                              // steady, wave
  double rate = 0.5;
  double amplitude = 0.5;
  double period = 400;

  std::vector<Param> params();  // and those of `inner`
  Box domain() const;
  std::vector<Vec2> minima() const;
  std::vector<Vec2> local_minima() const;

  // As an evaluator's; time in steps.
  double value(Vec2 x, double time) const;
  Gradient gradient(Vec2 x, double time) const;
  Jet jet(Vec2 x, double time) const;
  // Fills the arrays of the block that are not null.
  void fill(const Block& block, InstructionSet instructions) const;

  // The landscape at a step, and where its origin then lies.
  struct Moved {
    BaseLandscape landscape;
    Vec2 shift;
  };
  Moved at(double time) const;

  friend bool operator==(const Drift&, const Drift&) = default;

 private:
  static constexpr int first_own = 2;  // after shift_x and shift_y

  double share(double time) const;
  void take();
};

}  // namespace fogline
