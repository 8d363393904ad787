// SPDX-License-Identifier: MIT
// What a walk costs, and ensembles spelt out as walks.
#include "fogline/engine/course.hpp"

namespace fogline {

double Course::cost(const Counts& counts, std::uint32_t step, const Prices& prices) const {
  if (!axes.mini_batches) return fogline::cost(counts, prices);
  const std::int64_t watched = axes.watch_the_loss() ? step : 0;
  Counts asked = counts;
  asked.values -= watched;
  return axes.mini_batches->share() * fogline::cost(asked, prices) +
         axes.mini_batches->held_out_share() * fogline::cost({.values = watched}, prices);
}

std::vector<Course> courses_of(const Experiment& e, std::size_t index, Vec2 start) {
  const Racer& racer = e.racers[index];
  std::vector<Course> courses{{.landscape = e.landscape,
                               .optimizer = racer.optimizer,
                               .axes = racer.axes,
                               .start = start,
                               .seed = e.seed}};
  if (!racer.ensemble) return courses;
  const Box box = domain(e.landscape);
  for (int copy = 1; copy < racer.ensemble->copies; ++copy) {
    Course course = courses.front();
    course.start = racer.ensemble->start(copy, start, box, {e.seed});
    course.walker = static_cast<std::uint32_t>(copy);
    courses.push_back(course);
  }
  return courses;
}

}  // namespace fogline
