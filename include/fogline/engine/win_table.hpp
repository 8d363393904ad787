// SPDX-License-Identifier: MIT
// What a race over many starts says: how often each racer finishes, after how much, and who wins in
// pairs.
#pragma once

#include <optional>
#include <vector>

#include "fogline/engine/many_starts.hpp"

namespace fogline {

// A confidence interval of a rate.
struct Likely {
  double low = 0, high = 1;
};

// Wilson 1927, J. Am. Stat. Assoc. 22:209, at 95 %: 0 of 40 is 0 to 0.088. Of no trials 0 to 1.
Likely wilson(int successes, int trials);

// Of two racers from one start, whether `a` is ahead: it has finished and the other has not, or for
// less; of two that have not, the one whose answer is lower by more than `tolerance`, the finish
// line's height above the best known minimum. Who is lost is behind all others; two that are lost
// are level.
bool is_ahead(const Outcome& a, const Outcome& b, double tolerance);

struct WinRow {
  std::size_t racer = 0;
  int starts = 0;                      // raced from so far
  int finished = 0;                    // within the budget
  int lost = 0;                        // diverged or off the map
  int ahead = 0;                       // starts where nobody was ahead of it
  int wins = 0, ties = 0, losses = 0;  // against every other racer, a pair for each start
  std::vector<double> costs;           // to the finish, of those that have finished, ascending
  double budget = 0;                   // what its longest walk cost: nobody knows beyond
  std::optional<Likely> rate_likely;   // of random starts: a lattice is no sample
  std::optional<double> median_cost;   // to the finish; none where fewer than half finish

  double rate() const { return starts == 0 ? 0 : static_cast<double>(finished) / starts; }
  // The share of all starts that had finished for at most `cost`: who does not finish counts as
  // needing more than the budget (censored), and is never left out.
  double share_within(double cost) const;
};

// One row for each racer in the order of the list, of the starts that have been raced. `outcomes`
// are those of ManyStarts.
std::vector<WinRow> win_table(const std::vector<Outcomes>& outcomes, Pattern pattern,
                              double tolerance);

// The height of the finish line: by how much a difference of losses must exceed 0 to count.
double finish_tolerance(const Experiment& experiment, const Survey& survey);

}  // namespace fogline
