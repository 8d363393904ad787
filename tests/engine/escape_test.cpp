// SPDX-License-Identifier: MIT
// Escapes: what is promised is what a race gives, nothing is offered that does not help.
#include "fogline/engine/escape.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "fogline/engine/session_file.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// A racer that ends badly, and a change that must be among its escapes.
struct Scene {
  const char* landscape;
  Optimizer optimizer;
  Vec2 start;
  double steps;
  Verdict verdict;
  Change remedy = Change::restarts;
  Axes axes{};
};

Optimizer descent(double rate) { return GradientDescent{.learning_rate = rate}; }

const Scene trap{"comfortable_trap", descent(0.02), {-3.5, -3}, 400, Verdict::local_minimum};
const Scene ridge{"saddle_bounded", descent(0.1), {1, 0}, 300, Verdict::saddle, Change::noise};

// One for each way to end badly, and for each axis that can be the cause.
std::vector<Scene> scenes() {
  Axes noisy, penalized, patient, decaying, clipped;
  noisy.noise = Noise{.sigma = 20};
  penalized.regularization = Regularization{.l2 = 20, .l1 = 0};
  patient.early_stopping = EarlyStopping{.patience = 2};
  decaying.schedule = Schedule{.kind = Schedule::exponential, .period = 2, .gamma = 0.1};
  clipped.clipping = Clipping{.limit = 0.01};
  return {
      trap,
      ridge,
      {"six_hump_camel", Momentum{}, {1.7, 0.9}, 400, Verdict::local_minimum},
      {"rastrigin", CmaEs{}, {4, 4}, 200, Verdict::local_minimum, Change::population},
      {"rastrigin",
       Adam{.learning_rate = 0.1},
       {2.2, 0.9},
       300,
       Verdict::local_minimum,
       Change::annealing},
      {"six_hump_camel", Newton{}, {0.1, 0}, 100, Verdict::saddle, Change::method},
      {"peaks", descent(0.01), {-2.9, -2.9}, 300, Verdict::plateau, Change::search},
      {"bowl", descent(1.1), {1, 1}, 200, Verdict::diverged, Change::smaller_steps},
      {"rosenbrock", descent(0.1), {-1.5, 2}, 300, Verdict::diverged, Change::method},
      {"bowl", descent(1.0), {1, 1}, 200, Verdict::oscillating, Change::smaller_steps},
      {"saddle", Momentum{}, {0.5, 0.1}, 200, Verdict::left_domain, Change::smaller_steps},
      {"bowl", descent(1e-4), {1, 1}, 200, Verdict::budget_spent, Change::larger_steps},
      {"bowl", Momentum{}, {1, 1}, 300, Verdict::stopped_early, Change::no_stopping, patient},
      {"bowl", descent(0.1), {1, 1}, 200, Verdict::budget_spent, Change::constant_rate, decaying},
      {"bowl", descent(0.1), {1, 1}, 200, Verdict::budget_spent, Change::no_clipping, clipped},
      {"bowl", descent(0.1), {1, 1}, 200, Verdict::budget_spent, Change::exact_slope, noisy},
      {"styblinski_tang",
       descent(0.01),
       {-3, -3},
       200,
       Verdict::local_minimum,
       Change::no_penalty,
       penalized}};
}

Experiment experiment(const Scene& s) {
  Experiment e;
  e.landscape = landscape(s.landscape);
  e.budget.amount = s.steps;
  e.racers = {new_racer(e, s.optimizer, s.start)};
  e.racers[0].axes = s.axes;
  return e;
}

Race raced(const Experiment& e) {
  Race race;
  race.follow(e);
  REQUIRE(race.advance());
  return race;
}

std::vector<Escape> escapes_of(const Experiment& e) { return escapes(e, raced(e), 0); }

const Escape* find(const std::vector<Escape>& all, Change change) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Escape& e) { return e.change == change; });
  return found == all.end() ? nullptr : &*found;
}

bool same(const Standing& a, const Standing& b) {
  return same_bits(a.answer, b.answer) && a.cost == b.cost && a.gap == b.gap &&
         a.judgement.verdict == b.judgement.verdict &&
         a.judgement.walker_says == b.judgement.walker_says;
}

}  // namespace

TEST_CASE("every bad end has its remedy, and each escape reaches in a race what it promises") {
  for (const Scene& scene : scenes()) {
    INFO(scene.landscape << " " << info(scene.optimizer).id);
    const Experiment e = experiment(scene);
    const Race race = raced(e);
    const Standing parent = standing(e, race, 0, e.budget.amount);
    REQUIRE(id(parent.judgement.verdict) == id(scene.verdict));
    const std::vector<Escape> all = escapes(e, race, 0);
    CHECK(find(all, scene.remedy) != nullptr);
    CHECK(all.size() <= EscapeSearch::most);
    std::set<Change> changes;
    for (const Escape& escape : all) {
      INFO(escape.says);
      Experiment with = e;
      const std::size_t rival = insert_rival(with, 0, escape.racer);
      const Race again = raced(with);
      const Standing s = standing(with, again, rival, with.budget.amount);
      CHECK(same(s, escape.reached));
      CHECK(helps(parent, s, again[rival].at(0).loss, again.survey()));
      CHECK(escape.improvement.has_value() == again.survey().domain.contains(parent.answer.x));
      CHECK(2 * escape.helped > escape.seeds);
      CHECK(changes.insert(escape.change).second);
    }
  }
}

TEST_CASE("at the lowest valley nobody needs an escape") {
  for (const Scene& scene :
       {Scene{"bowl", descent(0.1), {1, 1}, 200, Verdict::global_minimum},
        Scene{"himmelblau", Adam{.learning_rate = 0.1}, {1, 1}, 400, Verdict::global_minimum}}) {
    const Experiment e = experiment(scene);
    const Race race = raced(e);
    EscapeSearch search(e, race, 0);
    REQUIRE(fate(search.parent().judgement.verdict) == Fate::good);
    CHECK(search.edits() == 0);
    CHECK(search.advance());
    CHECK(search.escapes().empty());
  }
}

TEST_CASE("a start without a finite loss has no escape") {
  CHECK(escapes_of(experiment({"rosenbrock", Adam{}, {1e200, 1e200}, 50, Verdict::diverged}))
            .empty());
}

TEST_CASE("a trapped descent is freed from its start by momentum, from its end by restarts") {
  const Experiment e = experiment(trap);
  const Race race = raced(e);
  const Vec2 trap = race[0].at(400).x;
  const auto all = escapes(e, race, 0);
  const Escape* momentum = find(all, Change::momentum);
  REQUIRE(momentum);
  CHECK(momentum->begins == Begins::start);
  CHECK(momentum->racer.start == e.racers[0].start);
  CHECK(info(momentum->racer.optimizer).id == "momentum");
  CHECK(momentum->says == "Momentum with a share of 0.9 instead of Gradient descent.");
  CHECK(*momentum->improvement == Approx(19.71).epsilon(1e-3));
  CHECK(momentum->seeds == 1);
  const Escape* restarts = find(all, Change::restarts);
  REQUIRE(restarts);
  CHECK(restarts->begins == Begins::end);
  CHECK(restarts->racer.start == trap);
  CHECK(restarts->seeds == EscapeSearch::seeds);
}

TEST_CASE("on the exact ridge a grain of noise frees plain descent, a larger rate does not") {
  const auto all = escapes_of(experiment(ridge));
  const Escape* noise = find(all, Change::noise);
  REQUIRE(noise);
  CHECK(noise->reached.judgement.verdict == Verdict::global_minimum);
  CHECK(noise->helped == EscapeSearch::seeds);
  CHECK_FALSE(find(all, Change::larger_steps));
  CHECK_FALSE(find(all, Change::momentum));
}

TEST_CASE("escapes are ranked by what they reached") {
  for (const Scene& scene : scenes()) {
    const Experiment e = experiment(scene);
    const auto all = escapes_of(e);
    const double step = 1e-4 * survey(e.landscape).relief;
    for (std::size_t i = 1; i < all.size(); ++i)
      CHECK(all[i - 1].reached.answer.loss <= all[i].reached.answer.loss + step);
  }
}

TEST_CASE("little by little the search finds the same") {
  const Experiment e = experiment(ridge);
  const Race race = raced(e);
  EscapeSearch search(e, race, 0);
  int slices = 1;
  std::size_t before = 0;
  while (!search.advance(Clock::now())) {
    CHECK(search.tried() >= before);
    before = search.tried();
    ++slices;
  }
  CHECK(slices > 10);
  CHECK(search.tried() == search.edits());
  const auto at_once = escapes(e, race, 0), bit_by_bit = search.escapes();
  REQUIRE(at_once.size() == bit_by_bit.size());
  for (std::size_t i = 0; i < at_once.size(); ++i) {
    CHECK(at_once[i].racer == bit_by_bit[i].racer);
    CHECK(same(at_once[i].reached, bit_by_bit[i].reached));
    CHECK(at_once[i].helped == bit_by_bit[i].helped);
  }
}

TEST_CASE("rivals race by the rules of the race: its prices, its seed, its budget") {
  Experiment e = experiment(trap);
  e.budget = {Unit::cost, 200};
  e.prices = {0.5, 2, 5};
  e.seed = 77;
  for (const Escape& escape : escapes_of(e)) {
    CHECK(escape.reached.cost <= 200);
    Experiment with = e;
    const std::size_t rival = insert_rival(with, 0, escape.racer);
    CHECK(same(standing(with, raced(with), rival, 200), escape.reached));
  }
}

TEST_CASE("a rival stands below its parent, with a name and a mark of its own") {
  Experiment e = experiment(trap);
  e.racers.push_back(new_racer(e, Adam{}, e.racers[0].start));
  e.racers.push_back(new_racer(e, Adam{}, e.racers[0].start));
  e.racers[2].warm_start = WarmStart{.racer = 2};
  const auto all = escapes(e, raced(e), 0);
  const Escape* near = find(all, Change::momentum);
  REQUIRE(near);
  CHECK(insert_rival(e, 0, near->racer) == 1);
  CHECK(e.shared_start);
  CHECK(e.racers[3].warm_start->racer == 3);
  const Escape* far = find(all, Change::restarts);
  REQUIRE(far);
  CHECK(insert_rival(e, 0, far->racer) == 1);
  CHECK_FALSE(e.shared_start);
  std::set<std::string> names;
  std::set<int> marks;
  for (const Racer& r : e.racers) {
    names.insert(r.name);
    marks.insert(r.mark);
  }
  CHECK(names.size() == 5);
  CHECK(marks.size() == 5);
}

TEST_CASE("every rival is a valid racer, whatever the method and the axes of its parent") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    Experiment e = experiment({"rastrigin", brief(o), {2.2, 0.9}, 20, Verdict::descending});
    e.racers[0].visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
      if (meets(o, Axis::need) && Axis::info.id != "warm_start") axis.emplace();
    });
    e.racers[0].ensemble->copies = 2;
    const auto all = escapes_of(e);
    for (const Escape& escape : all) {
      Session session;
      session.experiment = e;
      insert_rival(session.experiment, 0, escape.racer);
      CHECK(parse_session(session_text(session), "it") == session);
    }
  }
}
