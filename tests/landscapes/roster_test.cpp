// SPDX-License-Identifier: MIT
// What derives from the roster: descriptions, lookup by id, equality.
#include <set>

#include "catch.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("the roster holds the landscapes by their ids") {
  const std::set<std::string_view> expected{"bowl",
                                            "ravine",
                                            "rosenbrock",
                                            "himmelblau",
                                            "rastrigin",
                                            "ackley",
                                            "beale",
                                            "styblinski_tang",
                                            "six_hump_camel",
                                            "peaks",
                                            "saddle",
                                            "saddle_bounded",
                                            "cliff",
                                            "gaussian_wells",
                                            "comfortable_trap",
                                            "tilted_double_well",
                                            "needle",
                                            "plateau",
                                            "quadratic",
                                            "random_terrain",
                                            "spiral_valley",
                                            "blur",
                                            "drift"};
  std::set<std::string_view> ids;
  for (const Landscape& landscape : all_landscapes()) ids.insert(info(landscape).id);
  CHECK(ids == expected);
  for (const std::string_view id : ids) CHECK(info(make_landscape(id)).id == id);
}

TEST_CASE("every landscape describes itself under a heading of the menu") {
  const std::set<std::string_view> groups{
      "Bowls", "Traps", "Many valleys", "Saddles and flats", "Kinks and cliffs", "Made of another"};
  for (Landscape& landscape : all_landscapes()) {
    const Info& i = info(landscape);
    INFO(i.id);
    CHECK_FALSE(i.name.empty());
    CHECK(groups.count(i.group) == 1);
    CHECK_FALSE(i.formula.empty());
    CHECK_FALSE(i.source.empty());
    CHECK(domain(landscape).low.x < domain(landscape).high.x);
    CHECK(domain(landscape).low.y < domain(landscape).high.y);
    for (const Param& p : params(landscape)) {
      INFO(p.name);
      CHECK_FALSE(p.help.empty());
      CHECK(p.range.min <= p.get());
      CHECK(p.get() <= p.range.max);
      CHECK(p.valid.contains(p.range.min));
      CHECK(p.valid.contains(p.range.max));
      CHECK((p.range.scale == Scale::linear || p.range.min > 0));
    }
  }
}

TEST_CASE("a misspelt id names the nearest landscape") {
  CHECK_THROWS_WITH(make_landscape("rosenbrok"), ContainsSubstring("rosenbrock"));
  CHECK_THROWS_AS(make_landscape(""), std::invalid_argument);
}

TEST_CASE("landscapes are equal when type and parameters are") {
  Landscape a = make_landscape("rosenbrock"), b = a;
  CHECK(a == b);
  params(b)[0].set(0.5);
  CHECK_FALSE(a == b);
  CHECK_FALSE(a == make_landscape("bowl"));
}
