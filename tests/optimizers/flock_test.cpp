// SPDX-License-Identifier: MIT
// Walkers in a flock walk, to the bit, as each does by itself.
#include "fogline/optimizers/flock.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/rng.hpp"
#include "optimizers/by_hand.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

std::vector<InstructionSet> available() {
  std::vector<InstructionSet> all;
  for (const auto set : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
    if (is_available(set)) all.push_back(set);
  return all;
}

std::vector<Vec2> seeded_starts(const Landscape& l, std::size_t n, double width = 1) {
  std::vector<Vec2> all;
  const Stream random{.seed = 5};
  for (std::uint32_t i = 0; i < n; ++i) {
    const Vec2 u = random.uniform_pair(Purpose::start, i);
    all.push_back(domain(l).at(0.5 + width * (u.x - 0.5), 0.5 + width * (u.y - 0.5)));
  }
  return all;
}

struct End {
  Vec2 x;
  std::uint32_t steps = 0;
  bool ended = false;
};

std::vector<End> one_by_one(const Landscape& l, const Optimizer& o, const std::vector<Vec2>& starts,
                            std::uint32_t steps, const Axes& axes = {}) {
  std::vector<End> all;
  for (const Vec2 start : starts) {
    const Trajectory t = walked(l, o, start, steps, axes);
    all.push_back({t.at(t.last()).x, t.last(), t.ended()});
  }
  return all;
}

int differences(const std::vector<End>& expected, const Flock& flock) {
  int count = 0;
  for (std::size_t i = 0; i < expected.size(); ++i)
    count += !same_bits(flock.place(i), expected[i].x) || flock.steps(i) != expected[i].steps ||
             flock.ended(i) != expected[i].ended;
  return count;
}

// In portions of odd sizes, so that nothing depends on how many steps are made at once.
void check(const Landscape& l, const Optimizer& o, const std::vector<Vec2>& starts,
           std::uint32_t steps, const Axes& axes = {}) {
  INFO(info(l).id << " " << info(o).id);
  const auto expected = one_by_one(l, o, starts, steps, axes);
  for (const InstructionSet set : available()) {
    Flock flock(o, axes, block_evaluator(l, set), set, starts);
    for (std::uint32_t made = 0; made < steps; made = std::min(steps, made + 37))
      flock.walk(std::min(37u, steps - made));
    CHECK(differences(expected, flock) == 0);
  }
}

}  // namespace

TEST_CASE("every per-coordinate rule walks in a flock as it walks alone") {
  int rules = 0;
  for (const Optimizer& o : all_optimizers()) {
    if (!flocks(o, {})) continue;
    ++rules;
    for (const char* id : {"himmelblau", "rastrigin", "comfortable_trap"})
      check(landscape(id), o, seeded_starts(landscape(id), 13), 150);
  }
  CHECK(rules >= 17);
}

TEST_CASE("every landscape carries a flock as it carries a walker") {
  for (const Landscape& l : all_landscapes())
    check(l, Momentum{.learning_rate = 1e-3}, seeded_starts(l, info(l).id == "blur" ? 2 : 9), 70);
}

TEST_CASE("a flock whose landscape drifts sees it as it is at each step") {
  for (const double what : {0, 2}) {  // the whole map, or a parameter
    const Landscape l = landscape("drift", {{"parameter", what}, {"period", 50}});
    const auto starts = seeded_starts(l, 9);
    check(l, Adam{.learning_rate = 0.1}, starts, 150);
    const auto alone = one_by_one(l, Adam{.learning_rate = 0.1}, starts, 150);
    const auto still =
        one_by_one(landscape("tilted_double_well"), Adam{.learning_rate = 0.1}, starts, 150);
    CHECK(norm(alone[0].x - still[0].x) > 0.01);
  }
}

TEST_CASE("a flock follows a schedule") {
  const Landscape l = landscape("himmelblau");
  const auto starts = seeded_starts(l, 13);
  for (int kind = 0; kind < static_cast<int>(std::size(Schedule::kinds)); ++kind) {
    Axes axes;
    axes.schedule = Schedule{.kind = kind, .period = 60, .growth = 2, .warmup = 20};
    INFO(Schedule::kinds[static_cast<std::size_t>(kind)]);
    CHECK(flocks(Adam{}, axes) == (kind != Schedule::reduce_on_plateau));
    if (!flocks(Adam{}, axes)) continue;
    for (const Optimizer& o : all_optimizers())
      if (flocks(o, axes)) check(l, o, starts, 150, axes);
    check(l, Momentum{.learning_rate = 0.02}, seeded_starts(l, 40, 2), 150, axes);
  }
}

TEST_CASE("of axes only a schedule that is the same for all flocks") {
  Axes axes;
  axes.schedule.emplace();
  axes.noise.emplace();
  CHECK_FALSE(flocks(Adam{}, axes));
  axes = {};
  axes.early_stopping.emplace();
  CHECK_FALSE(flocks(Adam{}, axes));
}

TEST_CASE("blocks and their tails are walked alike") {
  for (const std::size_t n : {1u, 7u, 8u, 255u, 256u, 257u, 521u})
    check(landscape("himmelblau"), Adam{.learning_rate = 0.1},
          seeded_starts(landscape("himmelblau"), n), 40);
}

TEST_CASE("walkers that run away end at their last finite place, and none of their neighbours") {
  for (const char* id : {"himmelblau", "rosenbrock", "beale", "goldstein_price", "cliff"})
    for (const Optimizer& o : all_optimizers()) {
      if (!flocks(o, {})) continue;
      Optimizer fast = o;
      for (const Param& p : params(fast))
        if (p.name == "learning_rate") p.set(info(o).normalized ? 1e150 : 0.02);
      const Landscape l = landscape(id);
      check(l, fast, seeded_starts(l, 11, 2), 90);
      INFO(id << " " << info(o).id);
    }
  const Landscape l = landscape("himmelblau");
  const auto ends = one_by_one(l, Momentum{.learning_rate = 0.02}, seeded_starts(l, 50, 2), 90);
  const auto ended = std::count_if(ends.begin(), ends.end(), [](const End& e) { return e.ended; });
  CHECK(ended > 5);
  CHECK(ended < 45);
}

TEST_CASE("a start without a finite loss cannot be left in a flock either") {
  check(landscape("himmelblau"), Momentum{}, {{1, 1}, {1e200, 0}, {3, 2.5}, {0, -1e100}}, 40);
  check(landscape("bowl"), GradientDescent{.learning_rate = 0.9}, {{1e154, 1}, {1e155, 1}}, 40);
}

TEST_CASE("parameters beyond all sense change nothing of that") {
  check(landscape("rosenbrock", {{"b", 1e300}}), Adam{}, {{1, 1.1}, {1e5, 0}, {1e3, 1}, {0, 0}},
        60);
  check(landscape("rastrigin", {{"A", 1e307}}), Rprop{}, {{1, 1.1}, {1e5, 0}, {0.3, 1}}, 60);
}

TEST_CASE("a finite slope that is too steep to walk on ends a walk in a flock, too") {
  const Vec2 start{2208.645648193452, 310.52110958496496};
  const auto alone = one_by_one(landscape("holder_table"), Rprop{}, {start}, 300);
  REQUIRE(alone.front().steps == 11);
  check(landscape("holder_table"), Rprop{}, {start}, 300);
  check(landscape("holder_table"), Lion{}, {start}, 300);
}

TEST_CASE("below BlockEvaluator::tame a finite slope vouches for a finite loss") {
  const Stream random{.seed = 9};
  for (const Landscape& l : all_landscapes()) {
    if (!block_evaluator(l).slope) continue;
    INFO(info(l).id);
    const Evaluator f = evaluator(l);
    int broken = 0;
    for (std::uint32_t k = 0; k < 4000; ++k) {
      const Vec2 size = random.uniform_pair(Purpose::start, 2 * k),
                 side = random.uniform_pair(Purpose::start, 2 * k + 1);
      const auto coordinate = [&](double u, double v) {
        return v < 0.02 ? 0 : std::copysign(std::exp2(174 * u - 110), v - 0.5);
      };
      const Vec2 x{coordinate(size.x, side.x), coordinate(size.y, side.y)};
      const Gradient here = f.gradient(x);
      broken += is_finite(here.gradient) && !is_walkable(x, here);
    }
    CHECK(broken == 0);
  }
}

TEST_CASE("a watched walker has the box around its places") {
  const Landscape l = landscape("himmelblau");
  const auto starts = seeded_starts(l, 300);
  for (const InstructionSet set : available()) {
    Flock flock(Momentum{}, {}, block_evaluator(l, set), set, starts);
    flock.walk(10);
    flock.watch(270);
    flock.walk(45);
    const Trajectory t = walked(l, Momentum{}, starts[270], 55);
    Box box{t.at(10).x, t.at(10).x};
    for (std::uint32_t k = 10; k <= 55; ++k) {
      const Vec2 x = t.at(k).x;
      box = {{std::min(box.low.x, x.x), std::min(box.low.y, x.y)},
             {std::max(box.high.x, x.x), std::max(box.high.y, x.y)}};
    }
    CHECK(flock.box(270) == box);
  }
}

TEST_CASE("what a flock notes is where each walker was, as far as it came") {
  const auto check_notes = [](const Landscape& l, const Optimizer& o, double width, bool some_end) {
    INFO(info(l).id);
    const auto starts = seeded_starts(l, 300, width);
    for (const InstructionSet set : available()) {
      Flock flock(o, {}, block_evaluator(l, set), set, starts);
      flock.walk(3);
      std::vector<std::uint32_t> rank(140);  // after each of the first 40 steps, then every third
      std::uint32_t noted = 0;
      for (std::uint32_t k = 0; k < 140; ++k)
        rank[k] = k < 40 || k % 3 == 0 ? noted++ : Flock::Noting::none;
      std::vector<Flock::Note> notes(starts.size() * noted);
      flock.walk(140, {rank, notes.data(), noted});
      flock.walk(30, {std::span(rank).first(0), notes.data(), noted});
      CHECK(flock.step() == 173);
      std::size_t differences = 0, ends = 0;
      for (std::size_t i = 0; i < starts.size(); ++i) {
        const Trajectory t = walked(l, o, starts[i], 173);
        differences += flock.ended(i) != t.ended() || flock.steps(i) != t.last() ||
                       !same_bits(flock.place(i), t.at(t.last()).x);
        ends += t.ended();
        for (std::uint32_t k = 0; k < 140 && 4 + k <= t.last(); ++k) {
          if (rank[k] == Flock::Noting::none) continue;
          const Flock::Note& note = notes[noted * i + rank[k]];
          differences += !same_bits(note.x, t.at(4 + k).x) || note.loss != t.at(4 + k).loss;
        }
      }
      CHECK(differences == 0);
      CHECK((ends > 0) == some_end);
    }
  };
  check_notes(landscape("rastrigin"), Adam{}, 1, false);
  check_notes(landscape("holder_table"), Adam{}, 1, false);  // does not vouch for its slopes
  check_notes(landscape("himmelblau"), Momentum{.learning_rate = 0.02}, 2, true);
}

TEST_CASE("a walker of a flock can be had with what it remembers") {
  const Landscape l = landscape("rastrigin");
  const auto starts = seeded_starts(l, 300);
  const Adam adam;
  for (const InstructionSet set : available()) {
    Flock flock(adam, {}, block_evaluator(l, set), set, starts);
    flock.walk(100);
    int differences = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const Trajectory t = walked(l, adam, starts[i], 100);
      const auto& expected = std::get<State<Adam>>(t.walker_at(100).state);
      const auto state = std::get<State<Adam>>(flock.state(i));
      for (std::size_t axis = 0; axis < 2; ++axis)
        differences += state.coordinate[axis].m != expected.coordinate[axis].m ||
                       state.coordinate[axis].v != expected.coordinate[axis].v;
      differences += adam.divisor(state.shared, state.coordinate[0]) !=
                     adam.divisor(expected.shared, expected.coordinate[0]);
    }
    CHECK(differences == 0);
  }
}

TEST_CASE("a part of a flock walks on as in the whole") {
  const Landscape l = landscape("himmelblau");
  Flock all(Nesterov{}, {}, block_evaluator(l), best_instruction_set(), seeded_starts(l, 600));
  all.walk(40);
  Flock part = all.part(250, 64);
  all.walk(40);
  part.walk(40);
  REQUIRE(part.size() == 64);
  CHECK(part.step() == 80);
  int differences = 0;
  for (std::size_t k = 0; k < 64; ++k) differences += !same_bits(part.place(k), all.place(250 + k));
  CHECK(differences == 0);
}

TEST_CASE("who stays in a flock walks on as if nobody had left") {
  const Landscape l = landscape("himmelblau");
  const auto starts = seeded_starts(l, 700);
  Flock all(Adam{}, {}, block_evaluator(l), best_instruction_set(), starts);
  all.walk(50);
  Flock some = all;
  std::vector<std::uint8_t> flags(700);
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < flags.size(); i += 1 + i % 3) {
    flags[i] = 1;
    kept.push_back(i);
  }
  some.keep(flags);
  all.walk(50);
  some.walk(50);
  REQUIRE(some.size() == kept.size());
  int differences = 0;
  for (std::size_t k = 0; k < kept.size(); ++k)
    differences += !same_bits(some.place(k), all.place(kept[k]));
  CHECK(differences == 0);
}
