// SPDX-License-Identifier: MIT
// Ensembles and warm starts spelt out as walks.
#include "fogline/engine/course.hpp"

namespace fogline {
namespace {

// The same where both are null or what they point to is equal.
template <class T>
bool same(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b) {
  return a == b || (a && b && *a == *b);
}

std::shared_ptr<const WarmUp> warm_up_of(const Experiment& e, std::size_t racer) {
  const auto& warm = e.racers[racer].warm_start;
  if (!warm || static_cast<std::size_t>(warm->racer) > racer) return nullptr;
  Experiment there = e;
  if (warm->landscape > 0)
    there.landscape =
        make_landscape(landscapes_to_train_on()[static_cast<std::size_t>(warm->landscape)]);
  const auto course = courses_of(there, static_cast<std::size_t>(warm->racer) - 1).front();
  return std::make_shared<const WarmUp>(
      WarmUp{std::make_shared<const Course>(course), e.budget, e.prices});
}

}  // namespace

std::span<const std::string_view> landscapes_to_train_on() {
  static const std::vector<std::string_view> known = [] {
    std::vector<std::string_view> ids{"same"};
    for (const Landscape& l : all_landscapes()) ids.push_back(info(l).id);
    return ids;
  }();
  return known;
}

Vec2 Ensemble::start(int copy, Vec2 own, const Box& domain, const Stream& random) const {
  const auto draw = static_cast<std::uint32_t>(copy);
  if (copy == 0 || differ_in == 0) return own;
  if (differ_in == 1)
    return own + spread * domain.diagonal() * random.normal_pair(Purpose::ensemble, 0, draw);
  const Vec2 u = random.uniform_pair(Purpose::ensemble, 0, draw);
  return domain.at(u.x, u.y);
}

bool operator==(const WarmUp& a, const WarmUp& b) {
  return a.budget == b.budget && a.prices == b.prices && same(a.course, b.course);
}

bool operator==(const Course& a, const Course& b) {
  return a.landscape == b.landscape && a.optimizer == b.optimizer && a.axes == b.axes &&
         a.start == b.start && a.seed == b.seed && a.walker == b.walker &&
         same(a.warm_up, b.warm_up);
}

std::vector<Course> courses_of(const Experiment& e, std::size_t index) {
  const Racer& racer = e.racers[index];
  std::vector<Course> courses{{.landscape = e.landscape,
                               .optimizer = racer.optimizer,
                               .axes = racer.axes,
                               .start = racer.start,
                               .seed = e.seed,
                               .walker = 0,
                               .warm_up = warm_up_of(e, index)}};
  if (!racer.ensemble) return courses;
  const Box box = domain(e.landscape);
  for (int copy = 1; copy < racer.ensemble->copies; ++copy) {
    Course course = courses.front();
    course.start = racer.ensemble->start(copy, racer.start, box, {e.seed});
    course.walker = static_cast<std::uint32_t>(copy);
    courses.push_back(course);
  }
  return courses;
}

}  // namespace fogline
