// SPDX-License-Identifier: MIT
// Values, minima and domains as published, at the published digits.
#include "catch.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;

namespace {

double value_at(std::string_view id, Vec2 p) {
  const Landscape landscape = make_landscape(id);
  const Evaluator f = evaluator(landscape);
  return f.value(p);
}

void check_minimum(std::string_view id, Vec2 place, double loss) {
  INFO(id);
  const Landscape landscape = make_landscape(id);
  CHECK(*best_known_loss(landscape) == Approx(loss).epsilon(1e-5).margin(1e-12));
  int near = 0;
  for (const Vec2 m : minima(landscape)) near += norm(m - place) < 1e-4;
  CHECK(near == 1);
}

}  // namespace

TEST_CASE("minima lie where the literature has them") {
  check_minimum("bowl", {0, 0}, 0);
  check_minimum("ravine", {0, 0}, 0);
  check_minimum("rosenbrock", {1, 1}, 0);
  check_minimum("himmelblau", {3, 2}, 0);
  check_minimum("himmelblau", {-2.805118, 3.131312}, 0);
  check_minimum("himmelblau", {-3.779310, -3.283186}, 0);
  check_minimum("himmelblau", {3.584428, -1.848126}, 0);
  check_minimum("rastrigin", {0, 0}, 0);
  check_minimum("ackley", {0, 0}, 0);
  check_minimum("beale", {3, 0.5}, 0);
  check_minimum("styblinski_tang", {-2.903534, -2.903534}, 2 * -39.16616570377);
  check_minimum("six_hump_camel", {0.0898, -0.7126}, -1.031628453);
  check_minimum("six_hump_camel", {-0.0898, 0.7126}, -1.031628453);
  check_minimum("peaks", {0.2283, -1.6255}, -6.5511);
  check_minimum("saddle_bounded", {0, 1}, -0.5);
  check_minimum("saddle_bounded", {0, -1}, -0.5);
}

TEST_CASE("minima of loss 0 are exactly 0") {
  for (const std::string_view id :
       {"bowl", "ravine", "rosenbrock", "himmelblau", "rastrigin", "ackley", "beale"})
    CHECK(*best_known_loss(make_landscape(id)) == 0);
}

TEST_CASE("losses worked out by hand") {
  CHECK(value_at("bowl", {3, 4}) == 25);
  CHECK(value_at("ravine", {2, 1}) == 27);
  CHECK(value_at("rosenbrock", {-1.5, 2}) == 12.5);
  CHECK(value_at("himmelblau", {0, 0}) == 170);
  CHECK(value_at("rastrigin", {1, 1}) == Approx(2).epsilon(1e-14));
  CHECK(value_at("rastrigin", {0.5, 0}) == Approx(20.25).epsilon(1e-14));
  CHECK(value_at("ackley", {1, 1}) == Approx(3.6253849384403627).epsilon(1e-14));
  CHECK(value_at("beale", {0, 0}) == 14.203125);
  CHECK(value_at("styblinski_tang", {1, 2}) == -24);
  CHECK(value_at("six_hump_camel", {1, 1}) == Approx(2.9 + 1.0 / 3).epsilon(1e-14));
  CHECK(value_at("peaks", {0, 0}) == Approx(8.0 / 3 * std::exp(-1.0)).epsilon(1e-14));
  CHECK(value_at("saddle", {1, 2}) == -3);
  CHECK(value_at("saddle_bounded", {1, 2}) == 5);
}

TEST_CASE("default domains are those of the literature") {
  const auto box = [](std::string_view id) { return domain(make_landscape(id)); };
  CHECK(box("rosenbrock") == Box{{-2, -1}, {2, 3}});
  CHECK(box("himmelblau") == Box{{-5, -5}, {5, 5}});
  CHECK(box("rastrigin") == Box{{-5.12, -5.12}, {5.12, 5.12}});
  CHECK(box("ackley") == Box{{-32.768, -32.768}, {32.768, 32.768}});
  CHECK(box("beale") == Box{{-4.5, -4.5}, {4.5, 4.5}});
  CHECK(box("styblinski_tang") == Box{{-5, -5}, {5, 5}});
  CHECK(box("six_hump_camel") == Box{{-3, -2}, {3, 2}});
  CHECK(box("peaks") == Box{{-3, -3}, {3, 3}});
}
