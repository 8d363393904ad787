// SPDX-License-Identifier: MIT
// What derives from the roster: descriptions, lookup by id, equality.
#include <set>

#include "catch.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("the roster holds the landscapes by their ids, no id twice") {
  constexpr std::string_view expected[] = {"ackley",
                                           "alpine",
                                           "beale",
                                           "bohachevsky",
                                           "booth",
                                           "bowl",
                                           "branin",
                                           "bukin6",
                                           "comfortable_trap",
                                           "cross_in_tray",
                                           "dixon_price",
                                           "drop_wave",
                                           "easom",
                                           "eggholder",
                                           "flower",
                                           "goldstein_price",
                                           "griewank",
                                           "himmelblau",
                                           "holder_table",
                                           "levy13",
                                           "matyas",
                                           "mccormick",
                                           "michalewicz",
                                           "mishra_bird",
                                           "monkey_saddle",
                                           "peaks",
                                           "perm",
                                           "rastrigin",
                                           "ravine",
                                           "rosenbrock",
                                           "saddle",
                                           "saddle_bounded",
                                           "salomon",
                                           "schaffer2",
                                           "schaffer4",
                                           "schwefel",
                                           "six_hump_camel",
                                           "styblinski_tang",
                                           "three_hump_camel",
                                           "zakharov",
                                           "blur",
                                           "drift",
                                           "cliff",
                                           "gaussian_wells",
                                           "tilted_double_well",
                                           "needle",
                                           "plateau",
                                           "quadratic",
                                           "random_terrain",
                                           "spiral_valley",
                                           "parabola_1d",
                                           "cubic_1d",
                                           "double_well_1d"};
  std::set<std::string_view> ids;
  for (const Landscape& landscape : all_landscapes()) ids.insert(info(landscape).id);
  CHECK(ids.size() == all_landscapes().size());
  for (const std::string_view id : expected) CHECK(ids.count(id) == 1);
  for (const std::string_view id : ids) CHECK(info(make_landscape(id)).id == id);
}

TEST_CASE("every landscape describes itself under a heading of the menu") {
  const std::set<std::string_view> groups{
      "Bowls",         "Traps",          "Many valleys", "Saddles and flats", "Kinks and cliffs",
      "One dimension", "Made of another"};
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

TEST_CASE("the roster is sorted by headings, each heading once") {
  std::vector<std::string_view> headings;
  for (const Landscape& landscape : all_landscapes())
    if (headings.empty() || headings.back() != info(landscape).group)
      headings.push_back(info(landscape).group);
  const std::set<std::string_view> distinct(headings.begin(), headings.end());
  CHECK(distinct.size() == headings.size());
}

TEST_CASE("a misspelt id names the nearest landscape") {
  CHECK_THROWS_WITH(make_landscape("rosenbrok"), ContainsSubstring("rosenbrock"));
  CHECK_THROWS_AS(make_landscape(""), std::invalid_argument);
}

TEST_CASE("an id near to none names a dozen landscapes and counts the others") {
  const std::string others = std::to_string(all_landscapes().size() - 12);
  CHECK_THROWS_WITH(make_landscape("?"), ContainsSubstring("known are bowl, ") &&
                                             ContainsSubstring(" and " + others + " more"));
}

TEST_CASE("landscapes are equal when type and parameters are") {
  Landscape a = make_landscape("rosenbrock"), b = a;
  CHECK(a == b);
  params(b)[0].set(0.5);
  CHECK_FALSE(a == b);
  CHECK_FALSE(a == make_landscape("bowl"));
}
