// SPDX-License-Identifier: MIT
// The places at which racers rest, and those that only look like one.
#include "engine/judged.hpp"

#include <set>

#include "catch.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("every verdict has its word, its id and a fate") {
  std::set<std::string_view> words, ids;
  for (int i = 0; i <= static_cast<int>(Verdict::stopped_early); ++i) {
    words.insert(word(static_cast<Verdict>(i)));
    ids.insert(id(static_cast<Verdict>(i)));
  }
  CHECK(words == std::set<std::string_view>{"descending", "on a plateau", "at a saddle",
                                            "at a maximum", "trapped", "at a global minimum",
                                            "at the lowest valley found", "oscillating", "diverged",
                                            "left the map", "budget spent", "stopped early"});
  CHECK(ids == std::set<std::string_view>{"descending", "plateau", "saddle", "maximum",
                                          "local_minimum", "global_minimum", "lowest_found",
                                          "oscillating", "diverged", "left_domain", "budget_spent",
                                          "stopped_early"});
  CHECK(fate(Verdict::lowest_found) == Fate::good);
  CHECK(fate(Verdict::local_minimum) == Fate::stuck);
  CHECK(fate(Verdict::oscillating) == Fate::failed);
  CHECK(fate(Verdict::budget_spent) == Fate::moving);
}

TEST_CASE("a racer that creeps along Rosenbrock's valley is at no saddle, nor anywhere") {
  const Landscape l = landscape("rosenbrock");
  const Trajectory t = walked(l, descent(1e-4), {-1.5, 2}, 3000);
  const Jet f = evaluator(l).jet(t.at(3000).x);
  REQUIRE(eigen(f.xx, f.xy, f.yy).low < 0);
  // The slope is small as such things go, and the racer hardly moves.
  REQUIRE(t.at(3000).gradient_norm < 2e-2 * t.at(0).gradient_norm);
  for (const std::uint32_t step : {500u, 1000u, 2000u, 3000u})
    CHECK(judged(t, step).verdict == Verdict::descending);
  const Judgement slower = judged(l, descent(1e-6), {-1, 1}, 5000);
  CHECK(slower.evidence.displacement < 1e-3 * domain(l).diagonal());
  CHECK(slower.verdict == Verdict::descending);
  CHECK(slower.walker_says.find("ill-conditioned") != std::string::npos);
  CHECK(*slower.evidence.condition > 100);
}

TEST_CASE("a racer at the bottom of the bowl is at the global minimum, but not before it rests") {
  const Landscape bowl = landscape("bowl");
  CHECK(verdict(bowl, descent(0.1), {2, 2}, 1000) == Verdict::global_minimum);
  CHECK(verdict(bowl, descent(0.1), {2, 2}, 300) == Verdict::global_minimum);
  CHECK(verdict(bowl, descent(0.1), {2, 2}, 5) == Verdict::descending);
  CHECK(verdict(bowl, descent(0.1), {2, 2}, 20) == Verdict::descending);
  // There with the first step, it is seen to rest when it has stayed for two.
  CHECK(verdict(bowl, descent(0.5), {2, 2}, 2) == Verdict::descending);
  CHECK(verdict(bowl, descent(0.5), {2, 2}, 3) == Verdict::global_minimum);
  CHECK(word(judged(bowl, descent(0.5), {2, 2}, 10)) == "at the global minimum");
  CHECK(word(judged(landscape("himmelblau"), descent(0.01), {2, 2}, 500)) == "at a global minimum");
}

TEST_CASE("a trap is told by what the walker knows and by what the map adds") {
  const Judgement j = judged(landscape("rastrigin"), descent(1e-3), {2.2, 0.9}, 2000);
  CHECK(j.verdict == Verdict::local_minimum);
  CHECK(word(j) == "trapped");
  CHECK(j.feeling == Feeling::valley);
  CHECK(j.walker_says.starts_with("Stopped: every direction goes up (curvatures 39"));
  CHECK(j.map_says == "The best known valley is 4.975 lower.");
  CHECK(*j.evidence.gap == Approx(4.9747939));
  CHECK(j.evidence.curvature->low > 0);
  CHECK(*j.evidence.newton_step < 1e-6);
  CHECK(*j.evidence.nearest_distance == Approx(std::hypot(1.9899, 0.9950)).epsilon(1e-3));
}

TEST_CASE("what the walker says does not depend on what the map knows") {
  Survey blind = survey(landscape("rastrigin"));
  blind.minima.clear();
  blind.lowest.reset();
  for (const Vec2 start : {Vec2{2.2, 0.9}, Vec2{0.3, -0.2}}) {
    const Trajectory t = walked(landscape("rastrigin"), descent(1e-3), start, 1000);
    const Judgement unknown = judge(blind, t, 1000, false);
    CHECK(unknown.verdict == Verdict::lowest_found);
    CHECK(unknown.walker_says == judged(t, 1000).walker_says);
    CHECK(unknown.feeling == judged(t, 1000).feeling);
    CHECK_FALSE(unknown.evidence.gap);
  }
}

TEST_CASE("on the ridge y = 0 plain descent comes to rest at the saddle, beside it not") {
  const Judgement j = judged(landscape("saddle"), descent(0.1), {1, 0}, 1000);
  CHECK(j.verdict == Verdict::saddle);
  CHECK(j.evidence.curvature->low == Approx(-2));
  CHECK(j.evidence.curvature->high == Approx(2));
  CHECK(verdict(landscape("saddle_bounded"), descent(0.1), {1, 0}, 1000) == Verdict::saddle);
  CHECK(verdict(landscape("saddle_bounded"), descent(0.1), {1, 1e-3}, 1000) ==
        Verdict::global_minimum);
}

TEST_CASE("a racer that passes a saddle at speed is not at it") {
  const Trajectory t =
      walked(landscape("saddle_bounded"), Momentum{.learning_rate = 0.02}, {1, 1e-3}, 400);
  const double d = domain(landscape("saddle_bounded")).diagonal();
  int near = 0;
  for (std::uint32_t k = 0; k <= 400; ++k) {
    near += norm(t.at(k).x) < 0.02 * d && k > 0;
    CHECK(judged(t, k).verdict != Verdict::saddle);
  }
  CHECK(near > 5);
}

TEST_CASE("on a top without slope plain descent is at a maximum") {
  const Landscape l = landscape("rastrigin");
  const double top = 0.5025;  // near the first crest of x^2 - 10 cos(2 pi x)
  double x = top;
  for (int i = 0; i < 20; ++i) {
    const Jet f = evaluator(l).jet({x, x});
    x -= f.x / f.xx;
  }
  const Judgement j = judged(l, descent(1e-9), {x, x}, 60);
  CHECK(j.verdict == Verdict::maximum);
  CHECK(j.walker_says.find("every direction goes down") != std::string::npos);
}

TEST_CASE("the top of a curve is no saddle, though y^2 holds walkers on it") {
  const Landscape l = landscape("double_well_1d", {{"tilt", 0}});
  const Judgement top = judged(l, descent(0.01), {0, 0}, 500);
  CHECK(top.verdict == Verdict::maximum);
  CHECK(top.walker_says == "Stopped: both ways go down (curvature -4).");
  const Judgement bottom = judged(l, descent(0.1), {0.5, 0}, 500);
  CHECK(bottom.verdict == Verdict::global_minimum);
  CHECK(bottom.walker_says == "Stopped: both ways go up (curvature 8).");
  const Judgement flat = judged(landscape("cubic_1d"), descent(0.01), {0, 0}, 500);
  CHECK(flat.verdict == Verdict::saddle);
  CHECK(flat.walker_says ==
        "Stopped: one way goes down and the other up, from a flat point (curvature 0).");
}

TEST_CASE("at the edge of peaks there is a plateau, on its slopes none") {
  CHECK(verdict(landscape("peaks"), descent(0.01), {-2.9, -2.9}, 500) == Verdict::plateau);
  CHECK(verdict(landscape("peaks"), descent(0.01), {2.9, 2.9}, 500) == Verdict::plateau);
  CHECK(verdict(landscape("peaks"), descent(1e-7), {0.9, 0.9}, 500) == Verdict::descending);
}

TEST_CASE("small slope or small curvature alone make no plateau") {
  CHECK(verdict(landscape("ravine"), descent(1e-7), {3, 0}, 500) == Verdict::descending);
  CHECK(verdict(landscape("beale"), descent(1e-9), {-4, 1}, 500) == Verdict::descending);
}

TEST_CASE("without a finite start a walk has diverged, and says so") {
  const Judgement j = judged(landscape("rosenbrock"), Adam{}, {1e200, 1e200}, 10);
  CHECK(j.verdict == Verdict::diverged);
  CHECK(j.feeling == Feeling::lost);
  CHECK(j.walker_says.find("not a finite number") != std::string::npos);
}

TEST_CASE("an excursion that comes back is no verdict") {
  const Landscape bowl = landscape("bowl");
  const double edge = domain(bowl).high.x;
  const Trajectory t = walked(bowl, descent(0.9), {1.2 * edge, 0}, 300);
  CHECK(judged(t, 0).verdict == Verdict::left_domain);
  CHECK(judged(t, 2).verdict == Verdict::descending);
  CHECK(judged(t, 300).verdict == Verdict::global_minimum);
}

TEST_CASE("racers that leave the map are told so while they fall, and diverged where they climb") {
  CHECK(verdict(landscape("saddle"), Momentum{}, {0.5, 0.1}, 200) == Verdict::left_domain);
  CHECK(verdict(landscape("saddle"), descent(1.2), {1, 0}, 30) == Verdict::diverged);
}

TEST_CASE("a rate of 1.1 diverges on the bowl, where 1 is the limit of stability") {
  const Landscape bowl = landscape("bowl");
  CHECK(verdict(bowl, descent(1.1), {1, 1}, 200) == Verdict::diverged);
  CHECK(verdict(bowl, descent(1.1), {1, 1}, 3) == Verdict::descending);
  CHECK(verdict(bowl, descent(0.99), {1, 1}, 999) == Verdict::global_minimum);
}

TEST_CASE("a verdict at a step does not depend on what comes after it") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Trajectory whole = walked(landscape("himmelblau"), o, {-1, 1}, 600);
    for (const std::uint32_t k : {0u, 10u, 49u, 50u, 300u}) {
      const Trajectory part = walked(landscape("himmelblau"), o, {-1, 1}, k);
      const Judgement a = judged(whole, k), b = judged(part, k);
      CHECK(a.verdict == b.verdict);
      CHECK(a.walker_says == b.walker_says);
      CHECK(a.map_says == b.map_says);
    }
  }
}

TEST_CASE("a walk of a few steps that sits at a place to the last digit is at it") {
  const Landscape l = landscape("himmelblau");
  const Trajectory t = walked(l, Newton{}, {3.2, 1.8}, 12);
  CHECK(judged(t, 2).verdict == Verdict::descending);
  CHECK(judged(t, 12).verdict == Verdict::global_minimum);
  CHECK(verdict(landscape("saddle_bounded"), Newton{}, {0.1, 0.2}, 12) == Verdict::saddle);
  // Not so one that has only just begun to creep, nor one that coasts across.
  CHECK(verdict(l, descent(1e-12), {3.2, 1.8}, 12) == Verdict::descending);
}

TEST_CASE("who rests far off the map rests there and has not diverged") {
  // A valley of McCormick's that pure Newton is thrown into.
  const Trajectory t = walked(landscape("mccormick"), Newton{}, {21.4, 20.4}, 100);
  const Judgement j = judged(t, 100);
  CHECK(j.verdict == Verdict::local_minimum);
  CHECK(j.evidence.curvature->low > 0);
}

TEST_CASE("a minimum on the edge of the map is on it, whichever way rounding goes") {
  // One of the two minima of perm is at (1, 2), the domain's upper edge.
  for (const double x : {0.9, 1.1, 0.95}) {
    const Judgement j = judged(landscape("perm"), Newton{}, {x, 1.97}, 100);
    CHECK(j.verdict == Verdict::global_minimum);
  }
}

TEST_CASE("a racer that has come to the floor of a bent valley near its bottom is at the bottom") {
  // The slope grows on the straight way to the minimum, which is 3e-4 of the diagonal away.
  const Landscape l = landscape("schaffer2");
  const Judgement j = judged(l, descent(9e-4), {-0.09354, -8.401}, 1500);
  CHECK(j.verdict == Verdict::local_minimum);
  CHECK(*j.evidence.condition > 1e4);
}

TEST_CASE("a racer thrown along a ring of minima stays in its valley") {
  const Landscape l = landscape("drop_wave");
  const Vec2 u = Stream{7, 33}.uniform_pair(Purpose::start, 4);  // one of many
  const Judgement j = judged(walked(l, Newton{}, domain(l).at(u.x, u.y), 1000), 1000);
  CHECK(j.evidence.displacement > 1e-3 * domain(l).diagonal());
  CHECK(j.verdict == Verdict::local_minimum);
  CHECK(j.evidence.degenerate);
}

TEST_CASE("where creases meet the loss around tells the place, not the Hessian of one side") {
  // -|u v| times a positive number: every side has a Hessian as a saddle has.
  const Judgement j = judged(landscape("holder_table"), Newton{}, {pi + 0.05, pi / 2 - 0.04}, 100);
  CHECK(j.verdict == Verdict::maximum);
  CHECK(j.walker_says == "Stopped: no direction goes up, from a kink without curvature.");
}

TEST_CASE("on a landscape that drifts a racer is judged on the map as it is at the step") {
  // The whole bowl moves along x by a hundredth of its width in 1000 steps.
  const Landscape l =
      landscape("drift", {{"of", base_index<Bowl>}, {"parameter", 0}, {"form", 0}, {"rate", 0.01}});
  const Trajectory t = walked(l, descent(0.45), {2, 1}, 800);
  REQUIRE(norm(t.at(800).x) > 5e-3 * domain(l).diagonal());  // from where the minimum was
  for (const std::uint32_t k : {200u, 800u}) {
    const Judgement j = judged(t, k);
    INFO(k << " " << j.walker_says << j.map_says);
    CHECK(j.verdict == Verdict::global_minimum);
    CHECK(*j.evidence.nearest_distance < 1e-3 * domain(l).diagonal());
  }
  // Steadily out of the map: then no minimum of it is known.
  const Landscape gone =
      landscape("drift", {{"of", base_index<Bowl>}, {"parameter", 0}, {"form", 0}, {"rate", 2}});
  CHECK(survey(gone, 100).lowest);
  CHECK_FALSE(survey(gone, 400).lowest);
}
