// SPDX-License-Identifier: MIT
// Where a racer stands at a step and how that is known: one verdict, the numbers it rests on, and
// two sentences, one of what the walker itself can know, one of what the map adds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/core/symmetric2.hpp"
#include "fogline/engine/race.hpp"
#include "fogline/engine/survey.hpp"

namespace fogline {

// The first of these that holds, in the order diverged, a place it rests at, oscillating,
// left_domain, stopped_early, budget_spent, descending. d is the domain's diagonal, f the racer's
// own objective: the landscape with the racer's regularization, whole training data and weight
// decay, without noise, at the step's time; on a landscape that drifts the map is that of the step.
//   diverged        no finite iterate follows, or it is farther than d from the domain, higher than
//                   the start, and does not rest
//   A racer rests at a place where the last 50 iterates (of shorter walks the later half) stay
//   within 1e-3 d and so is the Newton step of the absolute Hessian, || |H|^-1 g || < 1e-3 d; where
//   its last two steps and the Newton step are within 1e-9 d; where it moves along a ring or line
//   of minima; or where it hovers: the later half of the walk, 1000 steps at most, stays within 0.1
//   d in one valley, around its bottom, without drift and without getting lower, on average lower
//   than the ridge around it (of a shorter time with noise, lower than a sixth). The curvature of
//   the critical point there names the place, where the loss next to it bears that out:
//   global_minimum  all directions rise, at the loss of the best known minimum, to which the
//                   landscape's own slope leads less than 1e-3 d
//   lowest_found    all directions rise, no minimum is known, and no racer has been lower
//   local_minimum   all directions rise, and neither of these
//   saddle, maximum some or all directions fall
//   plateau         no critical point is near, and slope x d is less than 1 %, curvature x d^2 less
//                   than 10 % of the map's relief
//   oscillating     it moves, its loss of the last 200 steps (of shorter walks the later half) does
//                   not fall, and its rate is above the limit of stability at the sharpest of its
//                   recent places
//   left_domain     it is outside the domain, and so is its answer
//   stopped_early, budget_spent
//   descending      otherwise
enum class Verdict {
  descending,
  plateau,
  saddle,
  maximum,
  local_minimum,
  global_minimum,
  lowest_found,
  oscillating,
  diverged,
  left_domain,
  budget_spent,
  stopped_early
};

std::string_view word(Verdict verdict);  // "left the map"
std::string_view id(Verdict verdict);    // "left_domain"

// What a verdict amounts to: the lowest valley; held elsewhere; lost; not decided yet.
enum class Fate { good, stuck, failed, moving };
Fate fate(Verdict verdict);

// What the walker can know: nothing of other valleys, of the map's edge, of the best known loss.
enum class Feeling { moving, valley, pass, top, level, swinging, lost, spent, stopped };

std::string_view word(Feeling feeling);  // "in a valley"
std::string_view id(Feeling feeling);    // "valley"

// What copies of an ensemble ended as.
struct Shares {
  struct Valley {
    Vec2 x;           // its bottom
    double loss = 0;  // the landscape's there
    int copies = 0;
  };
  std::vector<Valley> valleys;  // the lowest first; copies that end in none are in none
  int copies = 0;
  double spread = 0;        // the largest distance between two ends, domain units
  double loss_range = 0;    // from the lowest end to the highest
  double loss_of_mean = 0;  // at the mean of all ends: a warning, no answer
};

// The numbers behind a verdict. Lengths are in domain units, slopes and curvatures in loss units
// per domain unit and its square. What does not apply, or is not finite, is absent.
struct Evidence {
  Vec2 place;                         // where it is judged: the best of its window, or its answer
  std::optional<double> loss, slope;  // of f there, and || grad f ||
  std::optional<double> newton_step;  // || |H|^-1 g || there
  std::optional<Eigen2> curvature;    // at the critical point it rests at, else there
  std::optional<double> condition;    // largest over smallest absolute curvature
  bool degenerate = false;            // a curvature of that critical point is 0
  bool cusp = false;                  // it is a kink, told by its nearness to a listed minimum
  std::uint32_t window = 0;           // steps looked back on
  double displacement = 0;            // the farthest of the window's iterates from the last
  double progress = 0;                // fall of the mean loss from its first half to its second
  std::optional<double> hover;        // radius of the hover
  std::optional<double> rate;         // learning rate with the schedule's factor
  std::optional<double> sharpness;    // largest curvature, divided as the method divides slopes
  std::optional<double> rate_limit;   // the largest stable rate at that sharpness
  std::optional<double> best_rate, best_momentum;  // the fastest at these curvatures
  std::optional<double> gap;  // the landscape's loss at its place above the best known
  std::optional<double> nearest_distance, nearest_gap;  // to the nearest listed minimum
  std::optional<double> shift;                          // of its own minimum from the landscape's
  std::optional<double> temperature, barrier;           // of the method, and around its valley
  std::optional<Shares> shares;                         // of an ensemble
};

struct Judgement {
  Verdict verdict = Verdict::descending;
  Feeling feeling = Feeling::moving;
  Evidence evidence;
  std::string walker_says, map_says;
  std::size_t global_minima = 0;  // how many the landscape has
  double valley_loss = 0;         // where a minimum is judged: the landscape's loss at its bottom
};

// With the article that fits: "at the global minimum" where there is one only.
std::string_view word(const Judgement& judgement);

// Judges one racer of a race at the playhead; of an ensemble the copy with the lowest answer, its
// evidence holding the shares of all.
Judgement judge(const Experiment& experiment, const Race& race, std::size_t racer, double playhead);

// Judges iterate number `step` from the iterates up to it; `map` is a survey of the walk's
// landscape. `budget_spent`: no further step can be paid.
Judgement judge(const Survey& map, const Walk& walk, std::uint32_t step, bool budget_spent);

}  // namespace fogline
