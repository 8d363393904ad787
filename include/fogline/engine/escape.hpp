// SPDX-License-Identifier: MIT
// Escapes: edits of a racer that would have served it better. Each has been raced before it is
// offered, and is told with what it reached.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/engine/race.hpp"
#include "fogline/engine/standing.hpp"

namespace fogline {

// What an escape changes.
enum class Change {
  smaller_steps,
  larger_steps,
  momentum,
  population,  // a larger one
  noise,
  annealing,  // or more heat
  restarts,
  method,      // another one that feels its way
  search,      // a global one
  no_penalty,  // neither regularization nor weight decay
  no_clipping,
  constant_rate,
  no_stopping,
  exact_slope  // neither noise nor batches nor a mask
};

std::string_view word(Change change);  // "Larger steps"
std::string_view id(Change change);    // "larger_steps"

// Where an escape begins. Steps, momentum and methods are tried from the parent's start: in the
// trap itself slope and velocity are 0, and nothing would move. Noise, heat and restarts begin
// where the parent ended, with the whole budget once more.
enum class Begins { start, end };
std::string_view id(Begins begins);

struct Escape {
  Change change = Change::larger_steps;
  Begins begins = Begins::start;
  std::string says;  // the edit: "Learning rate 0.2 instead of 0.02."
  Racer racer;       // the rival; `insert_rival` puts it into the race
  // At the end of the race, by the seed in use:
  Standing reached;  // in it `racer` and `rank` have no meaning
  // The parent's loss less the rival's; none where the parent's answer is off the map.
  std::optional<double> improvement;
  // Where chance plays: of how many seeds, that in use being the first, how many helped.
  int seeds = 1, helped = 1;
};

// Whether a rival did better than its parent, both at the end of the race; R is the map's relief.
// A rival whose answer is off the map, that diverged, left it or oscillates, never has. Else it has
//   where the parent's answer is off the map, or it diverged or left: if the rival rests at a
//     minimum, or is more than 1e-3 R below the loss at which it began;
//   where the parent oscillates: if the rival rests at a minimum not above the parent's answer;
//   always: if its answer is more than 1e-3 R below the parent's, or below it at all and at the
//     lowest valley.
bool helps(const Standing& parent, const Standing& rival, double loss_at_start, const Survey& map);

// Puts the rival into the list below its parent, with a name and a mark that nobody has. Starts are
// no longer shared where it begins elsewhere. Returns where it stands.
std::size_t insert_rival(Experiment& experiment, std::size_t parent, const Racer& rival);

// The search for a racer's escapes: a list of edits, each raced beside the others over the race's
// budget, with its prices and seed. A racer at the lowest valley needs none, and one that cannot
// make a step gets none. An edit in which chance plays is offered if it helps with the seed in use
// and with more than half of eight. Global searches are tried for budgets of at most 20,000 steps.
class EscapeSearch {
 public:
  static constexpr int seeds = 8;
  static constexpr std::size_t most = 6;

  // `race` follows the experiment and is known to its end; it is copied.
  EscapeSearch(const Experiment& experiment, const Race& race, std::size_t racer);
  // Races on until the deadline. True when every edit has been tried.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  // Of the edits, how many have been tried.
  std::size_t tried() const { return next_; }
  std::size_t edits() const { return edits_.size(); }
  // The parent at the end of the race.
  const Standing& parent() const { return parent_; }
  // Those found so far: of each kind of change the best, the best first: the lower loss (in steps
  // of 1e-4 of the relief), then a good verdict, then helping with more seeds, then the lower cost.
  std::vector<Escape> escapes() const;

 private:
  bool try_edit(Clock::time_point deadline);
  bool try_seeds(Clock::time_point deadline);
  Experiment with_rival(std::size_t& index) const;
  Experiment alone(int seed) const;

  Experiment experiment_;
  std::size_t racer_ = 0;
  Survey map_;
  Race race_, luck_;
  Standing parent_;
  std::vector<Escape> edits_;  // not raced yet: without what they reached
  std::size_t next_ = 0;
  std::optional<Escape> chancy_;  // helped with the seed in use; others are being tried
  std::vector<Escape> found_;
};

// All at once.
std::vector<Escape> escapes(const Experiment& experiment, const Race& race, std::size_t racer);

}  // namespace fogline
