// SPDX-License-Identifier: MIT
// Backtracking, bracketing and zooming.
#include "fogline/optimizers/line_search.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// A place tried: phi(a) = f(x + a p) and phi'(a).
struct Trial {
  double length = 0, value = 0, slope = 0;
  Vec2 x;
  Gradient here;
};

bool is_walkable(const Gradient& g) { return std::isfinite(g.value) && is_finite(g.gradient); }

// The minimizer of the cubic with the values and slopes at a and b; (3.59). NaN if it has none.
double cubic_minimizer(const Trial& a, const Trial& b) {
  const double d1 = a.slope + b.slope - 3 * ((a.value - b.value) / (a.length - b.length));
  const double root = sqrt(d1 * d1 - a.slope * b.slope);
  const double d2 = b.length > a.length ? root : -root;
  return b.length - (b.length - a.length) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
}

// Between two trials, a tenth of their distance from either at least; the middle where the cubic
// has no say.
double interpolate(const Trial& a, const Trial& b) {
  const double low = min(a.length, b.length), width = max(a.length, b.length) - low;
  const double cubic = cubic_minimizer(a, b);
  if (!std::isfinite(cubic)) return low + 0.5 * width;
  return min(max(cubic, low + 0.1 * width), low + 0.9 * width);
}

// Beyond `b`, still going down: where the cubic has its minimum, at most four times as far again.
double extrapolate(const Trial& a, const Trial& b) {
  const double width = b.length - a.length, cubic = cubic_minimizer(a, b);
  if (!(cubic > b.length)) return b.length + 4 * width;
  return b.length + min(max(cubic - b.length, 0.1 * width), 4 * width);
}

struct WolfeSearch {
  const Line& line;
  Oracle& oracle;
  double slope, c2;
  int left = most_trials;

  Trial at(double length) {
    --left;
    const Vec2 x = line.at(length);
    const Gradient g = oracle.gradient(x);
    if (!is_walkable(g)) return {.length = length, .value = HUGE_VAL, .x = x, .here = g};
    return {length, g.value, dot(g.gradient, line.direction), x, g};
  }
  bool decreases(const Trial& t) const {
    return t.value <= line.here.value + armijo_constant * t.length * slope;
  }
  bool is_flat(const Trial& t) const { return abs(t.slope) <= -c2 * slope; }

  Reached reached(const Trial& t, Found found) const {
    return t.length > 0 ? Reached{found, t.length, t.x, t.here} : Reached{};
  }

  // Algorithm 3.6: `low` is the lowest decrease so far, and the line goes down from it towards
  // `high`.
  Reached zoom(Trial low, Trial high) {
    while (left > 0) {
      const double length = interpolate(low, high);
      const Vec2 x = line.at(length);
      if (x == low.x || x == high.x) break;  // nothing lies between
      const Trial t = at(length);
      if (!decreases(t) || t.value >= low.value) {
        high = t;
        continue;
      }
      if (is_flat(t)) return reached(t, Found::wolfe);
      if (t.slope * (high.length - low.length) >= 0) high = low;
      low = t;
    }
    return reached(low, Found::decrease);
  }

  // Algorithm 3.5.
  Reached bracket(double length, double longest) {
    Trial last{.value = line.here.value, .slope = slope, .x = line.x};
    for (bool first = true; left > 0; first = false) {
      length = min(length, longest);
      if (first && line.at(length) == line.x) return {};  // nothing lies that near
      const Trial t = at(length);
      if (!decreases(t) || (!first && t.value >= last.value)) return zoom(last, t);
      if (is_flat(t)) return reached(t, Found::wolfe);
      if (t.slope >= 0) return zoom(t, last);
      length = extrapolate(last, t);
      last = t;
      if (t.length >= longest) break;
    }
    return reached(last, Found::decrease);
  }
};

}  // namespace

Reached armijo(const Line& line, double length, Oracle& oracle) {
  const double slope = line.slope();
  for (int left = most_trials; left > 0; --left, length *= 0.5) {
    const Vec2 x = line.at(length);
    if (x == line.x) break;
    const double value = height(oracle.value(x));
    if (value <= line.here.value + armijo_constant * length * slope)
      return {Found::decrease, length, x, {.value = value}};
  }
  return {};
}

Reached strong_wolfe(const Line& line, double length, double longest, double c2, Oracle& oracle) {
  return WolfeSearch{line, oracle, line.slope(), c2}.bracket(length, longest);
}

std::vector<Param> LineSearch::params() {
  return {choice("line_search", kind, kinds,
                 "How far to go along a direction: to where the slope has flattened, or to the "
                 "first of halved steps that descends."),
          only_if(!only_shortens(),
                  real("c2", c2, {0.01, 0.99},
                       {.low = armijo_constant, .high = 1, .open_low = true, .open_high = true},
                       "Share of the slope along the line that may remain at the end of a strong "
                       "Wolfe search.")),
          real("first_step", first_step, {1e-4, 0.5, Scale::log}, positive,
               "Length of the very first trial, as a share of the domain's diagonal.")};
}

Reached LineSearch::operator()(const Line& line, double length, const Moment& moment,
                               Oracle& oracle) const {
  if (!(line.slope() < 0) || !is_finite(line.direction)) return {};
  const double longest = moment.domain.diagonal() / norm(line.direction);
  if (kind == 0) return strong_wolfe(line, length, longest, c2, oracle);
  Reached end = armijo(line, min(length, longest), oracle);
  if (end.found != Found::nothing) end.here = oracle.gradient(end.x);
  return end;
}

double LineSearch::first_length(const Footing& footing, const Moment& moment) const {
  const double step = footing.reach > 0 ? footing.reach : first_step * moment.domain.diagonal();
  return step / norm(footing.here.gradient);
}

bool Footing::look(Oracle& oracle, Vec2 x) {
  const bool drifts = oracle.landscape.time != 0;  // it stays 0 where the ground stays the same
  if (known && !stuck && !drifts) return true;
  const Gradient now = oracle.gradient(x);
  if (stuck && now.value == here.value && now.gradient == here.gradient) return false;
  if (!known || stuck) *this = {.known = true};
  here = now;
  return true;
}

void Footing::give_up(double tried) {
  stuck = fresh;
  fresh = true;
  reach = tried;
}

}  // namespace fogline
