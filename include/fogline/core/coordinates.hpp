// SPDX-License-Identifier: MIT
// Sums and products over the coordinates of a point, so that one formula serves the plane and n
// dimensions. The plane's points are taken apart by name, for their two coordinates may be of
// different types (duals whose seeds are types); a point of n dimensions is a span of numbers.
#pragma once

#include <cstddef>

namespace fogline {

template <class P>
concept Planar = requires(const P& p) {
  p.x;
  p.y;
};

// How many coordinates a point has.
template <class P>
constexpr double dimension(const P& p) {
  if constexpr (Planar<P>)
    return 2;
  else
    return static_cast<double>(p.size());
}

// term(p_0, 0) + term(p_1, 1) + ..., in this order. Of at least one coordinate.
template <class P, class Term>
constexpr auto sum(const P& p, const Term& term) {
  if constexpr (Planar<P>) {
    return term(p.x, 0) + term(p.y, 1);
  } else {
    auto total = term(p[0], std::size_t{0});
    for (std::size_t i = 1; i < p.size(); ++i) total = total + term(p[i], i);
    return total;
  }
}

// first + term(p_0, 0) + term(p_1, 1) + ..., in this order.
template <class P, class Term>
constexpr auto sum(double first, const P& p, const Term& term) {
  if constexpr (Planar<P>) {
    return first + term(p.x, 0) + term(p.y, 1);
  } else {
    auto total = first + term(p[0], std::size_t{0});
    for (std::size_t i = 1; i < p.size(); ++i) total = total + term(p[i], i);
    return total;
  }
}

// term(p_0, p_1) + term(p_1, p_2) + ..., in this order. Of at least two coordinates.
template <class P, class Term>
constexpr auto sum_of_neighbours(const P& p, const Term& term) {
  if constexpr (Planar<P>) {
    return term(p.x, p.y);
  } else {
    auto total = term(p[0], p[1]);
    for (std::size_t i = 2; i < p.size(); ++i) total = total + term(p[i - 1], p[i]);
    return total;
  }
}

// term(p_0, 0) * term(p_1, 1) * ..., in this order.
template <class P, class Term>
constexpr auto product(const P& p, const Term& term) {
  if constexpr (Planar<P>) {
    return term(p.x, 0) * term(p.y, 1);
  } else {
    auto total = term(p[0], std::size_t{0});
    for (std::size_t i = 1; i < p.size(); ++i) total = total * term(p[i], i);
    return total;
  }
}

}  // namespace fogline
