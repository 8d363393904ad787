// SPDX-License-Identifier: MIT
// The edits of an experiment, and the one that a new user sees first.
#include <algorithm>
#include <set>

#include "catch.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/standing.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("new racers take names and marks that nobody has") {
  Experiment e;
  for (int i = 0; i < marks_known; ++i) e.racers.push_back(new_racer(e, Adam{}, {1, 2}));
  std::set<std::string> names;
  std::set<int> marks;
  for (const Racer& r : e.racers) {
    names.insert(r.name);
    marks.insert(r.mark);
  }
  CHECK(names.size() == e.racers.size());
  CHECK(marks.size() == e.racers.size());
  CHECK(e.racers[0].name == "Adam");
  CHECK(e.racers[1].name == "Adam 2");
  e.racers.erase(e.racers.begin() + 4);
  const Racer next = new_racer(e, Adam{}, {1, 2});
  CHECK(next.name == "Adam 5");
  CHECK(next.mark == 4);
}

TEST_CASE("a free name is no longer than a file may hold, and no character is cut in two") {
  Experiment e;
  std::string wanted;
  while (wanted.size() < 2 * longest_name) wanted += "gr\xc3\xbc\xc3\x9f";
  for (int i = 0; i < 12; ++i) {
    Racer r = new_racer(e, Adam{}, {});
    r.name = free_name(e, wanted);
    CHECK(r.name.size() <= longest_name);
    CHECK(is_valid_utf8(r.name));
    for (const Racer& other : e.racers) CHECK(other.name != r.name);
    e.racers.push_back(r);
  }
}

TEST_CASE("with more racers than marks, marks repeat within the table") {
  Experiment e;
  for (std::size_t i = 0; i < most_racers; ++i) e.racers.push_back(new_racer(e, Adam{}, {}));
  for (const Racer& r : e.racers) CHECK((r.mark >= 0 && r.mark < marks_known));
}

TEST_CASE("placing a start moves all racers where starts are shared, else one") {
  Experiment e;
  for (int i = 0; i < 3; ++i) e.racers.push_back(new_racer(e, Adam{}, {0, 0}));
  CHECK(starts_agree(e));
  place_start(e, 1, {1, 2});
  for (const Racer& r : e.racers) CHECK(r.start == Vec2{1, 2});
  e.shared_start = false;
  place_start(e, 1, {3, 4});
  CHECK(e.racers[0].start == Vec2{1, 2});
  CHECK(e.racers[1].start == Vec2{3, 4});
  CHECK_FALSE(starts_agree(e));
  CHECK(starts_agree(Experiment{}));
}

TEST_CASE("another optimizer takes the axes that make sense with it, and gives up the others") {
  Experiment e;
  Racer r = new_racer(e, optimizer("momentum"), {});
  r.visit_axes([]<class Axis>(std::optional<Axis>& axis) { axis.emplace(); });
  const Racer all = r;
  change_optimizer(r, optimizer("adam"));
  CHECK(r.axes == all.axes);
  change_optimizer(r, optimizer("annealing"));
  for (const bool gone :
       {r.axes.schedule.has_value(), r.axes.noise.has_value(), r.axes.coordinate_mask.has_value(),
        r.axes.clipping.has_value(), r.axes.decoupled_weight_decay.has_value()})
    CHECK_FALSE(gone);
  CHECK(r.axes.mini_batches);
  CHECK(r.axes.averaging);
  CHECK(r.ensemble);
  CHECK(r.warm_start);
}

TEST_CASE("the default start lies on the map and has a slope") {
  for (const Landscape& l : all_landscapes()) {
    INFO(info(l).id);
    CHECK(domain(l).contains(default_start(l)));
    const Evaluator f = evaluator(l);
    CHECK(norm(f.gradient(default_start(l)).gradient) > 1e-3);
  }
}

TEST_CASE("the first session is a race of four from one start that ends in different valleys") {
  const Experiment e = first_session().experiment;
  REQUIRE(e.racers.size() == 4);
  CHECK(starts_agree(e));
  std::set<std::string_view> methods;
  for (const Racer& r : e.racers) methods.insert(info(r.optimizer).id);
  CHECK(methods.size() == 4);
  Race race;
  race.follow(e);
  race.advance();
  const auto s = standings(e, race, e.budget.amount);
  CHECK(*s.front().gap < 0.5);  // found the far, deep valley
  CHECK(*s.back().gap > 5);     // was held by the near, shallow one
}
