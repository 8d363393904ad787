// SPDX-License-Identifier: MIT
// A landscape's formula written out in Python, from the one formula that it has.
#pragma once

#include <optional>
#include <string>

#include "fogline/landscapes/landscape.hpp"

namespace fogline {

// The body of a function of x and y, lines indented by four spaces, that returns the loss but
// for the rounding of its terms and their arguments, in terms of sqrt, exp, log, sin, cos, tanh,
// atan2, where(condition, a, b), abs, floor and cos_sqrt, the last being cos(sqrt(u)) smooth at 0.
// None of what is made of another landscape: a sum over hundreds of places, or another formula at
// every step.
std::optional<std::string> python_formula(const Landscape& landscape);

}  // namespace fogline
