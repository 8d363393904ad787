// SPDX-License-Identifier: MIT
// Any landscape seen through ground glass: what smoothing buys, and what it costs.
#pragma once

#include <vector>

#include "fogline/landscapes/base_landscape.hpp"

namespace fogline {

struct Blur {
  static constexpr Info info{
      .id = "blur",
      .name = "Blur of another",
      .group = "Made of another",
      .formula =
          "E f(x + w z), z ~ N(0, I), w = blur_width times the diagonal of the map of f, "
          "f the landscape `of`",
      .source =
          "Gaussian smoothing, Mobahi and Fisher 2015, 'A theoretical analysis of optimization by "
          "Gaussian continuation', AAAI; by Gauss-Hermite quadrature, Abramowitz and Stegun "
          "25.4.46",
      .note =
          "Waves fade by exp(-(wave number w)^2 / 2), wells spread, and a wide blur leaves one "
          "valley, which need not lie above the deepest. The mean is a sum over 224 places. Widths "
          "are offered as far as it is right to a thousandth of the range of losses; beyond, waves "
          "shorter than about 2 w, wells narrower than w and kinks leave ghosts of themselves. "
          "Where kinks or fine ripples are everywhere, 0.001 is offered though it is not right."};

  int of = base_index<Rastrigin>;     // the place in the roster of
  BaseLandscape inner = Rastrigin{};  // what is blurred
  double blur_width = 0.02;

  std::vector<Param> params();  // and those of `inner`
  Box domain() const;
  // Where the valleys of `inner` and the hollows of a coarse lattice lead. Empty where those of
  // `inner` are, or where the lowest place of the lattice lies on the edge of the map.
  std::vector<Vec2> minima() const;
  std::vector<Vec2> local_minima() const;

  // As an evaluator's; time does not matter. For a width of 0 those of `inner`, to the bit.
  double value(Vec2 x, double time) const;
  Gradient gradient(Vec2 x, double time) const;
  Jet jet(Vec2 x, double time) const;
  // Fills the arrays of the block that are not null.
  void fill(const Block& block, InstructionSet instructions) const;

  friend bool operator==(const Blur&, const Blur&) = default;

 private:
  double deviation() const;  // w, in domain units
  void take();
};

}  // namespace fogline
