// SPDX-License-Identifier: MIT
// Every function of the vocabulary at arrays of arguments, in the number of an instruction set; and
// the same derivatives by duals.
#pragma once

#include "fogline/core/dual.hpp"

namespace fogline::tests {

inline constexpr int lane_functions = 24;

// f = number `index` of the vocabulary applied to x[i], y[i], for i < n; n is a multiple of 8.
using LaneResults = void (*)(int index, const double* x, const double* y, double* f, int n);

// The function pointer of an instruction set; each is instantiated in lane_results_<arch>.cpp.
template <class Arch>
LaneResults lane_results();

template <class T>
T vocabulary(int index, T x, T y) {
  const auto [u, v] = dual_point<T>(x, y);
  switch (index) {
    case 0:
      return x + y * x - y / x;
    case 1:
      return -x;
    case 2:
      return sin(x);
    case 3:
      return cos(x);
    case 4:
      return exp(x);
    case 5:
      return log(x);
    case 6:
      return tanh(x);
    case 7:
      return atan2(y, x);
    case 8:
      return sqrt(x);
    case 9:
      return floor(x);
    case 10:
      return abs(x);
    case 11:
      return min(x, y);
    case 12:
      return max(x, y);
    case 13:
      return pow(x, 7) + pow(y, -3);
    case 14:
      return sq(x) + select(x < y, x, y);
    case 15:
      return slope::number<T>((sin(u * v) / (1.0 + sq(v))).dx);
    case 16:
      return slope::number<T>((exp(-sq(u) - v) * abs(v) - sqrt(sq(u) + sq(v))).dy);
    case 17:
      return slope::number<T>((log(u) * tanh(v) + min(u, v) - max(u, 2.0)).dy);
    case 18:
      return cos_sqrt(x);
    case 19:
      return slope::number<T>(cos_sqrt(sq(u) + v).dx);
    case 20:
      return sinpi(x);
    case 21:
      return cospi(x);
    case 22:
      return slope::number<T>((sinpi(u * v) * cospi(u - v)).dy);
    default:
      return slope::number<T>((atan2(v, u) + pow(u, 3) / v - floor(u) + cos(v)).dx);
  }
}

template <class Arch, class T>
void compute_lanes(int index, const double* x, const double* y, double* f, int n) {
  for (int i = 0; i < n; i += static_cast<int>(width<T>))
    store(f + i, vocabulary(index, load<T>(x + i), load<T>(y + i)));
}

}  // namespace fogline::tests
