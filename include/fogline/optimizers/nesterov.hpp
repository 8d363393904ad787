// SPDX-License-Identifier: MIT
// Nesterov's accelerated gradient in the stored-look-ahead form of torch.optim.SGD(nesterov=True).
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Nesterov {
  static constexpr Info info{.id = "nesterov",
                             .name = "Nesterov",
                             .group = "Plain and accelerated",
                             .formula =
                                 "g <- grad f(x) + weight_decay x;  v <- momentum v + g;  x <- x - "
                                 "learning_rate (g + momentum v)",
                             .source =
                                 "Nesterov 1983, Soviet Math. Dokl. 27:372; Sutskever et al. 2013, "
                                 "ICML; as torch.optim.SGD",
                             .note =
                                 "The point shown is the look-ahead point, so the first step is 1 "
                                 "+ momentum times as long as plain "
                                 "descent's. With momentum 0 it is plain descent."};
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
    const T d = decayed(g, weight_decay, x);
    c.v = momentum * c.v + d;
    x = x - shared.rate * (d + momentum * c.v);
  }
  double rate_limit(double lambda) const {
    return 2 * (1 + momentum) / ((1 + 2 * momentum) * lambda);
  }
  // Lessard, Recht and Packard 2016, SIAM J. Optim. 26:57, table 1.
  BestHere best_here(double m, double L) const {
    const double root = sqrt(3 * L / m + 1);
    return {4 / (3 * L + m), (root - 2) / (root + 2)};
  }
  double gain() const { return 1 / (1 - momentum); }
  friend bool operator==(const Nesterov&, const Nesterov&) = default;
};

}  // namespace fogline
