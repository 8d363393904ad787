// SPDX-License-Identifier: MIT
// The words of escapes.
#include "fogline/engine/escape.hpp"

namespace fogline {

std::string_view word(Change change) {
  constexpr std::string_view words[] = {
      "Smaller steps", "Larger steps",  "Momentum",     "Larger population", "Noise",
      "Annealing",     "Restarts",      "Other method", "Global search",     "No penalty",
      "No clipping",   "Constant rate", "No stopping",  "Exact slope"};
  return words[static_cast<std::size_t>(change)];
}

std::string_view id(Change change) {
  constexpr std::string_view ids[] = {
      "smaller_steps", "larger_steps",  "momentum",    "population", "noise",
      "annealing",     "restarts",      "method",      "search",     "no_penalty",
      "no_clipping",   "constant_rate", "no_stopping", "exact_slope"};
  return ids[static_cast<std::size_t>(change)];
}

std::string_view id(Begins begins) { return begins == Begins::start ? "start" : "end"; }

}  // namespace fogline
