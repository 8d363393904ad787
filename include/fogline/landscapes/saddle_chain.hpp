// SPDX-License-Identifier: MIT
// A chain of saddles, one for each dimension: while a walker leaves one, all the coordinates that
// it needs for those to come shrink.
#pragma once

#include <cstddef>

#include "fogline/core/elementary.hpp"

namespace fogline {

// Du, Jin, Lee, Jordan, Singh and Poczos 2017, "Gradient descent can take exponential time to
// escape saddle points", NeurIPS 30:1067, section 4.1, with tau = 1, mirrored at 0. The walker
// crosses the saddles in order: at number i it falls along x_i by -gamma x_i^2, while coordinates
// behind it are held at 4 and those before it pulled to 0, both by L. Between x_i = 1 and 2 a
// spline leads from one to the next. Twice continuously differentiable; where the paper leaves the
// splines open, the slope of the first is a cubic, and the second a smooth step of degree 5.
struct SaddleChain {
  static constexpr double L = 1, gamma = 1;

  // The first coordinate that has not passed its saddle; p.size() where all have.
  static std::size_t stage(const auto& p) {
    std::size_t i = 0;
    while (i < p.size() && !(number(mirrored(p[i])) < 2)) ++i;
    return i;
  }

  auto operator()(const auto& p) const {
    const std::size_t n = p.size(), i = stage(p);
    const bool on_saddle = i < n && number(mirrored(p[i])) < 1;
    auto loss = term(p, 0, i, on_saddle);
    for (std::size_t k = 1; k < n; ++k) loss = loss + term(p, k, i, on_saddle);
    return loss - static_cast<double>(i) * drop();
  }

 private:
  static double number(double x) { return x; }
  static double number(const auto& x) { return number(x.value); }
  template <class X>
  static X mirrored(const X& x) {
    return number(x) < 0 ? -x : x;
  }

  // The slope of the first spline is c0 + c1 t + c2 t^2 + c3 t^3, t = x - 1.
  static constexpr double c0 = -2 * gamma, c1 = -2 * gamma;
  static constexpr double c2 = 3 * (-4 * L - c0) - 2 * c1 - 2 * L,
                          c3 = 2 * (c0 + 4 * L) + c1 + 2 * L;
  // How much lower the next saddle is.
  static constexpr double drop() { return 4 * L - (-gamma + c0 + c1 / 2 + c2 / 3 + c3 / 4); }
  static auto fall(const auto& x) {
    const auto t = x - 1.0;
    return -gamma + t * (c0 + t * (c1 / 2 + t * (c2 / 3 + t * (c3 / 4))));
  }
  static auto pull(const auto& x) {
    const auto t = x - 1.0;
    return L - (L + gamma) * (sq(t) * t * (10.0 + t * (6.0 * t - 15.0)));
  }
  // The term of coordinate k at stage i.
  static auto term(const auto& p, std::size_t k, std::size_t i, bool on_saddle) {
    const auto x = mirrored(p[k]);
    if (k < i) return L * sq(x - 4.0);
    if (k == i) return on_saddle ? -gamma * sq(x) : fall(x);
    if (k == i + 1 && !on_saddle) return pull(mirrored(p[i])) * sq(x);
    return L * sq(x);
  }
};

}  // namespace fogline
