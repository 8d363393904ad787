// SPDX-License-Identifier: MIT
// Reverse mode: a formula evaluated on Reverse numbers is written down on a tape, which then gives
// the whole gradient in n dimensions for a small multiple of the cost of a value (Griewank and
// Walther 2008, Evaluating Derivatives, chapter 3). Over double it gives gradients; over a dual
// number with one direction, gradients and a column of the Hessian. Of the vocabulary of formulas
// it has what formulas of n dimensions use.
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <span>
#include <vector>

#include "fogline/core/elementary.hpp"

namespace fogline {

template <class T>
class ReverseTape;

// A constant as a number T: a double, or a dual whose derivatives are 0.
template <class T>
constexpr T constant(double c) {
  if constexpr (std::same_as<T, double>)
    return c;
  else
    return T{c, {}, {}};
}

// A number on a tape. Cheap to copy; good until the tape is begun anew.
template <class T>
struct Reverse {
  T value;
  ReverseTape<T>* tape = nullptr;
  std::uint32_t entry = 0;
};

template <class T>
class ReverseTape {
 public:
  // Begins anew with the independent variables x, which take the entries 0, 1, ...
  std::span<const Reverse<T>> begin(std::span<const T> x) {
    entries_.clear();
    sums_.clear();
    variables_.clear();
    for (const T& v : x) variables_.push_back(push(v, 0, constant<T>(0.0), 0, constant<T>(0.0)));
    return variables_;
  }
  // A result that depends on entries a and b by da and db.
  Reverse<T> push(T value, std::uint32_t a, T da, std::uint32_t b, T db) {
    entries_.push_back({a, b, da, db});
    return {value, this, static_cast<std::uint32_t>(entries_.size() - 1)};
  }
  // The inner product of all variables with `weights`, which must outlive the tape's use.
  Reverse<T> push_sum(T value, std::span<const double> weights) {
    const Reverse<T> result = push(value, 0, constant<T>(0.0), 0, constant<T>(0.0));
    sums_.push_back({result.entry, weights.data()});
    return result;
  }
  // Writes the derivatives of `f` by the variables to g, one for each.
  void gradient(const Reverse<T>& f, std::span<T> g);

 private:
  struct Entry {
    std::uint32_t a = 0, b = 0;
    T da, db;
  };
  struct Sum {
    std::uint32_t entry = 0;
    const double* weights = nullptr;
  };
  std::vector<Entry> entries_;
  std::vector<Sum> sums_;  // in the order of their entries
  std::vector<Reverse<T>> variables_;
  std::vector<T> adjoints_;
};

template <class T>
void ReverseTape<T>::gradient(const Reverse<T>& f, std::span<T> g) {
  const std::size_t n = variables_.size();
  assert(g.size() == n);
  adjoints_.assign(entries_.size(), constant<T>(0.0));
  adjoints_[f.entry] = constant<T>(1.0);
  std::size_t sum = sums_.size();
  for (std::size_t i = f.entry + 1; i-- > n;) {
    const T adjoint = adjoints_[i];
    const Entry& e = entries_[i];
    while (sum > 0 && sums_[sum - 1].entry > i) --sum;
    if (sum > 0 && sums_[sum - 1].entry == i) {
      const double* weights = sums_[sum - 1].weights;
      for (std::size_t k = 0; k < n; ++k) adjoints_[k] = adjoints_[k] + weights[k] * adjoint;
      continue;
    }
    adjoints_[e.a] = adjoints_[e.a] + e.da * adjoint;
    adjoints_[e.b] = adjoints_[e.b] + e.db * adjoint;
  }
  for (std::size_t k = 0; k < n; ++k) g[k] = adjoints_[k];
}

// f(a), given f and f' at a.value.
template <class T>
Reverse<T> chain(const Reverse<T>& a, T f, T df) {
  return a.tape->push(f, a.entry, df, a.entry, constant<T>(0.0));
}

template <class T>
Reverse<T> operator+(const Reverse<T>& a, const Reverse<T>& b) {
  return a.tape->push(a.value + b.value, a.entry, constant<T>(1.0), b.entry, constant<T>(1.0));
}
template <class T>
Reverse<T> operator-(const Reverse<T>& a, const Reverse<T>& b) {
  return a.tape->push(a.value - b.value, a.entry, constant<T>(1.0), b.entry, constant<T>(-1.0));
}
template <class T>
Reverse<T> operator*(const Reverse<T>& a, const Reverse<T>& b) {
  return a.tape->push(a.value * b.value, a.entry, b.value, b.entry, a.value);
}
template <class T>
Reverse<T> operator-(const Reverse<T>& a) {
  return chain(a, T(-a.value), constant<T>(-1.0));
}
template <class T>
Reverse<T> operator+(const Reverse<T>& a, double c) {
  return chain(a, T(a.value + c), constant<T>(1.0));
}
template <class T>
Reverse<T> operator+(double c, const Reverse<T>& a) {
  return chain(a, T(c + a.value), constant<T>(1.0));
}
template <class T>
Reverse<T> operator-(const Reverse<T>& a, double c) {
  return chain(a, T(a.value - c), constant<T>(1.0));
}
template <class T>
Reverse<T> operator-(double c, const Reverse<T>& a) {
  return chain(a, T(c - a.value), constant<T>(-1.0));
}
template <class T>
Reverse<T> operator*(const Reverse<T>& a, double c) {
  return chain(a, T(a.value * c), constant<T>(c));
}
template <class T>
Reverse<T> operator*(double c, const Reverse<T>& a) {
  return chain(a, T(c * a.value), constant<T>(c));
}
template <class T>
Reverse<T> operator/(const Reverse<T>& a, double c) {
  return chain(a, T(a.value / c), constant<T>(1.0 / c));
}

template <class T>
Reverse<T> sq(const Reverse<T>& a) {
  return chain(a, T(a.value * a.value), T(a.value + a.value));
}
template <class T>
Reverse<T> sqrt(const Reverse<T>& a) {
  const T root = sqrt(a.value);
  return chain(a, root,
               root > 0.0 ? T(0.5 / root) : constant<T>(0.0));  // a cone's slope at its tip is 0
}
template <class T>
Reverse<T> exp(const Reverse<T>& a) {
  const T e = exp(a.value);
  return chain(a, e, e);
}
template <class T>
Reverse<T> cos(const Reverse<T>& a) {
  const auto [s, c] = sincos(a.value);
  return chain(a, T(c), T(-s));
}
template <class T>
Reverse<T> cospi(const Reverse<T>& a) {
  return chain(a, T(cospi(a.value)), T(-pi * sinpi(a.value)));
}

// The sum of weights[i] p_i.
template <class P>
auto inner(std::span<const double> weights, const P& p) {
  auto total = weights[0] * p[0];
  for (std::size_t i = 1; i < p.size(); ++i) total = total + weights[i] * p[i];
  return total;
}
// Of the variables themselves: one entry on the tape instead of 2 n.
template <class T>
Reverse<T> inner(std::span<const double> weights, std::span<const Reverse<T>> p) {
  T total = weights[0] * p[0].value;
  for (std::size_t i = 1; i < p.size(); ++i) total = total + weights[i] * p[i].value;
  return p[0].tape->push_sum(total, weights);
}

}  // namespace fogline
