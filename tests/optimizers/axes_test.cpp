// SPDX-License-Identifier: MIT
// What every axis must keep to, alone and with all others: the same bits however a walk is made
// or asked for, nothing but finite records, and no param that does nothing.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// Settings under which each axis acts often on a walk of some thousand steps.
Axes busy() {
  return {.schedule = Schedule{.kind = Schedule::cosine_restarts, .period = 300, .growth = 2},
          .noise = Noise{.sigma = 0.3, .decaying = true},
          .mini_batches = MiniBatches{.copies = 20, .batch = 3},
          .coordinate_mask = CoordinateMask{.keep = 0.8},
          .regularization = Regularization{.l2 = 0.1, .l1 = 0.05},
          .decoupled_weight_decay = DecoupledWeightDecay{0.1},
          .clipping = Clipping{.limit = 20},
          .averaging = Averaging{.from = 40},
          .early_stopping = EarlyStopping{.patience = 1'000'000},
          .restarts = Restarts{.patience = 200, .tolerance = 0.05, .from = Restarts::best}};
}

// Each axis by itself, two more kinds of schedule and batches, and all together.
std::vector<std::pair<std::string, Axes>> all_axes() {
  std::vector<std::pair<std::string, Axes>> all{{"all", busy()}};
  Axes axes;
  axes.visit([&]<class Axis>(std::optional<Axis>&) {
    Axes one, from = busy();
    std::optional<Axis> chosen;
    from.visit([&]<class Other>(std::optional<Other>& a) {
      if constexpr (std::is_same_v<Axis, Other>) chosen = a;
    });
    one.visit([&]<class Other>(std::optional<Other>& a) {
      if constexpr (std::is_same_v<Axis, Other>) a = chosen;
    });
    all.emplace_back(Axis::info.id, one);
  });
  Axes plateau = busy();
  plateau.schedule = Schedule{.kind = Schedule::reduce_on_plateau, .gamma = 0.9, .floor = 0.01};
  plateau.mini_batches->imbalance = 3;
  all.emplace_back("plateau and imbalance", plateau);
  return all;
}

// Methods of each kind: stateless, with shared powers, one that asks for values.
std::vector<Optimizer> methods() {
  return {optimizer("gradient_descent"), optimizer("adam"), optimizer("annealing")};
}

Course course(const Optimizer& o, const Axes& axes) {
  return {landscape("himmelblau"), o, axes, {-1, 1}, 5};
}

// All that can be asked of an iterate.
bool same_everything(const Trajectory& a, const Trajectory& b, std::uint32_t k) {
  const auto mean = a.average(k), other = b.average(k);
  return same_bits(a.at(k), b.at(k)) && same_bits(a.answer(k), b.answer(k)) &&
         mean.has_value() == other.has_value() && (!mean || same_bits(*mean, *other)) &&
         same_bits(a.rate_factor(k), b.rate_factor(k)) && same_bits(a.cost(k, {}), b.cost(k, {}));
}

}  // namespace

TEST_CASE("with any axes, any iterate of a long walk is that of a walk made only so far") {
  constexpr std::uint32_t last = 20'000;
  for (const auto& [name, axes] : all_axes())
    for (const Optimizer& o : methods()) {
      INFO(name << ", " << info(o).id);
      Trajectory whole(course(o, axes));
      REQUIRE(whole.extend(last));
      REQUIRE(whole.last() == last);
      std::vector<std::uint32_t> steps{0, 1, 1023, 1024, 1025, 2047, 2048, last};
      for (std::uint32_t i = 0; i < 12; ++i)
        steps.push_back(
            static_cast<std::uint32_t>(Stream{.seed = 2}.uniform(Purpose::tie, i) * last));
      for (const std::uint32_t k : steps) {  // back and forth
        Trajectory fresh(course(o, axes));
        fresh.extend(k);
        INFO(k);
        REQUIRE(same_everything(whole, fresh, k));
      }
    }
}

TEST_CASE("with any axes, it does not matter in what pieces a walk is made, or copied") {
  constexpr std::uint32_t last = 3000;
  for (const auto& [name, axes] : all_axes())
    for (const Optimizer& o : methods()) {
      INFO(name << ", " << info(o).id);
      Trajectory whole(course(o, axes)), pieces(course(o, axes));
      whole.extend(last);
      for (std::uint32_t i = 0; pieces.last() < last; ++i) {
        const double u = Stream{.seed = 6}.uniform(Purpose::start, i);
        const Trajectory old = pieces;
        pieces = Trajectory(old);
        pieces.extend(std::min(last, pieces.last() + static_cast<std::uint32_t>(300 * u * u)));
        pieces.answer(static_cast<std::uint32_t>(pieces.last() * u));
      }
      for (std::uint32_t k = 0; k <= last; k += 7) REQUIRE(same_everything(whole, pieces, k));
    }
}

TEST_CASE("every optimizer walks with any axes on any landscape with finite records only") {
  const auto axes = all_axes();
  for (const Landscape& l : all_landscapes())
    for (const Optimizer& o : all_optimizers()) {
      // Every landscape meets every optimizer, and both meet all axes.
      const auto& [name, chosen] = axes[(l.index() + o.index()) % axes.size()];
      INFO(name << ", " << info(o).id << " on " << info(l).id);
      Trajectory t({l, o, chosen, domain(l).at(0.3, 0.8), 3});
      t.extend(100);
      bool finite = t.last() == 100 || t.ended();
      for (std::uint32_t k = 0; k <= t.last(); ++k)
        for (const Iterate& i : {t.at(k), t.answer(k)})
          finite =
              finite && is_finite(i.x) && std::isfinite(i.loss) && std::isfinite(i.gradient_norm);
      CHECK(finite);
    }
}

TEST_CASE("every param of every axis moves the walk, its answer or its cost where it is in use") {
  // Params that matter only with another one set.
  const auto prepared = [](Axes axes, std::string_view axis, std::string_view param) {
    axes.schedule->period = 20;
    if (param == "gamma") axes.schedule->kind = Schedule::step;
    if (param == "period") axes.schedule->kind = Schedule::cosine;
    if (axis == "schedule" && param == "patience")
      axes.schedule->kind = Schedule::reduce_on_plateau;
    if (param == "most") axes.restarts->patience = 10;
    if (param == "resample") axes.mini_batches->imbalance = 3;
    if (axis == "early_stopping") axes.early_stopping->patience = 30;
    if (param == "margin") axes.early_stopping->patience = 200;
    return axes;
  };
  Axes roster = busy();
  roster.visit([&]<class Axis>(std::optional<Axis>& described) {
    for (std::size_t i = 0; i < described->params().size(); ++i) {
      const std::string_view param = described->params()[i].name;
      INFO(Axis::info.id << " " << param);
      Axes before = prepared(busy(), Axis::info.id, param), after = before;
      after.visit([&]<class Other>(std::optional<Other>& a) {
        if constexpr (std::is_same_v<Axis, Other>) {
          const Param p = a->params()[i];
          p.set(p.get() == p.range.max ? p.range.min : p.range.max);
        }
      });
      Trajectory a(course(optimizer("gradient_descent"), before)),
          b(course(optimizer("gradient_descent"), after));
      a.extend(3000);
      b.extend(3000);
      const std::uint32_t last = std::min(a.last(), b.last());
      bool same = a.last() == b.last();
      for (std::uint32_t k = 0; same && k <= last; ++k) same = same_everything(a, b, k);
      CHECK_FALSE(same);
    }
  });
}

TEST_CASE("an axis makes sense where its need is met, and elsewhere it changes nothing") {
  for (Optimizer o : all_optimizers()) {
    INFO(info(o).id);
    const auto described = params(o);
    const bool rate = std::any_of(described.begin(), described.end(),
                                  [](const Param& p) { return p.name == "learning_rate"; });
    const Landscape l = landscape("himmelblau");
    const Trajectory plain = walked(l, o, {-1, 1}, 60);
    const bool slope = plain.at(plain.last()).counts.gradients > 0;
    CHECK(meets(o, Need::rate) == rate);
    CHECK(meets(o, Need::slope) == slope);
    CHECK(meets(o, Need::nothing));
    const auto moves = [&](const Axes& axes) {
      const Trajectory t = walked(l, o, {-1, 1}, 60, axes);
      bool same = t.last() == plain.last();
      for (std::uint32_t k = 0; same && k <= t.last(); ++k) same = t.at(k).x == plain.at(k).x;
      return !same;
    };
    CHECK(moves({.schedule = Schedule{.period = 40, .floor = 0.1, .warmup = 3}}) == rate);
    CHECK(moves({.decoupled_weight_decay = DecoupledWeightDecay{0.5}}) == rate);
    // A step that knows only the slope's sign, or searches along a line, may not feel these.
    if (!slope)
      for (const Axes& axes : {Axes{.noise = Noise{}}, Axes{.coordinate_mask = CoordinateMask{}},
                               Axes{.clipping = Clipping{.limit = 0.01}}})
        CHECK_FALSE(moves(axes));
    for (const Need need : {Need::rate, Need::slope})
      if (!meets(o, need)) CHECK_THAT(unmet(o, need), ContainsSubstring(std::string(info(o).name)));
  }
}

TEST_CASE("what a walk shows of its innards at its end is not that of a step it could not make") {
  Trajectory t(
      {landscape("rosenbrock"), optimizer("momentum", {{"learning_rate", 1}}), {}, {-1.5, 2}});
  t.extend(100);
  REQUIRE(t.ended());
  for (const Mark& mark : t.marks(t.last()))
    for (const double v : mark.values) CHECK(std::isfinite(v));
  Trajectory only(
      {landscape("rosenbrock"), optimizer("momentum", {{"learning_rate", 1}}), {}, {-1.5, 2}});
  only.extend(t.last());
  const auto a = t.marks(t.last()), b = only.marks(only.last());
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].values == b[i].values);
}
