// SPDX-License-Identifier: MIT
// What is drawn of a walk, and the table of it.
#include "fogline/engine/curve.hpp"

#include <cmath>
#include <sstream>

#include "catch.hpp"
#include "fogline/core/text.hpp"

using namespace fogline;

namespace {

Experiment experiment(const std::vector<Optimizer>& optimizers, const char* land = "rosenbrock",
                      double steps = 60) {
  Experiment e{.landscape = make_landscape(land), .budget = {Unit::steps, steps}};
  for (const Optimizer& o : optimizers) e.racers.push_back(new_racer(e, o, {-1.2, 1.5}));
  return e;
}
Race raced(const Experiment& e) {
  Race race;
  race.follow(e);
  race.advance();
  return race;
}
Curve curve_of(const Race& race, CurveOf quantity, Unit over = Unit::steps) {
  return curve(race[0], quantity, race[0].last(), over, {}, race.survey());
}

}  // namespace

TEST_CASE("a curve holds what is read at its steps, for every method and quantity") {
  for (const Optimizer& o : all_optimizers()) {
    const Race race = raced(experiment({o}, "himmelblau", 20));
    for (const CurveInfo& q : quantities()) {
      INFO(info(o).id << " " << q.id);
      const Curve c = curve_of(race, q.quantity);
      REQUIRE(c.step.size() == c.y.size());
      REQUIRE(c.along.size() == c.y.size());
      for (std::size_t i = 0; i < c.y.size(); ++i) {
        const double y = reading(race[0], q.quantity, c.step[i], race.survey());
        CHECK((c.y[i] == y || (std::isnan(y) && std::isnan(c.y[i]))));
      }
    }
  }
}

TEST_CASE("quantities are what their names say") {
  const Race race = raced(experiment({Momentum{.learning_rate = 1e-4, .momentum = 0.9}}));
  const Trajectory& t = race[0];
  const auto at = [&](CurveOf quantity) { return reading(t, quantity, 7, race.survey()); };
  CHECK(at(CurveOf::loss) == t.at(7).loss);
  CHECK(at(CurveOf::gap) == t.at(7).loss);  // Rosenbrock's minimum is 0
  CHECK(at(CurveOf::slope) == t.at(7).gradient_norm);
  CHECK(at(CurveOf::step_length) == norm(t.at(7).x - t.at(6).x));
  CHECK(at(CurveOf::distance) == norm(t.at(7).x - Vec2{1, 1}));
  CHECK(at(CurveOf::rate) == Approx(1e-3));  // 1e-4 / (1 - 0.9)
  CHECK(std::isnan(at(CurveOf::temperature)));
  CHECK(std::isnan(reading(t, CurveOf::step_length, 0, race.survey())));
}

TEST_CASE("the effective rate divides as the method does, and signs have none") {
  const Race adam = raced(experiment({Adam{.learning_rate = 0.01}}));
  const Walker& w = adam[0].walker_at(1);
  const Vec2 g = adam[0].gear().landscape.gradient({-1.2, 1.5}).gradient;
  CHECK(w.step == 1);
  CHECK(reading(adam[0], CurveOf::rate, 1, adam.survey()) ==
        Approx(0.01 / std::sqrt(std::abs(g.x * g.y))));
  CHECK(curve_of(raced(experiment({Rprop{}})), CurveOf::rate).step.empty());
  CHECK(curve_of(raced(experiment({NelderMead{}})), CurveOf::rate).step.empty());
}

TEST_CASE("where no minimum is known there is neither gap nor distance") {
  const Race race = raced(experiment({Adam{}}, "saddle", 5));
  CHECK(curve_of(race, CurveOf::gap).step.empty());
  CHECK(curve_of(race, CurveOf::distance).step.empty());
  CHECK(curve_of(race, CurveOf::loss).step.size() == 6);
}

TEST_CASE("curves over cost stand at what was paid") {
  const Race race = raced(experiment({Newton{}}, "himmelblau", 5));
  const Curve c = curve_of(race, CurveOf::loss, Unit::cost);
  for (std::size_t i = 0; i < c.step.size(); ++i) CHECK(c.along[i] == race[0].cost(c.step[i], {}));
}

TEST_CASE("curves of long walks stay short where they must be walked again") {
  const Race race = raced(experiment({Adam{.learning_rate = 1e-4}}, "rosenbrock", 40'000));
  REQUIRE(race[0].last() == 40'000);
  CHECK(curve_of(race, CurveOf::rate).step.size() <= most_samples);
  CHECK(curve_of(race, CurveOf::step_length).step.size() <= most_samples);
  CHECK(curve_of(race, CurveOf::slope).step.size() < 4000);
}

TEST_CASE("the table has a row for each step up to the playhead, and reads back") {
  Experiment e = experiment({Adam{}, Annealing{}}, "himmelblau", 30);
  e.racers[0].name = "Adam, \"the first\"";
  const Race race = raced(e);
  std::istringstream text(curve_table(e, race, 10, true));
  std::string line;
  std::getline(text, line);
  CHECK(line ==
        "racer,step,cost,x,y,loss,gap,gradient_norm,step_length,effective_rate,distance,"
        "temperature");
  std::getline(text, line);
  CHECK(line.starts_with("\"Adam, \"\"the first\"\"\",0,0,-1.2,1.5," +
                         number_text(race[0].at(0).loss)));
  int rows = 1;
  while (std::getline(text, line)) ++rows;
  CHECK(rows == 22);
}

TEST_CASE("without the map the table has no column of it") {
  const Experiment e = experiment({Adam{}}, "himmelblau", 3);
  const std::string text = curve_table(e, raced(e), 3, false);
  CHECK(text.find("gap") == std::string::npos);
  CHECK(text.find("distance") == std::string::npos);
}
