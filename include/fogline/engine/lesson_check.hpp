// SPDX-License-Identifier: MIT
// Whether a lesson tells the truth: every claim holds, and every claim could have failed.
#pragma once

#include <string>
#include <vector>

#include "fogline/engine/lesson.hpp"

namespace fogline {

// One claim, or one mission, with its control.
struct Check {
  std::size_t step = 0;  // counted from 0
  std::string words;     // what is claimed
  Finding claim;         // of a mission: under its solution
  Finding control;       // under the edit, of a mission in the step's own session: must not hold
  std::string edit;
  bool passes() const { return claim.holds && !control.holds; }
};

std::vector<Check> check(const Lesson& lesson);

}  // namespace fogline
