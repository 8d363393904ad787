// SPDX-License-Identifier: MIT
// Undo and redo by swapping whole experiments.
#include "fogline/engine/history.hpp"

#include <utility>

namespace fogline {
namespace {

bool swap_in(std::vector<Experiment>& from, std::vector<Experiment>& to, Experiment& now) {
  if (from.empty()) return false;
  to.push_back(std::exchange(now, std::move(from.back())));
  from.pop_back();
  return true;
}

}  // namespace

void History::record(const Experiment& before, const Experiment& now) {
  if (before == now) return;
  future.clear();
  past.push_back(before);
  if (past.size() > deepest) past.erase(past.begin());
}

bool History::undo(Experiment& now) { return swap_in(past, future, now); }
bool History::redo(Experiment& now) { return swap_in(future, past, now); }

}  // namespace fogline
