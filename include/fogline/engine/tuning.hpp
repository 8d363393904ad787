// SPDX-License-Identifier: MIT
// Tune all: every racer gets the same number of trials for its own hyperparameters, and keeps what
// was best for it.
#pragma once

#include <tuple>
#include <vector>

#include "fogline/engine/standing.hpp"

namespace fogline {

struct TuningPlan {
  int trials = 40;  // settings per racer, the present one included
  int starts = 8;   // each is tried from: uniformly in the domain, none of a race over many starts
  friend bool operator==(const TuningPlan&, const TuningPlan&) = default;
};

// Whether it is one of those that are tuned, of an optimizer's: a real one in use that does not
// change what is looked for.
bool is_tuned_over(const Param& param);

// How a setting did over all starts: the lower, the better. First the starts from which it does not
// finish, then what finishing cost on average; where it never finishes, the starts from which it is
// lost, then the loss of its other answers on average.
struct Score {
  int unfinished = 0;
  double mean_cost = 0;
  int lost = 0;
  double mean_loss = 0;
  friend auto operator<=>(const Score& a, const Score& b) {
    return std::tie(a.unfinished, a.mean_cost, a.lost, a.mean_loss) <=>
           std::tie(b.unfinished, b.mean_cost, b.lost, b.mean_loss);
  }
  friend bool operator==(const Score&, const Score&) = default;
};

// Random search (Bergstra and Bengio 2012, J. Mach. Learn. Res. 13:281), then local refinement. The
// first trial is the racer as it is, so that tuning makes nobody worse on its own starts; the next
// half of them is drawn uniformly from what the sliders offer, on their scales; the rest around the
// best so far, in a box that shrinks from a quarter of each range to a hundredth. Tuned are the
// real hyperparameters in use; not weight decay, which changes what is looked for. A racer without
// any keeps what it has. Racers are tuned one after another, so that who has a warm start begins
// where its tuned teacher ends.
class Tuning {
 public:
  // Throws std::invalid_argument for a plan without a trial or a start.
  Tuning(const Experiment& experiment, const TuningPlan& plan);
  // Tries on until the deadline, a part of one walk at least. True when everybody is tuned.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  // The experiment with what has been found so far; each racer that has been tuned says so.
  const Experiment& tuned() const { return experiment_; }
  const std::vector<Vec2>& starts() const { return starts_; }
  // Walks made, and to be made at most: racers x trials x starts.
  std::size_t walks() const { return walks_; }
  std::size_t all_walks() const;
  // Paid for all walks so far, at the race's prices: a walk that finishes is given up there.
  double cost() const { return cost_; }
  // Of the racer being tuned, the best so far.
  const Score& best() const { return best_score_; }

 private:
  void begin_racer();
  void begin_trial();
  bool try_start(Clock::time_point deadline);
  void end_trial();
  void end_racer();
  Optimizer drawn() const;

  Experiment experiment_;
  TuningPlan plan_;
  std::vector<Vec2> starts_;
  Race race_;
  bool racing_ = false;
  std::size_t racer_ = 0, walks_ = 0;
  int trial_ = 0, start_ = 0;
  Optimizer candidate_, best_;
  Score score_, best_score_;
  double sum_of_losses_ = 0, cost_ = 0, racer_cost_ = 0;
};

}  // namespace fogline
