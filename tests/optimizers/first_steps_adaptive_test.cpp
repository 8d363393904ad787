// SPDX-License-Identifier: MIT
// The first steps of the rules that adapt each coordinate, worked out by hand from their sources on
// the bowl x^2 + y^2 from (3, -2), where the gradient (2x, 2y) is (6, -4).
#include <cmath>

#include "optimizers/by_hand.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("QHM mixes the slope with its average") {
  const Settings s{{"learning_rate", 0.1}, {"momentum", 0.75}, {"nu", 0.5}};
  // v = 0.25 (6, -4) = (1.5, -1), d = 0.5 (6, -4) + 0.5 v = (3.75, -2.5)
  check_close(after(1, "qhm", s), {3 - 0.375, -2 + 0.25});
  // g = (5.25, -3.5), v = 0.75 (1.5, -1) + 0.25 g = (2.4375, -1.625), d = (3.84375, -2.5625)
  check_close(after(2, "qhm", s), {2.625 - 0.384375, -1.75 + 0.25625});
  // decay 0.5 makes g = (7.5, -5): d = 0.625 g
  check_close(
      after(1, "qhm",
            {{"learning_rate", 0.1}, {"momentum", 0.75}, {"nu", 0.5}, {"weight_decay", 0.5}}),
      {3 - 0.46875, -2 + 0.3125});
}

TEST_CASE("AdaGrad divides by the root of the sum of all squares") {
  const Settings s{{"learning_rate", 0.5}, {"epsilon", 2}};
  // v = (36, 16): step 0.5 (6 / 8, 4 / 6)
  const Vec2 one{3 - 0.375, -2 + 1 / 3.0};
  check_close(after(1, "adagrad", s), one);
  // g = (5.25, -10/3), v = (36 + 27.5625, 16 + 100/9)
  check_close(after(2, "adagrad", s), {one.x - 0.5 * 5.25 / (std::sqrt(63.5625) + 2),
                                       one.y + 0.5 * (10 / 3.0) / (std::sqrt(244 / 9.0) + 2)});
}

TEST_CASE("centered RMSProp divides by the spread of the slopes") {
  const Settings s{{"learning_rate", 0.1}, {"decay", 0.75}, {"epsilon", 0.5}, {"centered", 1}};
  // v = 0.25 (36, 16) = (9, 4), a = 0.25 (6, -4) = (1.5, -1), v - a^2 = (6.75, 3)
  const Vec2 one{3 - 0.6 / (std::sqrt(6.75) + 0.5), -2 + 0.4 / (std::sqrt(3.0) + 0.5)};
  check_close(after(1, "rmsprop", s), one);
  const auto second = [](double x, double v, double a) {
    const double g = 2 * x, v2 = 0.75 * v + 0.25 * g * g, a2 = 0.75 * a + 0.25 * g;
    return x - 0.1 * g / (std::sqrt(v2 - a2 * a2) + 0.5);
  };
  check_close(after(2, "rmsprop", s), {second(one.x, 9, 1.5), second(one.y, 4, -1)});
}

TEST_CASE("RMSProp's momentum collects divided slopes, outside the rate") {
  const Settings s{{"learning_rate", 0.1}, {"decay", 0.75}, {"epsilon", 0.5}, {"momentum", 0.5}};
  // b = (6 / 3.5, -4 / 2.5), as without momentum
  const Vec2 one{3 - 0.6 / 3.5, -2 + 0.4 / 2.5};
  check_close(after(1, "rmsprop", s), one);
  const auto second = [](double x, double v, double b) {
    const double g = 2 * x, v2 = 0.75 * v + 0.25 * g * g;
    return x - 0.1 * (0.5 * b + g / (std::sqrt(v2) + 0.5));
  };
  check_close(after(2, "rmsprop", s), {second(one.x, 9, 6 / 3.5), second(one.y, 4, -4 / 2.5)});
}

TEST_CASE("Adadelta steps by the root of its past steps over that of its slopes") {
  const Settings s{{"decay", 0.5}, {"epsilon", 7}};
  // v = (18, 8), u = 0: d = sqrt(7) / sqrt(v + 7) g = sqrt(7) (6 / 5, -4 / sqrt(15))
  const double dx = std::sqrt(7.0) * 6 / 5, dy = -std::sqrt(7.0) * 4 / std::sqrt(15.0);
  const Vec2 one{3 - dx, -2 - dy};
  check_close(after(1, "adadelta", s), one);
  const auto second = [](double x, double v, double d) {
    const double g = 2 * x, v2 = 0.5 * v + 0.5 * g * g, u = 0.5 * d * d;
    return x - std::sqrt(u + 7) / std::sqrt(v2 + 7) * g;
  };
  check_close(after(2, "adadelta", s), {second(one.x, 18, dx), second(one.y, 8, dy)});
  // The rate multiplies the step and is not remembered in u.
  check_close(after(1, "adadelta", {{"learning_rate", 0.5}, {"decay", 0.5}, {"epsilon", 7}}),
              {3 - 0.5 * dx, -2 - 0.5 * dy});
}

TEST_CASE("AMSGrad corrects the largest raw average") {
  const Settings s{{"learning_rate", 2}, {"beta1", 0.5}, {"beta2", 0.5}, {"epsilon", 0}};
  check_close(after(1, "amsgrad", s), {1, 0});  // m_hat = g, w_hat = v_hat = g^2
  // x: g = 2, m = 0.5 * 3 + 0.5 * 2 = 2.5, v = 0.5 * 18 + 0.5 * 4 = 11 < w = 18, w_hat = 18 / 0.75
  // y: g = 0, m = 0.5 * -2 = -1, v = 4 < w = 8
  const double x = 1 - 2 * (2.5 / 0.75) / std::sqrt(24.0);
  const double y = 0 + 2 * (1 / 0.75) / std::sqrt(8 / 0.75);
  check_close(after(2, "amsgrad", s), {x, y});
  // Adam divides by the root of v_hat = 11 / 0.75 there.
  CHECK(after(2, "adam", s).x ==
        Approx(1 - 2 * (2.5 / 0.75) / std::sqrt(11 / 0.75)).epsilon(1e-14));
}

TEST_CASE("AdamW decays x itself, before the step and beside the averages") {
  const Settings s{{"learning_rate", 0.1},
                   {"beta1", 0.5},
                   {"beta2", 0.5},
                   {"epsilon", 0},
                   {"weight_decay", 0.5}};
  check_close(after(1, "adamw", s), {0.95 * 3 - 0.1, 0.95 * -2 + 0.1});
  // g = (5.5, -3.6), m = 0.5 (3, -2) + 0.5 g = (4.25, -2.8),
  // v = 0.5 (18, 8) + 0.5 g^2 = (24.125, 10.48)
  check_close(after(2, "adamw", s), {0.95 * 2.75 - 0.1 * (4.25 / 0.75) / std::sqrt(24.125 / 0.75),
                                     0.95 * -1.8 + 0.1 * (2.8 / 0.75) / std::sqrt(10.48 / 0.75)});
}

TEST_CASE("Adamax divides by the largest slope, slowly forgotten") {
  const Settings s{{"learning_rate", 2}, {"beta1", 0.5}, {"beta2", 0.5}, {"epsilon", 0.25}};
  // m = (3, -2), over 1 - 0.5: g; u = |g| + 0.25 = (6.25, 4.25)
  const Vec2 one{3 - 2 * 6 / 6.25, -2 + 2 * 4 / 4.25};
  check_close(after(1, "adamax", s), one);
  // The slope has fallen below half: u = 0.5 (6.25, 4.25).
  const double gx = 2 * one.x, gy = 2 * one.y;
  check_close(after(2, "adamax", s), {one.x - 2 / 0.75 * (1.5 + 0.5 * gx) / 3.125,
                                      one.y - 2 / 0.75 * (-1 + 0.5 * gy) / 2.125});
  // Where it has not: u = |g| + 0.25 = 6.05 from the second slope, 5.8.
  const Settings slow{{"learning_rate", 0.1}, {"beta1", 0}, {"beta2", 0.5}, {"epsilon", 0}};
  check_close(after(2, "adamax", slow), {2.8, -1.8});
}

TEST_CASE("NAdam looks ahead by the momentum of the step to come") {
  // Without warming mu = 0.5 beta1 = 0.4 at every step; the products are 0.4, 0.16, 0.064.
  const Settings s{{"learning_rate", 0.1},
                   {"beta1", 0.8},
                   {"beta2", 0.75},
                   {"epsilon", 0},
                   {"momentum_decay", 0}};
  // m = 0.2 g: (0.4 * 0.2 g / 0.84 + 0.6 g / 0.6) / |g| = 0.08 / 0.84 + 1
  const double first = 0.1 * (0.08 / 0.84 + 1);
  const Vec2 one{3 - first, -2 + first};
  check_close(after(1, "nadam", s), one);
  const auto second = [](double x, double g1) {
    const double g = 2 * x, m = 0.8 * 0.2 * g1 + 0.2 * g;
    const double v_hat = (0.75 * 0.25 * g1 * g1 + 0.25 * g * g) / (1 - 0.5625);
    return x - 0.1 * (0.4 * m / (1 - 0.064) + 0.6 * g / (1 - 0.16)) / std::sqrt(v_hat);
  };
  check_close(after(2, "nadam", s), {second(one.x, 6), second(one.y, -4)});
  // Warming at full speed: mu_1 = 0.8 (1 - 0.48) = 0.416, mu_2 = 0.8 (1 - 0.5 * 0.9216) = 0.43136.
  const double warm = 0.1 * (0.43136 * 0.2 / (1 - 0.416 * 0.43136) + 1);
  check_close(after(1, "nadam",
                    {{"learning_rate", 0.1},
                     {"beta1", 0.8},
                     {"beta2", 0.75},
                     {"epsilon", 0},
                     {"momentum_decay", 1}}),
              {3 - warm, -2 + warm});
}

TEST_CASE("RAdam begins with the averaged slope alone") {
  const Settings s{{"learning_rate", 0.1}, {"beta1", 0.5}};
  check_close(after(1, "radam", s), {3 - 0.6, -2 + 0.4});  // m_hat = g
  // g = (4.8, -3.2), m = 0.5 (3, -2) + 0.5 g = (3.9, -2.6), m_hat = m / 0.75 = (5.2, -2.6 / 0.75)
  check_close(after(2, "radam", s), {2.4 - 0.52, -1.6 + 0.26 / 0.75});
}

TEST_CASE("RAdam divides from the 6th step on, rectified") {
  // On a steady slope m_hat = g and sqrt(v) = |g| sqrt(1 - beta2^t), so the 6th step is the rate
  // times r_6 = sqrt((rho - 4) (rho - 2) rho_inf / ((rho_inf - 4) (rho_inf - 2) rho)), where
  // rho_inf = 1999 and rho = 1999 - 12 * 0.999^6 / (1 - 0.999^6).
  const double power = 0.999 * 0.999 * 0.999 * 0.999 * 0.999 * 0.999;
  const double rho = 1999 - 12 * power / (1 - power);
  CHECK(rho == Approx(5.994).margin(0.001));
  const double r6 = std::sqrt((rho - 4) * (rho - 2) * 1999 / (1995.0 * 1997 * rho));
  const auto x = led(RAdam{.learning_rate = 0.5, .epsilon = 0}, 10, std::vector<double>(6, 0.25));
  CHECK(x[5] == Approx(10 - 5 * 0.5 * 0.25).epsilon(1e-14));
  CHECK(x[5] - x[6] == Approx(0.5 * r6).epsilon(1e-9));
}

TEST_CASE("AdaBelief divides by the surprise, with epsilon in s and beside its root") {
  const Settings s{{"learning_rate", 0.1}, {"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.25}};
  // m = (3, -2), g - m = (3, -2), s = 0.25 (9, 4) + 0.25 = (2.5, 1.25), s_hat = (10, 5)
  const Vec2 one{3 - 0.6 / (std::sqrt(10.0) + 0.25), -2 + 0.4 / (std::sqrt(5.0) + 0.25)};
  check_close(after(1, "adabelief", s), one);
  const auto second = [](double x, double m, double s1) {
    const double g = 2 * x, m2 = 0.5 * m + 0.5 * g;
    const double s2 = 0.75 * s1 + 0.25 * (g - m2) * (g - m2) + 0.25;
    return x - 0.1 * (m2 / 0.75) / (std::sqrt(s2 / 0.4375) + 0.25);
  };
  check_close(after(2, "adabelief", s), {second(one.x, 3, 2.5), second(one.y, -2, 1.25)});
}

TEST_CASE("Yogi moves its average by the squared slope, up or down") {
  const Settings s{{"learning_rate", 3}, {"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.25}};
  // m = (3, -2); v = 0 + 0.25 (36, 16) = (9, 4), as 0 < g^2
  const Vec2 one{3 - 9 / 3.25, -2 + 6 / 2.25};
  check_close(after(1, "yogi", s), one);
  // Both slopes are now small: v = (9, 4) - 0.25 g^2.
  const auto second = [](double x, double m, double v) {
    const double g = 2 * x;
    return x - 3 * (0.5 * m + 0.5 * g) / (std::sqrt(v - 0.25 * g * g) + 0.25);
  };
  check_close(after(2, "yogi", s), {second(one.x, 3, 9), second(one.y, -2, 4)});
  // Slowly walked, v goes on rising: 0.25 * 36 = 9 < 5.8^2, so v = 9 + 0.25 * 33.64 = 17.41.
  const Settings slow{{"learning_rate", 0.1}, {"beta1", 0}, {"beta2", 0.75}, {"epsilon", 0}};
  const double x = 3 - 0.1 * 6 / 3, g = 2 * x;
  CHECK(after(2, "yogi", slow).x ==
        Approx(x - 0.1 * g / std::sqrt(9 + 0.25 * g * g)).epsilon(1e-14));
}

TEST_CASE("Lion steps by the sign of a mean of slope and memory, then remembers") {
  const Settings s{{"learning_rate", 4}, {"beta1", 0.9}, {"beta2", 0.5}};
  check_close(after(1, "lion", s), {-1, 2});
  // m = 0.5 (6, -4) = (3, -2), g = (-2, 4): c = 0.9 m + 0.1 g = (2.5, -1.4), on past the minimum
  check_close(after(2, "lion", s), {-5, 6});
  // m = 0.5 (3, -2) + 0.5 (-2, 4) = (0.5, 1), g = (-10, 12): c = (-0.55, 2.1), and back
  check_close(after(3, "lion", s), {-1, 2});
  // Decoupled decay: x - 4 (sign + 0.5 x)
  check_close(after(1, "lion", {{"learning_rate", 4}, {"weight_decay", 0.5}}),
              {3 - 4 * 2.5, -2 - 4 * -2});
}

TEST_CASE("Rprop lengthens its step, and rests once where the slope turns") {
  const Settings s{{"learning_rate", 2}};
  check_close(after(1, "rprop", s), {1, 0});
  // y stands on its minimum for good; x keeps its sign: step 2 * 1.2.
  check_close(after(2, "rprop", s), {-1.4, 0});
  check_close(after(3, "rprop", s), {-1.4, 0});  // turned: step 1.2, rest
  check_close(after(4, "rprop", s), {-0.2, 0});  // step 1.2 as it is
  check_close(after(5, "rprop", s), {1.24, 0});  // same sign: step 1.44
  check_close(after(6, "rprop", s), {1.24, 0});  // turned: step 0.72, rest
  check_close(after(7, "rprop", s), {0.52, 0});
  // Limits hold for the first step too.
  check_close(after(2, "rprop", {{"learning_rate", 2}, {"step_max", 0.5}}), {2, -1});
  check_close(after(2, "rprop", {{"learning_rate", 0}, {"step_min", 0.25}, {"eta_plus", 2}}),
              {3 - 0.25 - 0.5, -2 + 0.25 + 0.5});
}
