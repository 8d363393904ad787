// SPDX-License-Identifier: MIT
// What a search for critical points can say of what it may have missed.
#include "fogline/engine/critical_points.hpp"

namespace fogline {
namespace {

std::string of_the_lattice(const Completeness& c) {
  const std::string n = std::to_string(c.lattice);
  const std::string text = "Searched on a lattice of " + n + " x " + n + "; ";
  if (c.given_up) return text + "a finer one shows too much to go on";
  if (c.quiet_doublings == 0) return text + "the last doubling still found new ones";
  return text + (c.quiet_doublings == 1 ? "the last doubling found nothing new"
                                        : "the last two doublings found nothing new");
}

std::string times(int n) { return std::to_string(n) + (n == 1 ? " time" : " times"); }

}  // namespace

std::string sentence(const Completeness& c) {
  const std::string searched = of_the_lattice(c);
  if (!c.index_sum)
    return searched +
           ". Among them are curves or plains, of which no index tells whether that is "
           "all.";
  if (!c.turns)
    return searched +
           ". On the edge is a critical point or a kink, so no index tells whether "
           "that is all.";
  if (!c.adds_up())
    return searched + ". Extrema less saddles are " + std::to_string(*c.index_sum) +
           ", but along the edge the slope turns round " + times(*c.turns) +
           ": some are missing, or hidden in kinks.";
  return searched + ". Extrema less saddles are " + std::to_string(*c.index_sum) +
         ", as often as the slope turns round along the edge: complete as far as the index tells.";
}

}  // namespace fogline
