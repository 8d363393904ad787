// SPDX-License-Identifier: MIT
// Schedules against torch.optim.lr_scheduler: its closed forms and its recursions, written out
// here a second time, and against momentum walked by hand.
#include <cmath>
#include <numbers>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

double factor(const Schedule& s, std::uint32_t t) { return s.factor({}, t); }

// torch's CosineAnnealingWarmRestarts.step(), called once a step: T_cur and T_i.
struct WarmRestarts {
  int T_i, T_mult, T_cur = 0;
  void step() {
    if (++T_cur < T_i) return;
    T_cur -= T_i;
    T_i *= T_mult;
  }
};

// torch's ReduceLROnPlateau.step(metric), mode min, threshold 1e-4 relative, no cooldown.
struct PlateauScheduler {
  double lr = 1, factor = 0.5, min_lr = 0, best = std::numeric_limits<double>::infinity();
  int patience = 10, num_bad_epochs = 0;
  void step(double metric) {
    if (metric < best * (1 - 1e-4)) {
      best = metric;
      num_bad_epochs = 0;
    } else {
      ++num_bad_epochs;
    }
    if (num_bad_epochs <= patience) return;
    lr = std::max(lr * factor, min_lr);
    num_bad_epochs = 0;
  }
};

}  // namespace

TEST_CASE("a constant schedule leaves the rate as it is") {
  for (const std::uint32_t t : {0u, 1u, 999'999u})
    CHECK(factor({.kind = Schedule::constant}, t) == 1);
}

TEST_CASE("step is StepLR, exponential with period 1 is ExponentialLR") {
  const Schedule step{.kind = Schedule::step, .period = 30, .gamma = 0.1},
      exponential{.kind = Schedule::exponential, .period = 1, .gamma = 0.97};
  for (std::uint32_t t = 0; t < 400; ++t) {
    REQUIRE(factor(step, t) == Approx(std::pow(0.1, t / 30)).epsilon(1e-14));
    REQUIRE(factor(exponential, t) == Approx(std::pow(0.97, t)).epsilon(1e-13));
  }
}

TEST_CASE("exponential falls by gamma each period, inverse time to a half, a third, a quarter") {
  const Schedule exponential{.kind = Schedule::exponential, .period = 50, .gamma = 0.25},
      inverse{.kind = Schedule::inverse_time, .period = 50};
  CHECK(factor(exponential, 25) == Approx(0.5));
  CHECK(factor(exponential, 50) == 0.25);
  CHECK(factor(exponential, 75) == Approx(0.125));
  CHECK(factor(inverse, 0) == 1);
  CHECK(factor(inverse, 50) == 0.5);
  CHECK(factor(inverse, 100) == Approx(1.0 / 3));
  CHECK(factor(inverse, 150) == 0.25);
}

TEST_CASE("gamma 0 stops the walker, gamma 1 changes nothing") {
  for (const int kind : {Schedule::step, Schedule::exponential}) {
    CHECK(factor({.kind = kind, .period = 10, .gamma = 0}, 0) == 1);
    CHECK(factor({.kind = kind, .period = 10, .gamma = 0}, 15) == 0);
    CHECK(factor({.kind = kind, .period = 10, .gamma = 1}, 12'345) == 1);
  }
}

TEST_CASE("cosine is CosineAnnealingLR up to T_max, and stays at its floor") {
  constexpr double lr = 0.3, eta_min = 0.03;
  const Schedule s{.period = 80, .floor = eta_min / lr};
  for (std::uint32_t t = 0; t <= 80; ++t)
    REQUIRE(lr * factor(s, t) ==
            Approx(eta_min + (lr - eta_min) * (1 + std::cos(std::numbers::pi * t / 80)) / 2));
  CHECK(factor(s, 0) == 1);
  CHECK(factor(s, 40) == Approx(0.55));
  for (const std::uint32_t t : {80u, 81u, 120u, 160u, 1'000'000u}) CHECK(factor(s, t) == s.floor);
}

TEST_CASE("cosine_restarts is CosineAnnealingWarmRestarts, T_mult included") {
  for (const int T_mult : {1, 2, 3}) {
    const Schedule s{
        .kind = Schedule::cosine_restarts, .period = 10, .floor = 0.2, .growth = T_mult};
    WarmRestarts torch{.T_i = 10, .T_mult = T_mult};
    for (std::uint32_t t = 0; t < 2000; ++t, torch.step())
      REQUIRE(factor(s, t) ==
              Approx(0.2 + 0.8 * (1 + std::cos(std::numbers::pi * torch.T_cur / torch.T_i)) / 2));
  }
  const Schedule doubling{.kind = Schedule::cosine_restarts, .period = 10, .growth = 2};
  for (const std::uint32_t start : {0u, 10u, 30u, 70u, 150u}) CHECK(factor(doubling, start) == 1);
  CHECK(factor({.kind = Schedule::cosine_restarts, .period = 1, .growth = 1}, 777) == 1);
}

TEST_CASE("one_cycle is OneCycleLR with its defaults, end points and all") {
  for (const int total : {5, 10, 33, 100, 1000}) {
    const Schedule s{.kind = Schedule::one_cycle, .period = total};
    const double up = 0.3 * total - 1, down = total - 1;
    for (int t = 0; t < total; ++t) {
      const auto annealed = [](double start, double end, double pct) {
        return end + (start - end) / 2 * (std::cos(std::numbers::pi * pct) + 1);
      };
      const double wanted = t <= up ? annealed(1.0 / 25, 1, t / up)
                                    : annealed(1, 1.0 / 250'000, (t - up) / (down - up));
      INFO(total << " " << t);
      REQUIRE(factor(s, static_cast<std::uint32_t>(t)) == Approx(wanted).margin(1e-14));
    }
    CHECK(factor(s, 0) == Approx(1.0 / 25));
    CHECK(factor(s, static_cast<std::uint32_t>(total) - 1) == 1.0 / 25 / 1e4);
    CHECK(factor(s, 1'000'000) == 1.0 / 25 / 1e4);
  }
  // total_steps 10: the peak is reached at step 0.3 * 10 - 1 = 2.
  CHECK(factor({.kind = Schedule::one_cycle, .period = 10}, 2) == Approx(1));
  for (const int total : {1, 2, 3})  // torch's first stage then ends before it begins
    for (std::uint32_t t = 0; t < 5; ++t)
      CHECK(std::isfinite(factor({.kind = Schedule::one_cycle, .period = total}, t)));
}

TEST_CASE("the rate is reduced after more than `patience` steps without improvement") {
  const Schedule s{.kind = Schedule::reduce_on_plateau, .gamma = 0.5, .floor = 0.1, .patience = 3};
  Schedule::State state;
  s.watch(state, 10, 1);
  for (std::uint32_t t = 2; t <= 4; ++t) s.watch(state, 10, t);
  CHECK(s.factor(state, 4) == 1);  // three bad steps are borne
  s.watch(state, 10, 5);
  CHECK(s.factor(state, 5) == 0.5);
  for (std::uint32_t t = 6; t <= 9; ++t) s.watch(state, 10, t);
  CHECK(s.factor(state, 9) == 0.25);  // the count began anew
  for (std::uint32_t t = 10; t <= 100; ++t) s.watch(state, 10, t);
  CHECK(s.factor(state, 100) == 0.1);  // never below the floor
}

TEST_CASE("an improvement of less than a ten thousandth is none") {
  const Schedule s{.kind = Schedule::reduce_on_plateau, .patience = 0};
  Schedule::State state;
  s.watch(state, 100, 1);
  s.watch(state, 99.991, 2);
  CHECK(s.factor(state, 2) == 0.5);
  s.watch(state, 99.98, 3);
  CHECK(s.factor(state, 3) == 0.5);
  CHECK(state.best == 99.98);
  Schedule::State below;  // negative losses: torch would take a slightly higher one for better
  s.watch(below, -100, 1);
  s.watch(below, -99.995, 2);
  CHECK(below.best == -100);
  s.watch(below, -100.02, 3);
  CHECK(below.best == -100.02);
}

TEST_CASE("on any series of losses reduce_on_plateau is ReduceLROnPlateau") {
  const Stream random{.seed = 3};
  for (const int patience : {0, 1, 5, 20}) {
    const Schedule s{
        .kind = Schedule::reduce_on_plateau, .gamma = 0.7, .floor = 0.01, .patience = patience};
    Schedule::State state;
    PlateauScheduler torch{.factor = 0.7, .min_lr = 0.01, .patience = patience};
    for (std::uint32_t t = 1; t < 3000; ++t) {
      const double loss = 5 / std::sqrt(t) + 0.1 * random.uniform(Purpose::tie, t);
      s.watch(state, loss, t);
      torch.step(loss);
      REQUIRE(same_bits(s.factor(state, t), torch.lr));
    }
    CHECK(state.factor == 0.01);
  }
}

TEST_CASE("warm-up rises linearly, then the schedule begins") {
  for (int kind = 0; kind < 8; ++kind) {
    const Schedule plain{.kind = kind, .period = 20}, warm{.kind = kind, .period = 20, .warmup = 9};
    for (std::uint32_t t = 0; t < 9; ++t)
      CHECK(factor(warm, t) == Approx((t + 1) / 10.0 * factor(plain, 0)));
    for (std::uint32_t t = 0; t < 50; ++t) CHECK(factor(warm, t + 9) == factor(plain, t));
  }
}

TEST_CASE("while the rate warms up nothing is held against the loss") {
  const Schedule s{.kind = Schedule::reduce_on_plateau, .patience = 2, .warmup = 50};
  Schedule::State state;
  for (std::uint32_t t = 1; t <= 52; ++t) s.watch(state, 1, t);
  CHECK(state.factor == 1);
  s.watch(state, 1, 53);
  CHECK(state.factor == 0.5);
}

TEST_CASE("every factor is finite and in [0, 1] whatever the params") {
  for (int kind = 0; kind < 8; ++kind)
    for (const int period : {1, 2, 3, 1000, 1'000'000})
      for (const double gamma : {0.0, 1e-9, 1.0})
        for (const int warmup : {0, 1, 1'000'000})
          for (const std::uint32_t t : {0u, 1u, 2u, 999u, 1'000'000u}) {
            const double f = factor({.kind = kind,
                                     .period = period,
                                     .gamma = gamma,
                                     .floor = gamma,
                                     .growth = 100,
                                     .warmup = warmup},
                                    t);
            REQUIRE((f >= 0 && f <= 1));
          }
}

// NUMERICS 5: torch multiplies the velocity, it does not go into it.
TEST_CASE("a schedule changes momentum's rate outside the velocity") {
  const Landscape l = landscape("himmelblau");
  const Schedule s{.period = 60, .floor = 0.1, .warmup = 5};
  const Trajectory t =
      walked(l, optimizer("momentum", {{"learning_rate", 0.004}}), {-1, 1}, 100, {.schedule = s});
  const Evaluator f = evaluator(l);
  Vec2 x{-1, 1}, v{};
  for (std::uint32_t k = 0; k < 100; ++k) {
    REQUIRE(norm(t.at(k).x - x) <= 1e-12 * norm(x));
    CHECK(t.rate_factor(k) == factor(s, k));
    v = 0.9 * v + f.gradient(x).gradient;
    x = x - 0.004 * factor(s, k) * v;
  }
}

TEST_CASE(
    "a constant schedule gives the plain walk to the bit, of every optimizer that has a rate") {
  const Landscape l = landscape("himmelblau");
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Trajectory plain = walked(l, o, {-1, 1}, 300);
    const Trajectory t =
        walked(l, o, {-1, 1}, 300, {.schedule = Schedule{.kind = Schedule::constant}});
    REQUIRE(t.last() == plain.last());
    for (std::uint32_t k = 0; k <= t.last(); ++k) REQUIRE(same_bits(t.at(k), plain.at(k)));
  }
}

TEST_CASE("reduce_on_plateau watches the loss of each step, at one value a step") {
  // Gradient descent on the bowl at rate 1 jumps to and fro between (1, 1) and (-1, -1).
  const Schedule s{.kind = Schedule::reduce_on_plateau, .gamma = 0.5, .patience = 4};
  const Trajectory t =
      walked(landscape("bowl"), optimizer("gradient_descent", {{"learning_rate", 1}}), {1, 1}, 10,
             {.schedule = s});
  CHECK(t.at(6).x == Vec2{1, 1});  // the first loss is the best, five bad ones follow
  CHECK(t.rate_factor(5) == 1);
  CHECK(t.rate_factor(6) == 0.5);
  CHECK(t.at(7).x == Vec2{0, 0});  // half the rate goes straight to the minimum
  for (std::uint32_t k = 0; k <= 10; ++k)
    CHECK(t.at(k).counts == Counts{.values = k, .gradients = k});
}

TEST_CASE("a restart begins the schedule anew") {
  const Axes axes{.schedule = Schedule{.period = 40, .warmup = 3},
                  .restarts = Restarts{.patience = 20, .tolerance = 1e-3}};
  const Landscape l = landscape("himmelblau");
  const Trajectory t = walked(l, optimizer("gradient_descent"), {-1, 1}, 400, axes);
  std::uint32_t born = 0, lives = 0;
  for (std::uint32_t k = 0; k <= 400; ++k) {
    if (has(t.at(k).event, Event::restart)) born = k, ++lives;
    REQUIRE(t.rate_factor(k) == factor(*axes.schedule, k - born));
  }
  REQUIRE(lives >= 3);
  const Trajectory fresh = walked(l, optimizer("gradient_descent"), t.at(born).x, 400 - born,
                                  {.schedule = axes.schedule});
  for (std::uint32_t k = 0; k <= 400 - born; ++k)
    REQUIRE(same_bits(fresh.at(k).x, t.at(born + k).x));
}
