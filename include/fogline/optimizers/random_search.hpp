// SPDX-License-Identifier: MIT
// Random search: a place drawn at random is taken if it is lower. What every cleverer method must
// beat.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct RandomSearch {
  static constexpr Info info{
      .id = "random_search",
      .name = "Random search",
      .group = "Without gradients",
      .formula =
          "localized: x' <- x + proposal_scale d N(0, I), d the domain's diagonal;  pure: x' "
          "uniform in the domain;  x <- x' if f(x') < f(x)",
      .source =
          "Brooks 1958, Oper. Res. 6:244 (pure); Spall 2003, Introduction to Stochastic Search and "
          "Optimization, algorithms A and B of section 2.2",
      .note =
          "One value a step, never uphill. Localized search draws around the best place so far, "
          "wherever that is; pure search forgets it and knows the domain.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;
  static constexpr std::string_view kinds[] = {"localized", "pure"};

  int proposals = 0;
  double proposal_scale = 0.05;

  std::vector<Param> params() {
    return {choice("proposals", proposals, kinds,
                   "Drawn around the best place so far, or anywhere in the domain."),
            only_if(proposals == 0,
                    real("proposal_scale", proposal_scale, {0.001, 0.5, Scale::log}, non_negative,
                         "Standard deviation of a proposal, as a share of the domain's "
                         "diagonal."))};
  }

  struct State {
    bool begun = false;
    double value = 0;  // at the best place so far
  };
  // One value, and one more the first time.
  Event step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
    if (!s.begun) s = {true, height(oracle.value(x))};
    const Vec2 proposal = propose(x, moment);
    const double value = height(oracle.value(proposal));
    if (!(value < s.value)) return Event::none;
    s.value = value;
    x = proposal;
    return Event::none;
  }
  friend bool operator==(const RandomSearch&, const RandomSearch&) = default;

 private:
  Vec2 propose(Vec2 x, const Moment& moment) const {
    if (proposals == 0)
      return x + proposal_scale * moment.domain.diagonal() *
                     moment.random.normal_pair(Purpose::trial, moment.step);
    const Vec2 u = moment.random.uniform_pair(Purpose::trial, moment.step);
    return moment.domain.at(u.x, u.y);
  }
};

}  // namespace fogline
