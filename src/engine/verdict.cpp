// SPDX-License-Identifier: MIT
// The words of verdicts and feelings.
#include "fogline/engine/verdict.hpp"

namespace fogline {

std::string_view word(Verdict verdict) {
  constexpr std::string_view words[] = {"descending",
                                        "on a plateau",
                                        "at a saddle",
                                        "at a maximum",
                                        "trapped",
                                        "at a global minimum",
                                        "at the lowest valley found",
                                        "oscillating",
                                        "diverged",
                                        "left the map",
                                        "budget spent",
                                        "stopped early"};
  return words[static_cast<std::size_t>(verdict)];
}

std::string_view id(Verdict verdict) {
  constexpr std::string_view ids[] = {
      "descending",   "plateau",     "saddle",   "maximum",     "local_minimum", "global_minimum",
      "lowest_found", "oscillating", "diverged", "left_domain", "budget_spent",  "stopped_early"};
  return ids[static_cast<std::size_t>(verdict)];
}

Fate fate(Verdict verdict) {
  switch (verdict) {
    case Verdict::global_minimum:
    case Verdict::lowest_found:
      return Fate::good;
    case Verdict::local_minimum:
    case Verdict::plateau:
    case Verdict::saddle:
    case Verdict::maximum:
      return Fate::stuck;
    case Verdict::diverged:
    case Verdict::oscillating:
    case Verdict::left_domain:
      return Fate::failed;
    default:
      return Fate::moving;
  }
}

std::string_view word(Feeling feeling) {
  constexpr std::string_view words[] = {"moving",   "in a valley",     "on a pass",
                                        "on a top", "on level ground", "swinging",
                                        "lost",     "budget spent",    "stopped early"};
  return words[static_cast<std::size_t>(feeling)];
}

std::string_view id(Feeling feeling) {
  constexpr std::string_view ids[] = {"moving",   "valley", "pass",  "top",    "level",
                                      "swinging", "lost",   "spent", "stopped"};
  return ids[static_cast<std::size_t>(feeling)];
}

std::string_view word(const Judgement& judgement) {
  const bool only = judgement.verdict == Verdict::global_minimum && judgement.global_minima == 1;
  return only ? "at the global minimum" : word(judgement.verdict);
}

}  // namespace fogline
