// SPDX-License-Identifier: MIT
// The vocabulary of formulas over dual numbers. At a kink the derivative is finite: that of |x| at
// 0 is 0, that of sqrt at 0 is 0 (so a cone's gradient at its tip is 0), that of atan2 at the
// origin is 0; min, max and select take the derivative of the branch they return; floor has 0
// everywhere.
#pragma once

#include "fogline/core/dual.hpp"

namespace fogline {

template <class M, Number T, class A, class B, class C, class D>
auto select(M mask, const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return make_dual(T(select(mask, a.value, b.value)), slope::choose<T>(mask, a.dx, b.dx),
                   slope::choose<T>(mask, a.dy, b.dy));
}
template <class M, Number T, class A, class B>
auto select(M mask, const Dual<T, A, B>& a, double b) {
  return select(mask, a, make_dual(T(b), Zero{}, Zero{}));
}
template <class M, Number T, class A, class B>
auto select(M mask, double a, const Dual<T, A, B>& b) {
  return select(mask, make_dual(T(a), Zero{}, Zero{}), b);
}

template <Number T, class A, class B, class C, class D>
auto min(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return select(a < b, a, b);
}
template <Number T, class A, class B, class C, class D>
auto max(const Dual<T, A, B>& a, const Dual<T, C, D>& b) {
  return select(a > b, a, b);
}
template <Number T, class A, class B>
auto min(const Dual<T, A, B>& a, double b) {
  return select(a < b, a, b);
}
template <Number T, class A, class B>
auto max(const Dual<T, A, B>& a, double b) {
  return select(a > b, a, b);
}

template <Number T, class A, class B>
auto sq(const Dual<T, A, B>& a) {
  return chain(a, T(a.value * a.value), T(a.value + a.value));
}
template <Number T, class A, class B>
auto pow(const Dual<T, A, B>& a, int n) {
  return chain(a, pow(a.value, n), n == 0 ? T(0.0) : static_cast<double>(n) * pow(a.value, n - 1));
}
template <Number T, class A, class B>
auto sqrt(const Dual<T, A, B>& a) {
  const T root = sqrt(a.value);
  return chain(a, root, T(select(root == T(0.0), T(0.0), 0.5 / root)));
}
template <Number T, class A, class B>
auto exp(const Dual<T, A, B>& a) {
  const T e = exp(a.value);
  return chain(a, e, e);
}
template <Number T, class A, class B>
auto log(const Dual<T, A, B>& a) {
  return chain(a, log(a.value), T(1.0 / a.value));
}
template <Number T, class A, class B>
auto sin(const Dual<T, A, B>& a) {
  const auto [s, c] = sincos(a.value);
  return chain(a, s, c);
}
template <Number T, class A, class B>
auto cos(const Dual<T, A, B>& a) {
  const auto [s, c] = sincos(a.value);
  return chain(a, c, -s);
}
template <Number T, class A, class B>
auto sincos(const Dual<T, A, B>& a) {
  const auto [s, c] = sincos(a.value);
  using Result = decltype(chain(a, s, c));
  return SinCos<Result>{chain(a, s, c), chain(a, c, -s)};
}
template <Number T, class A, class B>
auto sinpi(const Dual<T, A, B>& a) {
  return chain(a, sinpi(a.value), T(pi * cospi(a.value)));
}
template <Number T, class A, class B>
auto cospi(const Dual<T, A, B>& a) {
  return chain(a, cospi(a.value), T(-pi * sinpi(a.value)));
}
template <Number T, class A, class B>
auto cos_sqrt(const Dual<T, A, B>& a) {
  const auto [value, slope] = trigonometry::cos_sqrt_with_slope(a.value);
  return chain(a, value, slope);
}
template <Number T, class A, class B>
auto tanh(const Dual<T, A, B>& a) {
  const T t = tanh(a.value);
  return chain(a, t, T((1.0 - t) * (1.0 + t)));
}
template <Number T, class A, class B>
auto abs(const Dual<T, A, B>& a) {
  const T sign = select(a.value < T(0.0), T(-1.0), T(select(a.value > T(0.0), T(1.0), T(0.0))));
  return chain(a, abs(a.value), sign);
}
template <Number T, class A, class B>
auto floor(const Dual<T, A, B>& a) {
  return make_dual(floor(a.value), Zero{}, Zero{});
}

template <Number T, class A, class B, class C, class D>
auto atan2(const Dual<T, A, B>& y, const Dual<T, C, D>& x) {
  const T square = x.value * x.value + y.value * y.value;
  const T inverse = select(square == T(0.0), T(0.0), 1.0 / square);
  const T by_y = x.value * inverse, by_x = -(y.value * inverse);
  return make_dual(atan2(y.value, x.value),
                   slope::add<T>(slope::scale(by_y, y.dx), slope::scale(by_x, x.dx)),
                   slope::add<T>(slope::scale(by_y, y.dy), slope::scale(by_x, x.dy)));
}

}  // namespace fogline
