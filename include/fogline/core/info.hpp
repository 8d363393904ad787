// SPDX-License-Identifier: MIT
// What a person reads about a landscape or an optimizer: the one description from which the
// interface, the command line and the reference documentation derive.
#pragma once

#include <string_view>

namespace fogline {

struct Info {
  std::string_view id;       // snake_case; names it in files and on the command line
  std::string_view name;     // as shown
  std::string_view group;    // heading it is listed under
  std::string_view formula;  // of a landscape its f(x, y); of an optimizer its update rule
  std::string_view source;   // where the formula comes from
  std::string_view note{};   // other conventions in common use, and what to look at; may be empty
  bool random = false;       // draws random numbers
  bool normalized = false;   // its steps are as long as its rate, however steep the slope
  double natural_rate = 0;   // the rate that suits every landscape; 0 where none does
  bool slopeless = false;    // asks for values only
};

}  // namespace fogline
