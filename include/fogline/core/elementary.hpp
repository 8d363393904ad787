// SPDX-License-Identifier: MIT
// The vocabulary of formulas over any number, double or lanes: + - * / sq pow sqrt exp log sin cos
// sincos sinpi cospi cos_sqrt tanh abs floor min max atan2 select. No libm, which rounds
// differently from machine to machine. jet.hpp and dual.hpp give the same vocabulary to
// derivatives.
#pragma once

#include "fogline/core/exponential.hpp"
#include "fogline/core/trigonometry.hpp"

namespace fogline {

// e, correctly rounded.
inline constexpr double euler = 0x1.5bf0a8b145769p+1;

// The largest whole number not above x.
template <Number T>
T floor(T x) {
  const T two52 = 0x1p52;  // from here on every double is whole
  const T near = bits::copy_sign((abs(x) + two52) - two52, x);
  const T below = near - select(near > x, T(1.0), T(0.0));
  return select(abs(x) < two52, below, x);
}

}  // namespace fogline
