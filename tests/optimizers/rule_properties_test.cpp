// SPDX-License-Identifier: MIT
// What is promised of the per-coordinate rules: how they relate to each other, how long their steps
// are, and what scale, decay and zero do to them.
#include <cmath>
#include <set>

#include "optimizers/by_hand.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// Slopes of both signs that grow and shrink by orders of magnitude.
std::vector<double> rough_slopes(std::size_t n) {
  std::vector<double> slopes;
  const Stream random{.seed = 11};
  for (std::uint32_t k = 0; k < n; ++k) {
    const Vec2 u = random.uniform_pair(Purpose::proposal, k);
    slopes.push_back((u.x - 0.4) * std::pow(10.0, 4 * u.y - 2));
  }
  return slopes;
}

std::vector<double> scaled(std::vector<double> slopes, double by) {
  for (double& g : slopes) g *= by;
  return slopes;
}

void check_same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  int different = 0;
  for (std::size_t k = 0; k < a.size(); ++k) different += !same_bits(a[k], b[k]);
  CHECK(different == 0);
}

void check_same_walk(const Optimizer& a, const Optimizer& b, double tolerance) {
  const Trajectory one = walked(landscape("himmelblau"), a, {-1, 1}, 300),
                   other = walked(landscape("himmelblau"), b, {-1, 1}, 300);
  REQUIRE(one.last() == 300);
  double largest = 0;
  for (std::uint32_t k = 0; k <= 300; ++k)
    largest = std::max(largest, norm(one.at(k).x - other.at(k).x));
  CHECK(largest <= tolerance);
}

bool offers(Optimizer o, std::string_view name) {
  for (const Param& p : params(o))
    if (p.name == name) return true;
  return false;
}

}  // namespace

TEST_CASE("QHM is plain descent with nu 0, averaged momentum with 1, Nesterov with momentum's") {
  const double rate = 0.005;
  check_same_walk(Qhm{.learning_rate = rate, .nu = 0}, GradientDescent{.learning_rate = rate}, 0);
  check_same_walk(Qhm{.learning_rate = rate, .momentum = 0}, GradientDescent{.learning_rate = rate},
                  1e-12);
  check_same_walk(Qhm{.learning_rate = rate, .momentum = 0.75, .nu = 1},
                  Momentum{.learning_rate = rate / 4, .momentum = 0.75}, 1e-12);
  check_same_walk(Qhm{.learning_rate = rate, .momentum = 0.75, .nu = 0.75},
                  Nesterov{.learning_rate = rate / 4, .momentum = 0.75}, 1e-12);
}

TEST_CASE("AdamW without decay walks Adam's path") {
  check_same_walk(AdamW{.weight_decay = 0}, Adam{}, 0);
  // Coupled decay is another method.
  CHECK_FALSE(led(AdamW{.weight_decay = 0.1}, 1, {2, 3}) ==
              led(Adam{.weight_decay = 0.1}, 1, {2, 3}));
}

TEST_CASE("AdamW's and Lion's decay is a share of x, whatever the slopes") {
  for (const Optimizer& o : {Optimizer(AdamW{.learning_rate = 0.1, .weight_decay = 0.5}),
                             Optimizer(Lion{.learning_rate = 0.1, .weight_decay = 0.5})}) {
    const auto x = led(o, 8, std::vector<double>(20, 0.0));
    for (std::size_t k = 1; k < x.size(); ++k)
      CHECK(x[k] == Approx(0.95 * x[k - 1]).epsilon(1e-14));
  }
}

TEST_CASE("elsewhere weight decay is coupled: nothing but a steeper slope") {
  const std::set<std::string_view> decoupled{"adamw", "lion"};
  for (const Optimizer& original : all_optimizers()) {
    if (!offers(original, "weight_decay")) continue;
    INFO(info(original).id);
    const Optimizer plain = with(original, {{"weight_decay", 0}}),
                    decaying = with(original, {{"weight_decay", 0.25}});
    // The slopes that plain is given along the decaying walk: g + 0.25 x.
    const auto slopes = rough_slopes(100);
    const auto x = led(decaying, 2, slopes);
    std::vector<double> steeper;
    for (std::size_t k = 0; k < slopes.size(); ++k) steeper.push_back(slopes[k] + 0.25 * x[k]);
    CHECK((led(plain, 2, steeper) == x) == !decoupled.contains(info(original).id));
  }
}

TEST_CASE("NAdam without momentum is Adam without") {
  check_same_walk(NAdam{.beta1 = 0, .momentum_decay = 0.1}, Adam{.beta1 = 0}, 0);
}

TEST_CASE("NAdam's momentum warms from half of beta1 to all of it") {
  const NAdam rule{.beta1 = 0.9, .momentum_decay = 0.004};
  for (const double t : {1.0, 2.0, 10.0, 250.0, 1e4, 1e6, 4e9})
    CHECK(rule.momentum_at(t) ==
          Approx(0.9 * (1 - 0.5 * std::pow(0.96, t * 0.004))).epsilon(1e-15).margin(0));
  CHECK(NAdam{.momentum_decay = 0}.momentum_at(1e6) == 0.45);
  CHECK(rule.momentum_at(1e9) == 0.9);
}

TEST_CASE("RAdam is Adam in the end, and averaged momentum where beta2 is small") {
  RAdam::Shared shared;
  const RAdam rule{.learning_rate = 0.25};
  for (int t = 1; t <= 1'000'000; ++t) {
    shared = rule.advance(shared, 1);
    if (t <= 6) CHECK(shared.divides == (t == 6));
  }
  CHECK(shared.rate == Approx(0.25).epsilon(1e-9));
  const RAdam never{.learning_rate = 0.25, .beta2 = 2 / 3.0};
  shared = {};
  for (int t = 1; t <= 10'000; ++t) {
    shared = never.advance(shared, 1);
    REQUIRE_FALSE(shared.divides);
  }
  CHECK(shared.rate == 0.25);
}

TEST_CASE("AMSGrad's divisor never shrinks and its steps are never longer than Adam's") {
  const AmsGrad careful{.beta2 = 0.9};
  const Adam plain{.beta2 = 0.9};
  AmsGrad::Coordinate<double> c{};
  Adam::Coordinate<double> d{};
  BiasCorrection shared{};
  int shorter = 0;
  for (const double g : rough_slopes(500)) {
    shared = careful.advance(shared, 1);
    const double before = c.w;
    double x = 0, y = 0;
    careful.update(shared, c, x, g);
    plain.update(shared, d, y, g);
    CHECK(c.w >= before);
    CHECK(c.w >= c.v);
    CHECK(std::abs(x) <= std::abs(y));
    shorter += std::abs(x) < std::abs(y);
  }
  CHECK(shorter > 100);
}

TEST_CASE("Yogi's average moves by no more than its share of the squared slope") {
  const Yogi rule{.beta2 = 0.9};
  Yogi::Coordinate<double> c{};
  double x = 0;
  int fell = 0;
  for (const double g : rough_slopes(500)) {
    const double before = c.v;
    rule.update(rule.advance({}, 1), c, x, g);
    CHECK(std::abs(c.v - before) <= 0.1 * g * g + 1e-12 * before);
    CHECK(c.v >= 0);
    fell += c.v < before;
  }
  CHECK(fell > 100);
}

TEST_CASE("Lion's and Adam's first steps, and all of Lion's, are the rate long") {
  const auto x = led(Lion{.learning_rate = 0.125}, 0, rough_slopes(200));
  for (std::size_t k = 1; k < x.size(); ++k) CHECK(std::abs(x[k] - x[k - 1]) == 0.125);
}

TEST_CASE("first steps are as long as the notes say, however steep the slope") {
  const auto first = [](const Optimizer& o, double slope) { return -led(o, 0, {slope})[1]; };
  for (const double slope : {1e-3, 1.0, 1e5}) {
    INFO("slope " << slope);
    const double rate = 0.25;
    CHECK(first(AdaGrad{.learning_rate = rate, .epsilon = 0}, slope) == Approx(rate));
    CHECK(first(RmsProp{.learning_rate = rate, .epsilon = 0}, slope) == Approx(rate * 10));
    CHECK(first(RmsProp{.learning_rate = rate, .decay = 0.75, .epsilon = 0, .centered = true},
                slope) == Approx(rate / std::sqrt(0.75 * 0.25)));
    CHECK(first(Adam{.learning_rate = rate, .epsilon = 0}, slope) == Approx(rate));
    CHECK(first(AmsGrad{.learning_rate = rate, .epsilon = 0}, slope) == Approx(rate));
    CHECK(first(Adamax{.learning_rate = rate, .epsilon = 0}, slope) == Approx(rate));
    CHECK(first(AdaBelief{.learning_rate = rate, .epsilon = 0}, slope) == Approx(rate / 0.9));
    CHECK(first(Yogi{.learning_rate = rate, .epsilon = 0}, slope) ==
          Approx(rate * 0.1 / std::sqrt(0.001)));
    CHECK(first(Lion{.learning_rate = rate}, slope) == Approx(rate));
    CHECK(first(Rprop{.learning_rate = rate}, slope) == Approx(rate));
    CHECK(first(AdaDelta{.epsilon = 1e-12}, slope) == Approx(std::sqrt(1e-12 / 0.1)).epsilon(1e-4));
  }
}

TEST_CASE("on a steady slope Adam's steps are the rate, AdaGrad's shrink with the root of time") {
  const std::vector<double> steady(100, 3.0);
  const auto adam = led(Adam{.learning_rate = 0.5, .epsilon = 0}, 0, steady),
             adamax = led(Adamax{.learning_rate = 0.5, .epsilon = 0}, 0, steady),
             adagrad = led(AdaGrad{.learning_rate = 0.5, .epsilon = 0}, 0, steady);
  for (std::size_t k = 1; k < adam.size(); ++k) {
    CHECK(adam[k - 1] - adam[k] == Approx(0.5));
    CHECK(adamax[k - 1] - adamax[k] == Approx(0.5));
    CHECK(adagrad[k - 1] - adagrad[k] == Approx(0.5 / std::sqrt(static_cast<double>(k))));
  }
}

TEST_CASE("Adadelta with epsilon 0 never starts") {
  CHECK(led(AdaDelta{.epsilon = 0}, 2, {1, -5, 0, 3}) == std::vector<double>(5, 2.0));
}

TEST_CASE("a thousand times steeper slopes change nothing where epsilon is 0") {
  const auto slopes = rough_slopes(200);
  const std::set<std::string_view> sensitive{"gradient_descent", "momentum", "nesterov", "qhm",
                                             "adadelta",         "radam"};
  for (const Optimizer& original : all_optimizers()) {
    if (led(original, 0, {1}).empty()) continue;
    INFO(info(original).id);
    Settings settings;
    if (offers(original, "weight_decay")) settings.emplace_back("weight_decay", 0);
    if (sensitive.contains(info(original).id)) {
      const Optimizer o = with(original, settings);
      CHECK_FALSE(led(o, 0.5, slopes) == led(o, 0.5, scaled(slopes, 0x1p10)));
    } else {
      if (offers(original, "epsilon")) settings.emplace_back("epsilon", 0);
      const Optimizer o = with(original, settings);
      check_same_bits(led(o, 0.5, slopes), led(o, 0.5, scaled(slopes, 0x1p10)));
    }
  }
}

TEST_CASE("only signs of slopes count for Rprop and, without memory, for Lion") {
  auto slopes = rough_slopes(200);
  const auto rprop = led(Rprop{}, 0, slopes), lion = led(Lion{.beta1 = 0}, 0, slopes);
  for (double& g : slopes) g = g > 0 ? 1e-200 : -1e200;
  check_same_bits(rprop, led(Rprop{}, 0, slopes));
  check_same_bits(lion, led(Lion{.beta1 = 0}, 0, slopes));
}

TEST_CASE("epsilon 0 divides nothing by 0: who feels no slope stands still") {
  // y = 0 is the bottom of the bowl in y, where slope and all averages are 0.
  for (const Optimizer& original : all_optimizers()) {
    if (!offers(original, "epsilon")) continue;
    INFO(info(original).id);
    const Trajectory t = walked(landscape("bowl"), with(original, {{"epsilon", 0}}), {3, 0}, 200);
    CHECK(t.last() == 200);
    CHECK(t.at(200).x.y == 0);
  }
}

TEST_CASE("centered RMSProp stays finite where rounding makes the spread negative") {
  const RmsProp rule{.decay = 0.5, .epsilon = 1e-8, .centered = true};
  for (const double slope : {0.1, 0.3, 1e-5, 7e9})
    for (const double x : led(rule, 0, std::vector<double>(500, slope))) CHECK(std::isfinite(x));
}
