// SPDX-License-Identifier: MIT
// A rule's lines with numbers in place of letters, read off the tape of one coordinate's update.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fogline/core/expression.hpp"

namespace fogline {

// One line: "v <- 0.9 * 0.31 + 1.2 = 1.479" has symbol "v" and text "0.9 * 0.31 + 1.2". Numbers
// have 4 significant digits; of a choice only the branch that was taken is written, and a term that
// is multiplied by a constant 0 is left out.
struct NumberLine {
  std::string_view symbol;
  std::string text;
  double value = 0;
};

// The line of each result, in order; what an earlier line has computed stands in later ones as its
// number. A value that more than one of them needs and that is none of them gets a line "d" of its
// own, before them.
std::vector<NumberLine> number_lines(const Tape& tape, const std::vector<std::string_view>& symbols,
                                     const std::vector<Expression>& results);

}  // namespace fogline
