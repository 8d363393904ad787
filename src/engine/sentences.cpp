// SPDX-License-Identifier: MIT
// Sentences with at most four significant digits.
#include "sentences.hpp"

#include <cmath>

#include "evidence.hpp"
#include "fogline/core/text.hpp"
#include "fogline/landscapes/dimension.hpp"

namespace fogline {
namespace {

std::string text(double v) { return number_text(v, 4); }
std::string text(Vec2 v) { return "(" + number_text(v.x, 2) + ", " + number_text(v.y, 2) + ")"; }

std::string curvatures(const Evidence& e) {
  if (!e.curvature) return "";
  return " (curvatures " + text(e.curvature->low) + " and " + text(e.curvature->high) + ")";
}

std::string arrival(const Evidence& e) {
  return e.hover ? "Hovers within " + text(*e.hover) + " of one place: " : "Stopped: ";
}

std::string in_valley(const Evidence& e) {
  if (e.cusp) return arrival(e) + "every direction goes up, from a kink without curvature.";
  if (e.degenerate)
    return arrival(e) + "no direction goes down, one is level" + curvatures(e) + ".";
  return arrival(e) + "every direction goes up" + curvatures(e) + ".";
}

std::string on_pass(const Evidence& e) {
  if (e.degenerate || e.cusp || !e.curvature)
    return arrival(e) + "some ways go down and some up, though no curvature tells" +
           (e.cusp ? "" : curvatures(e)) + ".";
  return arrival(e) + "along " + text(e.curvature->low_direction) + " it goes down, across up" +
         curvatures(e) + ".";
}

std::string on_top(const Evidence& e) {
  if (e.cusp) return arrival(e) + "no direction goes up, from a kink without curvature.";
  if (e.degenerate) return arrival(e) + "no direction goes up, one is level" + curvatures(e) + ".";
  return arrival(e) + "every direction goes down" + curvatures(e) + ".";
}

// On a curve there are two ways to go, and its own curvature alone counts.
bool is_on_curve(const Case& c, const Evidence& e) {
  return dimension(c.t.course().landscape) == 1 && !e.cusp && !e.degenerate;
}
std::string on_curve(const Case& c, const Evidence& e, const std::string& way) {
  return arrival(e) + "both ways go " + way + " (curvature " + text(c.f.jet(e.place).xx) + ").";
}

// What a curve has instead of a saddle.
std::string on_flat_of_curve(const Case& c, const Evidence& e) {
  return arrival(e) + "one way goes down and the other up, from a flat point (curvature " +
         text(c.f.jet(e.place).xx) + ").";
}

std::string on_level(const Evidence& e) {
  return "Stopped: the ground is level (slope " + text(e.slope.value_or(0)) + ").";
}

std::string swinging(const Case& c) {
  const auto pace = sharpest_pace(c);
  const std::string rates = pace ? "the rate " + text(pace->rate) + " is above " +
                                       text(pace->limit) + ", the limit at curvature " +
                                       text(pace->sharpness)
                                 : "the rate is above its limit";
  return "Swings to and fro and gets no lower: " + rates + ".";
}

std::string lost(const Case& c) {
  const std::string at = "At step " + std::to_string(c.step) + ", loss " + text(c.here.loss);
  return at + (c.t.ended() && c.step == c.t.last()
                   ? ": the next step is not a finite number."
                   : ": far off the map, and higher than at the start.");
}

std::string moving(const Case& c, const Evidence& e) {
  if (e.window == 0) return "At the start: slope " + text(e.slope.value_or(0)) + ".";
  std::string s = "In the last " + std::to_string(e.window) + " steps it moved by " +
                  text(e.displacement) + "; slope " + text(e.slope.value_or(0));
  if (e.condition && *e.condition > 1000) s += ", ill-conditioned, condition " + text(*e.condition);
  if (e.temperature && *e.temperature > 0) s += ", temperature " + text(*e.temperature);
  if (c.returns_best) s += "; lowest so far " + text(c.answer.loss);
  return s + ".";
}

std::string walker_sentence(const Case& c, const Judgement& j) {
  const Evidence& e = j.evidence;
  switch (j.feeling) {
    case Feeling::valley:
      return is_on_curve(c, e) ? on_curve(c, e, "up") : in_valley(e);
    case Feeling::pass:
      return dimension(c.t.course().landscape) == 1 ? on_flat_of_curve(c, e) : on_pass(e);
    case Feeling::top:
      return is_on_curve(c, e) ? on_curve(c, e, "down") : on_top(e);
    case Feeling::level:
      return on_level(e);
    case Feeling::swinging:
      return swinging(c);
    case Feeling::lost:
      return lost(c);
    case Feeling::stopped:
      return "Stopped early, as it was told to. " + moving(c, e);
    case Feeling::spent:
      return (e.displacement > 0 ? "Still moving when the budget was spent. "
                                 : "Lay still on a slope when the budget was spent. ") +
             moving(c, e);
    default:
      return moving(c, e);
  }
}

std::string shift_sentence(const Evidence& e) {
  if (!e.shift || !(*e.shift > 0)) return "";
  return " What it descends has its minimum " + text(*e.shift) + " beside that of the landscape.";
}

std::string gap_sentence(const Evidence& e) {
  return e.gap ? text(*e.gap) + " above the best known minimum." : "";
}

std::string map_sentence(const Case& c, const Judgement& j) {
  const Evidence& e = j.evidence;
  switch (j.verdict) {
    case Verdict::global_minimum:
      return (j.global_minima == 1 ? "Nothing on the map is lower."
                                   : "Nothing on the map is lower; " +
                                         std::to_string(j.global_minima) + " places are as low.") +
             shift_sentence(e);
    case Verdict::lowest_found:
      return said_of_unknown_map(j, 0);
    case Verdict::local_minimum:
      if (!c.map.lowest) return "Outside the map.";
      if (j.valley_loss > *c.map.lowest + 1e-10 * c.map.relief)
        return "The best known valley is " + text(j.valley_loss - *c.map.lowest) + " lower." +
               shift_sentence(e);
      return gap_sentence(e) + shift_sentence(e);
    case Verdict::left_domain:
      return "Outside the map.";
    default:
      return gap_sentence(e);
  }
}

}  // namespace

void describe(const Case& c, Judgement& j) {
  j.walker_says = walker_sentence(c, j);
  j.map_says = map_sentence(c, j);
}

void describe_nowhere(Judgement& j) {
  j.walker_says = "The loss at the start is not a finite number; start nearer to the map.";
}

std::string said_of_unknown_map(const Judgement& j, double lower_by) {
  const std::string unknown = "No minimum of this landscape is known";
  return (lower_by > 0 ? unknown + "; another racer has been " + text(lower_by) + " lower."
                       : unknown + "; no racer has found a lower valley.") +
         shift_sentence(j.evidence);
}

}  // namespace fogline
