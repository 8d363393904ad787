// SPDX-License-Identifier: MIT
// How claims show numbers, read verdicts and compare, wherever they are evaluated.
#pragma once

#include <cmath>
#include <string>

#include "fogline/engine/claim.hpp"

namespace fogline {

// At most four digits; "never" where infinite.
std::string shown(double value);
// Whether a walk that ended with this verdict ended so.
bool ends_so(const EndsAs& ends, Verdict verdict);

// Whether `own`, times `times`, is at most `other`, and below it. "So many times" makes no sense of
// a number below 0, and what never happens is below nothing.
inline bool is_below(double own, double other, double times) {
  return std::isfinite(own) && (times == 1 || own >= 0) && times * own <= other && own < other;
}

}  // namespace fogline
