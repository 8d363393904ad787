// SPDX-License-Identifier: MIT
// Heavy-ball momentum in the convention of torch.optim.SGD: the velocity collects raw gradients.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Momentum {
  static constexpr Info info{
      .id = "momentum",
      .name = "Momentum",
      .group = "Plain and accelerated",
      .formula = "g <- grad f(x) + weight_decay x;  v <- momentum v + g;  x <- x - learning_rate v",
      .source = "Polyak 1964, USSR Comput. Math. Math. Phys. 4(5):1; as torch.optim.SGD",
      .note =
          "The effective rate is learning_rate / (1 - momentum). Other texts put the rate inside "
          "the velocity "
          "(v <- momentum v - learning_rate g; the same path at a constant rate) or average it "
          "(v <- momentum v + (1 - momentum) g)."};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double momentum = 0.9;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step per unit of velocity."),
            momentum_param(momentum), weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T v{0.};
  };
  static constexpr Memory memory[] = {{"v", "velocity", true}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    c.v = momentum * c.v + decayed(g, weight_decay, x);
    x = x - shared.rate * c.v;
  }
  double rate_limit(double lambda) const { return 2 * (1 + momentum) / lambda; }
  // Polyak 1964.
  BestHere best_here(double m, double L) const {
    const double sum = sqrt(L) + sqrt(m);
    return {4 / sq(sum), sq((sqrt(L) - sqrt(m)) / sum)};
  }
  double gain() const { return 1 / (1 - momentum); }
  friend bool operator==(const Momentum&, const Momentum&) = default;
};

}  // namespace fogline
