// SPDX-License-Identifier: MIT
// The first steps of each rule, worked out by hand from its source on the bowl x^2 + y^2, whose
// gradient is (2x, 2y).
#include <cmath>

#include "optimizers/by_hand.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("gradient descent steps by the rate times the slope") {
  const Settings s{{"learning_rate", 0.1}};
  check_close(after(1, "gradient_descent", s), {3 - 0.1 * 6, -2 + 0.1 * 4});
  check_close(after(2, "gradient_descent", s), {2.4 - 0.1 * 4.8, -1.6 + 0.1 * 3.2});
}

TEST_CASE("momentum collects raw slopes in its velocity") {
  const Settings s{{"learning_rate", 0.1}, {"momentum", 0.5}};
  check_close(after(1, "momentum", s), {2.4, -1.6});  // v = (6, -4)
  // v = 0.5 (6, -4) + (4.8, -3.2) = (7.8, -5.2)
  check_close(after(2, "momentum", s), {2.4 - 0.78, -1.6 + 0.52});
  // v = 0.5 (7.8, -5.2) + (3.24, -2.16) = (7.14, -4.76)
  check_close(after(3, "momentum", s), {1.62 - 0.714, -1.08 + 0.476});
}

TEST_CASE("Nesterov steps by the slope and the momentum of the new velocity") {
  const Settings s{{"learning_rate", 0.1}, {"momentum", 0.5}};
  // v = (6, -4), d = g + 0.5 v = (9, -6)
  check_close(after(1, "nesterov", s), {3 - 0.9, -2 + 0.6});
  // g = (4.2, -2.8), v = (7.2, -4.8), d = (7.8, -5.2)
  check_close(after(2, "nesterov", s), {2.1 - 0.78, -1.4 + 0.52});
  // g = (2.64, -1.76), v = (6.24, -4.16), d = (5.76, -3.84)
  check_close(after(3, "nesterov", s), {1.32 - 0.576, -0.88 + 0.384});
}

TEST_CASE("RMSProp divides by the root of the averaged square, epsilon outside the root") {
  const Settings s{{"learning_rate", 0.1}, {"decay", 0.75}, {"epsilon", 0.5}};
  // v = 0.25 (36, 16) = (9, 4): step 0.1 (6 / 3.5, 4 / 2.5)
  const Vec2 one{3 - 0.1 * 6 / 3.5, -2 + 0.1 * 4 / 2.5};
  check_close(after(1, "rmsprop", s), one);
  const double gx = 2 * one.x, gy = 2 * one.y;
  const double vx = 0.75 * 9 + 0.25 * gx * gx, vy = 0.75 * 4 + 0.25 * gy * gy;
  check_close(after(2, "rmsprop", s),
              {one.x - 0.1 * gx / (std::sqrt(vx) + 0.5), one.y - 0.1 * gy / (std::sqrt(vy) + 0.5)});
}

TEST_CASE("Adam corrects both averages for their start at zero") {
  const Settings s{{"learning_rate", 0.1}, {"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.25}};
  // m_hat = g = (6, -4), v_hat = g^2 = (36, 16)
  const Vec2 one{3 - 0.1 * 6 / 6.25, -2 + 0.1 * 4 / 4.25};
  check_close(after(1, "adam", s), one);
  const auto second = [](double g1, double x) {
    const double g2 = 2 * x;
    const double m = 0.5 * (0.5 * g1) + 0.5 * g2, v = 0.75 * (0.25 * g1 * g1) + 0.25 * g2 * g2;
    const double m_hat = m / (1 - 0.25), v_hat = v / (1 - 0.5625);
    return x - 0.1 * m_hat / (std::sqrt(v_hat) + 0.25);
  };
  check_close(after(2, "adam", s), {second(6, one.x), second(-4, one.y)});
}

TEST_CASE("weight decay is coupled: it pulls through the slope, and so through all memory") {
  // g + 0.5 x = (7.5, -5)
  check_close(after(1, "gradient_descent", {{"learning_rate", 0.1}, {"weight_decay", 0.5}}),
              {3 - 0.75, -2 + 0.5});
  const Settings heavy{{"learning_rate", 0.1}, {"momentum", 0.5}, {"weight_decay", 0.5}};
  // at (2.25, -1.5) the slope with decay is (5.625, -3.75); v = (9.375, -6.25)
  check_close(after(2, "momentum", heavy), {2.25 - 0.9375, -1.5 + 0.625});
  check_close(after(1, "nesterov", heavy), {3 - 0.1 * 1.5 * 7.5, -2 + 0.1 * 1.5 * 5});
  // Decoupled decay would shorten x besides; coupled, the first step stays the rate.
  check_close(after(1, "adam", {{"learning_rate", 0.1}, {"epsilon", 0}, {"weight_decay", 0.5}}),
              {2.9, -1.9});
}

TEST_CASE("weight decay leaves the recorded loss and slope alone") {
  const Settings s{{"learning_rate", 0.1}, {"weight_decay", 0.5}};
  const Iterate i = walked(landscape("bowl"), optimizer("gradient_descent", s), {3, -2}, 1).at(1);
  CHECK(i.loss == Approx(2.25 * 2.25 + 1.5 * 1.5));
  CHECK(i.gradient_norm == Approx(2 * std::hypot(2.25, 1.5)));
}

TEST_CASE("Nesterov's first step is 1 + momentum times plain descent's") {
  const Vec2 plain = after(1, "gradient_descent", {{"learning_rate", 0.1}}) - Vec2{3, -2};
  for (const double mu : {0.0, 0.3, 0.9}) {
    const Vec2 first =
        after(1, "nesterov", {{"learning_rate", 0.1}, {"momentum", mu}}) - Vec2{3, -2};
    check_close(first, (1 + mu) * plain);
  }
}

TEST_CASE("Adam's first step is the rate in each coordinate, however steep the slope") {
  for (const char* id : {"rosenbrock", "himmelblau", "ravine", "beale"}) {
    INFO(id);
    const Vec2 start{-1.3, 1.7};
    const Vec2 x =
        walked(landscape(id), optimizer("adam", {{"learning_rate", 0.03}}), start, 1).at(1).x;
    CHECK(std::abs(x.x - start.x) == Approx(0.03).epsilon(1e-6));
    CHECK(std::abs(x.y - start.y) == Approx(0.03).epsilon(1e-6));
  }
}

TEST_CASE("with momentum 0, Nesterov, momentum and plain descent are the same walk to the bit") {
  const Settings rate{{"learning_rate", 1e-3}}, both{{"learning_rate", 1e-3}, {"momentum", 0}};
  const Landscape l = landscape("rosenbrock");
  const Trajectory plain = walked(l, optimizer("gradient_descent", rate), {-1.5, 2}, 500);
  const Trajectory heavy = walked(l, optimizer("momentum", both), {-1.5, 2}, 500);
  const Trajectory ahead = walked(l, optimizer("nesterov", both), {-1.5, 2}, 500);
  for (std::uint32_t k = 0; k <= 500; ++k) {
    REQUIRE(same_bits(plain.at(k), heavy.at(k)));
    REQUIRE(same_bits(plain.at(k), ahead.at(k)));
  }
}

TEST_CASE("Nesterov is not the heavy ball once there is momentum") {
  const Settings s{{"learning_rate", 1e-3}, {"momentum", 0.5}};
  CHECK(after(2, "nesterov", s) != after(2, "momentum", s));
}

TEST_CASE("a hyperparameter of exactly 0 is 0 and not its default") {
  // beta1 = 0: the step follows the present slope alone.
  const Settings no_memory{{"learning_rate", 0.1}, {"beta1", 0}, {"beta2", 0}, {"epsilon", 0}};
  check_close(after(3, "adam", no_memory), {2.7, -1.7});  // sign descent
  // beta2 = 0 with beta1: m_hat over the present slope's size.
  const double m = 0.9 * 0.6 + 0.1 * 2 * 2.9, m_hat = m / (1 - 0.81);
  CHECK(after(2, "adam", {{"learning_rate", 0.1}, {"beta2", 0}, {"epsilon", 0}}).x ==
        Approx(2.9 - 0.1 * m_hat / (2 * 2.9)).epsilon(1e-13));
  check_close(after(3, "rmsprop", {{"learning_rate", 0.1}, {"decay", 0}, {"epsilon", 0}}),
              {2.7, -1.7});
  check_close(after(5, "gradient_descent", {{"learning_rate", 0}}), {3, -2});
}
