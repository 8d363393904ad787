// SPDX-License-Identifier: MIT
// Counting over many starts: rates, what is censored, and pairs.
#include "fogline/engine/win_table.hpp"

#include <limits>

#include "catch.hpp"

using namespace fogline;

namespace {

Outcome finished(double cost, double loss = 0) {
  return {.loss = loss, .cost = 100, .finish = Finish{1, cost}};
}
Outcome unfinished(double loss) { return {.loss = loss, .cost = 100}; }
Outcome gone() { return {.verdict = Verdict::diverged, .lost = true, .loss = -1e9, .cost = 7}; }

}  // namespace

TEST_CASE("Wilson's interval, against numbers worked by hand") {
  CHECK(wilson(0, 40).low == 0);
  CHECK(wilson(0, 40).high == Approx(0.0876216).epsilon(1e-5));  // z^2 / (n + z^2)
  CHECK(wilson(40, 40).low == Approx(1 - 0.0876216).epsilon(1e-5));
  CHECK(wilson(40, 40).high == 1);
  CHECK(wilson(5, 10).low == Approx(0.236593).epsilon(1e-5));
  CHECK(wilson(5, 10).high == Approx(0.763407).epsilon(1e-5));
  CHECK(wilson(0, 0).low == 0);
  CHECK(wilson(0, 0).high == 1);
}

TEST_CASE("Wilson's interval holds the rate, and shrinks with more starts") {
  for (int n = 1; n <= 64; n *= 2)
    for (int k = 0; k <= n; ++k) {
      const Likely a = wilson(k, n), b = wilson(4 * k, 4 * n);
      const double rate = static_cast<double>(k) / n;
      CHECK((0 <= a.low && a.low <= rate && rate <= a.high && a.high <= 1));
      CHECK(b.high - b.low < a.high - a.low);
    }
}

TEST_CASE("who is ahead: finished, then cheaper, then noticeably lower; the lost are last") {
  CHECK(is_ahead(finished(90), unfinished(1e-9), 0.01));
  CHECK(is_ahead(finished(10, 0.009), finished(11, 0), 0.01));
  CHECK(is_ahead(unfinished(1), unfinished(1.02), 0.01));
  CHECK_FALSE(is_ahead(unfinished(1), unfinished(1.009), 0.01));  // the line sees no difference
  CHECK(is_ahead(unfinished(1e6), gone(), 0.01));
  CHECK_FALSE(is_ahead(gone(), unfinished(1e6), 0.01));
  CHECK_FALSE(is_ahead(gone(), gone(), 0.01));
  const double never = std::numeric_limits<double>::infinity();
  CHECK(is_ahead(unfinished(1), unfinished(never), 0.01));
  CHECK_FALSE(is_ahead(unfinished(never), unfinished(never), 0.01));
  const Outcome all[] = {finished(3),   finished(3),   finished(4),
                         unfinished(1), unfinished(2), gone()};
  for (const Outcome& a : all)
    for (const Outcome& b : all) CHECK_FALSE((is_ahead(a, b, 0.01) && is_ahead(b, a, 0.01)));
}

TEST_CASE("a row counts every start that was raced, and none that was not") {
  const std::vector<Outcomes> outcomes{{finished(10), finished(20)},
                                       {finished(30), unfinished(1)},
                                       {unfinished(5), unfinished(5)},
                                       {gone(), unfinished(9)},
                                       {}};
  const auto rows = win_table(outcomes, Pattern::random, 0.01);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].starts == 4);
  CHECK(rows[0].finished == 2);
  CHECK(rows[0].rate() == 0.5);
  CHECK(rows[0].lost == 1);
  CHECK((rows[0].wins == 2 && rows[0].ties == 1 && rows[0].losses == 1));
  CHECK((rows[1].wins == 1 && rows[1].ties == 1 && rows[1].losses == 2));
  CHECK((rows[0].ahead == 3 && rows[1].ahead == 2));
  CHECK(rows[0].rate_likely->low == Approx(wilson(2, 4).low));
}

TEST_CASE("a lattice is no sample: it has a rate and no interval") {
  const std::vector<Outcomes> outcomes{{finished(10)}, {unfinished(1)}};
  CHECK_FALSE(win_table(outcomes, Pattern::lattice, 0.01)[0].rate_likely);
  CHECK(win_table(outcomes, Pattern::lattice, 0.01)[0].rate() == 0.5);
}

TEST_CASE("who does not finish is censored, not left out") {
  const auto row = [](std::initializer_list<Outcome> all) {
    std::vector<Outcomes> outcomes;
    for (const Outcome& o : all) outcomes.push_back({o});
    return win_table(outcomes, Pattern::random, 0.01).at(0);
  };
  const WinRow half = row({finished(30), unfinished(1), finished(10), gone()});
  CHECK(half.median_cost == 30.0);  // of those that finish it would be 10 or 20
  CHECK(half.share_within(9.99) == 0);
  CHECK(half.share_within(10) == 0.25);
  CHECK(half.share_within(1e9) == 0.5);
  CHECK(half.budget == 100);
  CHECK_FALSE(row({finished(30), unfinished(1), gone()}).median_cost);
  CHECK(row({finished(30), finished(10), finished(20)}).median_cost == 20.0);
  CHECK_FALSE(row({unfinished(1)}).median_cost);
}

TEST_CASE("in pairs everybody's wins are somebody's losses") {
  const std::vector<Outcomes> outcomes{{finished(1), finished(2), finished(2)},
                                       {gone(), unfinished(3), finished(2)},
                                       {gone(), gone(), gone()}};
  int wins = 0, losses = 0, pairs = 0;
  for (const WinRow& row : win_table(outcomes, Pattern::random, 0.01)) {
    wins += row.wins;
    losses += row.losses;
    pairs += row.wins + row.ties + row.losses;
  }
  CHECK(wins == losses);
  CHECK(pairs == 3 * 2 * 3);
}

TEST_CASE("nothing raced is an empty table") {
  CHECK(win_table({}, Pattern::random, 0.01).empty());
  CHECK(win_table({{}, {}}, Pattern::random, 0.01).empty());
}
