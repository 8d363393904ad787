// SPDX-License-Identifier: MIT
// What the rules card says of learning rates.
#include "fogline/engine/rates.hpp"

#include "catch.hpp"
#include "fogline/engine/tuning.hpp"

using namespace fogline;

TEST_CASE("learning rates are told for what they are: default, equal, chosen, tuned") {
  Experiment e;
  e.budget.amount = 5;
  e.racers = {new_racer(e, Adam{}, {1, 1}), new_racer(e, Momentum{}, {1, 1}),
              new_racer(e, NelderMead{}, {1, 1})};
  CHECK(rates_of(e) == Rates::usual);
  std::get<Adam>(e.racers[0].optimizer).learning_rate = 0.3;
  CHECK(rates_of(e) == Rates::chosen);
  std::get<Momentum>(e.racers[1].optimizer).learning_rate = 0.3;
  CHECK(rates_of(e) == Rates::equal);
  Tuning tuning(e, {3, 1});
  tuning.advance();
  e = tuning.tuned();
  CHECK(rates_of(e) == Rates::tuned);
  std::get<Adam>(e.racers[0].optimizer).learning_rate += 1;
  CHECK_FALSE(rates_of(e) == Rates::tuned);
  e.racers.push_back(new_racer(e, RmsProp{}, {1, 1}));
  CHECK(rate_of(e, e.racers[0]) == Rates::chosen);
  CHECK(rate_of(e, e.racers[1]) == Rates::tuned);
  CHECK_FALSE(rate_of(e, e.racers[2]));  // has none
  CHECK(rate_of(e, e.racers[3]) == Rates::usual);
}
