// SPDX-License-Identifier: MIT
// Line searches: how far to go along a direction that leads downhill. What is tried on the way is
// asked for and counted, and is never an iterate. A loss or slope that is not finite counts as
// infinitely high, so that the search turns back from it.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

// c1 of Armijo's condition f(x + a p) <= f(x) + c1 a g'p; Nocedal and Wright 2006, p. 33.
inline constexpr double armijo_constant = 1e-4;
// Places that one search tries at the most.
inline constexpr int most_trials = 30;

// f along x + a p, with what is known of it at a = 0.
struct Line {
  Vec2 x, direction;
  Gradient here;

  double slope() const { return dot(here.gradient, direction); }
  Vec2 at(double length) const { return x + length * direction; }
};

// What a search came to: no way down that doubles can tell; a decrease as Armijo asks for; or that
// and Wolfe's curvature condition |g(x + a p)'p| <= c2 |g'p|.
enum class Found { nothing, decrease, wolfe };

struct Reached {
  Found found = Found::nothing;
  double length = 0;  // a
  Vec2 x;
  Gradient here;  // its gradient only where the search asked for it
};

// Armijo 1966: halves `length` until the loss has decreased enough. One value per place tried.
Reached armijo(const Line& line, double length, Oracle& oracle);

// The strong Wolfe conditions by bracketing and zooming, Nocedal and Wright 2006, algorithms 3.5
// and 3.6, with cubic interpolation (3.59) kept a tenth of the bracket away from its ends. Never
// goes farther than `longest`; there, and where the trials run out, a sufficient decrease will do.
// One gradient per place tried, so that the one at the end is known.
Reached strong_wolfe(const Line& line, double length, double longest, double c2, Oracle& oracle);

// What a method that searches lines knows of the place where it stands, from step to step.
struct Footing {
  bool known = false;  // `here` holds for the place
  bool fresh = true;   // nothing is remembered of earlier steps
  bool stuck = false;  // and from here there was no way down
  double reach = 0;    // first trial of the search that made it forget; 0 if none did
  Gradient here;

  // Asks for the gradient unless the last search has found it. False where the method is stuck on
  // this very slope; a step then costs this one look.
  bool look(Oracle& oracle, Vec2 x);
  // After a search that found nothing and first tried a step `tried` long: forget what was
  // remembered, or, if that was nothing, stay.
  void give_up(double tried);
};

// The line search of a method that offers a choice of them, and where it begins.
struct LineSearch {
  static constexpr std::string_view kinds[] = {"strong_wolfe", "armijo"};

  int kind = 0;
  double c2 = 0.9;
  double first_step = 0.01;

  std::vector<Param> params();
  bool only_shortens() const { return kind == 1; }
  // Tries `length` first. What is found comes with its gradient; nothing is asked for where the
  // line does not lead downhill.
  Reached operator()(const Line& line, double length, const Moment& moment, Oracle& oracle) const;
  // The first trial's share of -g for a method that remembers nothing.
  double first_length(const Footing& footing, const Moment& moment) const;
  friend bool operator==(const LineSearch&, const LineSearch&) = default;
};

}  // namespace fogline
