// SPDX-License-Identifier: MIT
// What legends of many walks say of each kind of end.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "fogline/engine/verdict.hpp"

namespace fogline::gui {

// "42 %"; "< 1 %" and "99 %" where it is not quite none or all.
inline std::string percent(std::size_t part, std::size_t all) {
  if (part == 0 || all == 0) return "0 %";
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(all);
  if (share < 1) return "< 1 %";
  return std::to_string(std::lround(part < all ? std::min(share, 99.0) : share)) + " %";
}

// The verdict's word without "at a": many walks end so.
inline std::string end_name(Verdict verdict) {
  std::string name(verdict == Verdict::budget_spent ? "under way" : word(verdict));
  for (const std::string_view article : {"on a ", "at a "})
    if (name.starts_with(article)) name.erase(0, article.size());
  return name;
}

}  // namespace fogline::gui
