// SPDX-License-Identifier: MIT
// Of how many coordinates a landscape is a function.
#pragma once

#include <string_view>
#include <variant>

#include "fogline/landscapes/landscape.hpp"

namespace fogline {

// 2, or 1 where the landscape says so: it is then drawn as a curve, and starts are placed at
// y = 0.
inline int dimension(const Landscape& landscape) {
  return std::visit(
      []<class L>(const L&) {
        if constexpr (requires { L::dimension; })
          return L::dimension;
        else
          return 2;
      },
      landscape);
}

// The formula in x alone where the landscape is a curve: what its own says of y, ", and y^2 to hold
// y at 0", is no part of the curve that is drawn.
inline std::string_view formula_drawn(const Landscape& landscape) {
  const std::string_view whole = info(landscape).formula;
  return dimension(landscape) == 1 ? whole.substr(0, whole.find(", and y^2")) : whole;
}

}  // namespace fogline
