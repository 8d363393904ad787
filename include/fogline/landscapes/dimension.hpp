// SPDX-License-Identifier: MIT
// Of how many coordinates a landscape is a function.
#pragma once

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

}  // namespace fogline
