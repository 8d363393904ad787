// SPDX-License-Identifier: MIT
// First-order dual numbers over double or lanes: a formula evaluated on them gives its value (the
// same bits as without derivatives) and its gradient. Derivatives that are known to be 0 or 1 are
// types, so that x * x + y costs what a hand-written gradient costs.
#pragma once

#include "fogline/core/elementary.hpp"

namespace fogline {

struct Zero {};
struct One {};

// A value and its derivatives by x and y; DX and DY are Zero, One or T.
template <Number T, class DX = T, class DY = T>
struct Dual {
  T value;
  [[no_unique_address]] DX dx;
  [[no_unique_address]] DY dy;
};

// The point whose derivatives are the unit vectors: `const auto& [x, y] = point`.
template <Number T>
struct DualPoint {
  Dual<T, One, Zero> x;
  Dual<T, Zero, One> y;
};
template <Number T>
DualPoint<T> dual_point(T x, T y) {
  return {{x, {}, {}}, {y, {}, {}}};
}

namespace slope {

template <Number T>
T number(Zero) {
  return T(0.0);
}
template <Number T>
T number(One) {
  return T(1.0);
}
template <Number T>
T number(T a) {
  return a;
}

template <class A>
inline constexpr bool is_zero = std::is_same_v<A, Zero>;
template <class A>
inline constexpr bool is_one = std::is_same_v<A, One>;

template <Number T, class A, class B>
auto add(A a, B b) {
  if constexpr (is_zero<A>)
    return b;
  else if constexpr (is_zero<B>)
    return a;
  else
    return number<T>(a) + number<T>(b);
}
template <Number T, class A, class B>
auto subtract(A a, B b) {
  if constexpr (is_zero<B>)
    return a;
  else if constexpr (is_zero<A>)
    return -number<T>(b);
  else
    return number<T>(a) - number<T>(b);
}
template <Number T, class A>
auto scale(T factor, A a) {
  if constexpr (is_zero<A>)
    return a;
  else if constexpr (is_one<A>)
    return factor;
  else
    return factor * a;
}
template <Number T, class M, class A, class B>
auto choose(M mask, A a, B b) {
  if constexpr (is_zero<A> && is_zero<B>)
    return a;
  else
    return select(mask, number<T>(a), number<T>(b));
}

}  // namespace slope

template <Number T, class DX, class DY>
Dual<T, DX, DY> make_dual(T value, DX dx, DY dy) {
  return {value, dx, dy};
}
// f(a), given f and f' at a.value.
template <Number T, class DX, class DY>
auto chain(const Dual<T, DX, DY>& a, T f, T df) {
  return make_dual(f, slope::scale(df, a.dx), slope::scale(df, a.dy));
}

template <Number T, class A, class B, class C, class D>
auto operator+(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return make_dual(a.value + b.value, slope::add<T>(a.dx, b.dx), slope::add<T>(a.dy, b.dy));
}
template <Number T, class A, class B>
auto operator-(const Dual<T, A, B>& a) {
  return make_dual(-a.value, slope::subtract<T>(Zero{}, a.dx), slope::subtract<T>(Zero{}, a.dy));
}
template <Number T, class A, class B, class C, class D>
auto operator-(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return make_dual(a.value - b.value, slope::subtract<T>(a.dx, b.dx),
                   slope::subtract<T>(a.dy, b.dy));
}
template <Number T, class A, class B, class C, class D>
auto operator*(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return make_dual(a.value * b.value,
                   slope::add<T>(slope::scale(b.value, a.dx), slope::scale(a.value, b.dx)),
                   slope::add<T>(slope::scale(b.value, a.dy), slope::scale(a.value, b.dy)));
}
template <Number T, class A, class B, class C, class D>
auto operator/(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  const T quotient = a.value / b.value, by_a = 1.0 / b.value, by_b = -(quotient * by_a);
  return make_dual(quotient, slope::add<T>(slope::scale(by_a, a.dx), slope::scale(by_b, b.dx)),
                   slope::add<T>(slope::scale(by_a, a.dy), slope::scale(by_b, b.dy)));
}

template <Number T, class A, class B>
auto operator+(const Dual<T, A, B>& a, double c) {
  return make_dual(a.value + c, a.dx, a.dy);
}
template <Number T, class A, class B>
auto operator+(double c, const Dual<T, A, B>& a) {
  return make_dual(c + a.value, a.dx, a.dy);
}
template <Number T, class A, class B>
auto operator-(const Dual<T, A, B>& a, double c) {
  return make_dual(a.value - c, a.dx, a.dy);
}
template <Number T, class A, class B>
auto operator-(double c, const Dual<T, A, B>& a) {
  return make_dual(c - a.value, slope::subtract<T>(Zero{}, a.dx), slope::subtract<T>(Zero{}, a.dy));
}
template <Number T, class A, class B>
auto operator*(const Dual<T, A, B>& a, double c) {
  return chain(a, a.value * c, T(c));
}
template <Number T, class A, class B>
auto operator*(double c, const Dual<T, A, B>& a) {
  return chain(a, c * a.value, T(c));
}
template <Number T, class A, class B>
auto operator/(const Dual<T, A, B>& a, double c) {
  return chain(a, a.value / c, T(1.0 / c));
}
template <Number T, class A, class B>
auto operator/(double c, const Dual<T, A, B>& a) {
  const T quotient = c / a.value;
  return chain(a, quotient, -(quotient / a.value));
}

// Comparisons look at values only.
template <Number T, class A, class B, class C, class D>
auto operator<(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return a.value < b.value;
}
template <Number T, class A, class B, class C, class D>
auto operator>(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return a.value > b.value;
}
template <Number T, class A, class B>
auto operator<(const Dual<T, A, B>& a, double c) {
  return a.value < T(c);
}
template <Number T, class A, class B>
auto operator>(const Dual<T, A, B>& a, double c) {
  return a.value > T(c);
}

}  // namespace fogline

#include "fogline/core/dual_functions.hpp"
