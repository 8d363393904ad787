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
  check_minimum("booth", {1, 3}, 0);
  check_minimum("matyas", {0, 0}, 0);
  check_minimum("three_hump_camel", {0, 0}, 0);
  check_minimum("goldstein_price", {0, -1}, 3);
  check_minimum("branin", {-3.141593, 12.275}, 0.397887);
  check_minimum("branin", {3.141593, 2.275}, 0.397887);
  check_minimum("branin", {9.424778, 2.475}, 0.397887);
  check_minimum("levy13", {1, 1}, 0);
  check_minimum("griewank", {0, 0}, 0);
  check_minimum("schwefel", {420.9687, 420.9687}, 0);
  check_minimum("easom", {3.141593, 3.141593}, -1);
  check_minimum("eggholder", {512, 404.2318}, -959.6407);
  check_minimum("drop_wave", {0, 0}, -1);
  check_minimum("michalewicz", {2.202906, 1.570796}, -1.8013034);
  check_minimum("bukin6", {-10, 1}, 0);
  check_minimum("schaffer2", {0, 0}, 0);
  check_minimum("zakharov", {0, 0}, 0);
  check_minimum("bohachevsky", {0, 0}, 0);
  check_minimum("mishra_bird", {-3.130247, -1.582142}, -106.764537);
  check_minimum("salomon", {0, 0}, 0);
  for (const double sx : {-1, 1})
    for (const double sy : {-1, 1}) {
      check_minimum("holder_table", {sx * 8.05502, sy * 9.66459}, -19.2085);
      check_minimum("cross_in_tray", {sx * 1.34941, sy * 1.34941}, -2.06261);
    }
}

TEST_CASE("minima that texts leave out or misprint") {
  // (-0.54719, -1.54719), -1.9133 in many texts.
  check_minimum("mccormick", {-0.5471976, -1.5471976}, -1.9132230);
  // (1, 0.7071) alone.
  check_minimum("dixon_price", {1, 0.7071068}, 0);
  check_minimum("dixon_price", {1, -0.7071068}, 0);
  // (1, 2) alone.
  check_minimum("perm", {1, 2}, 0);
  check_minimum("perm", {23.0 / 13, 14.0 / 13}, 0);
  // (0, +-1.25313) alone.
  for (const double m : {-1.2531318, 1.2531318}) {
    check_minimum("schaffer4", {0, m}, 0.2925786320);
    check_minimum("schaffer4", {m, 0}, 0.2925786320);
  }
  // The origin alone.
  check_minimum("alpine", {0, 0}, 0);
  check_minimum("alpine", {-0.1001674, 9.5249454}, 0);
  check_minimum("alpine", {-9.3246105, 3.2417601}, 0);
}

TEST_CASE("minima of loss 0 are exactly 0") {
  for (const std::string_view id :
       {"bowl", "ravine", "rosenbrock", "himmelblau", "rastrigin", "ackley", "beale", "booth",
        "matyas", "three_hump_camel", "levy13", "griewank", "bukin6", "schaffer2", "zakharov",
        "perm", "bohachevsky", "salomon", "alpine"})
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
  CHECK(value_at("booth", {0, 0}) == 74);
  CHECK(value_at("matyas", {1, 1}) == Approx(0.04).epsilon(1e-14));
  CHECK(value_at("three_hump_camel", {1, 1}) == Approx(3.95 - 5.0 / 6).epsilon(1e-14));
  CHECK(value_at("goldstein_price", {0, 0}) == 600);
  CHECK(value_at("goldstein_price", {-0.6, -0.4}) == Approx(30).epsilon(1e-14));
  CHECK(value_at("goldstein_price", {1.8, 0.2}) == Approx(84).epsilon(1e-13));
  CHECK(value_at("goldstein_price", {1.2, 0.8}) == Approx(840).epsilon(1e-13));
  CHECK(value_at("branin", {0, 0}) == Approx(56 - 10 / (8 * pi)).epsilon(1e-14));
  CHECK(value_at("levy13", {0, 0}) == Approx(2).epsilon(1e-14));
  CHECK(value_at("griewank", {2 * pi, 0}) == Approx(pi * pi / 1000).epsilon(1e-13));
  CHECK(value_at("schwefel", {0, 0}) == 2 * 418.98288727243370627);
  CHECK(value_at("easom", {0, 0}) == Approx(-std::exp(-2 * pi * pi)).epsilon(1e-13));
  CHECK(value_at("mccormick", {0, 0}) == 1);
  CHECK(value_at("eggholder", {0, 0}) == Approx(-47 * std::sin(std::sqrt(47.0))).epsilon(1e-13));
  CHECK(value_at("drop_wave", {3, 4}) == Approx(-(1 + std::cos(60)) / 14.5).epsilon(1e-14));
  CHECK(value_at("michalewicz", {pi / 2, pi / 2}) == Approx(-1 - 0x1p-10).epsilon(1e-14));
  CHECK(value_at("monkey_saddle", {1, 2}) == -11);
  CHECK(value_at("cross_in_tray", {0, 0}) == -1e-4);
  CHECK(value_at("holder_table", {pi / 2, 0}) == Approx(-std::exp(0.5)).epsilon(1e-14));
  CHECK(value_at("bukin6", {-5, 0.5}) == Approx(50.05).epsilon(1e-14));
  CHECK(value_at("schaffer2", {1, 1}) == Approx(0.5 - 0.5 / 1.004004).epsilon(1e-13));
  CHECK(value_at("schaffer4", {1, 1}) == Approx(0.5 + 0.5 / 1.004004).epsilon(1e-14));
  CHECK(value_at("zakharov", {2, 1}) == 25);
  CHECK(value_at("dixon_price", {1.0 / 3, 0}) == Approx(2.0 / 3).epsilon(1e-14));
  CHECK(value_at("bohachevsky", {1, 0.25}) == Approx(1 + 0.125 + 0.6 + 0.8).epsilon(1e-14));
  CHECK(value_at("perm", {0, 0}) == 16 + 36);
  CHECK(value_at("mishra_bird", {0, 0}) == Approx(euler).epsilon(1e-14));
  CHECK(value_at("flower", {0, 1}) == Approx(1).epsilon(1e-14));
  CHECK(value_at("salomon", {3, 4}) == Approx(0.5).epsilon(1e-13));
  CHECK(value_at("alpine", {pi / 2, 0}) == Approx(1.1 * pi / 2).epsilon(1e-14));
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
  CHECK(box("booth") == Box{{-10, -10}, {10, 10}});
  CHECK(box("matyas") == Box{{-10, -10}, {10, 10}});
  CHECK(box("three_hump_camel") == Box{{-5, -5}, {5, 5}});
  CHECK(box("goldstein_price") == Box{{-2, -2}, {2, 2}});
  CHECK(box("branin") == Box{{-5, 0}, {10, 15}});
  CHECK(box("levy13") == Box{{-10, -10}, {10, 10}});
  CHECK(box("griewank") == Box{{-600, -600}, {600, 600}});
  CHECK(box("schwefel") == Box{{-500, -500}, {500, 500}});
  CHECK(box("easom") == Box{{-100, -100}, {100, 100}});
  CHECK(box("mccormick") == Box{{-1.5, -3}, {4, 4}});
  CHECK(box("eggholder") == Box{{-512, -512}, {512, 512}});
  CHECK(box("drop_wave") == Box{{-5.12, -5.12}, {5.12, 5.12}});
  CHECK(box("michalewicz") == Box{{0, 0}, {pi, pi}});
  CHECK(box("cross_in_tray") == Box{{-10, -10}, {10, 10}});
  CHECK(box("holder_table") == Box{{-10, -10}, {10, 10}});
  CHECK(box("bukin6") == Box{{-15, -3}, {-5, 3}});
  CHECK(box("schaffer2") == Box{{-100, -100}, {100, 100}});
  CHECK(box("schaffer4") == Box{{-100, -100}, {100, 100}});
  CHECK(box("zakharov") == Box{{-5, -5}, {10, 10}});
  CHECK(box("dixon_price") == Box{{-10, -10}, {10, 10}});
  CHECK(box("bohachevsky") == Box{{-100, -100}, {100, 100}});
  CHECK(box("perm") == Box{{-2, -2}, {2, 2}});
  CHECK(box("mishra_bird") == Box{{-10, -6.5}, {0, 0}});
  CHECK(box("salomon") == Box{{-100, -100}, {100, 100}});
  CHECK(box("alpine") == Box{{-10, -10}, {10, 10}});
  CHECK(box("flower") == Box{{-3, -3}, {3, 3}});
}
