// SPDX-License-Identifier: MIT
// Arguments at which elementary functions go wrong, and how wrong a result is.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace fogline::tests {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr double smallest = std::numeric_limits<double>::denorm_min();

// The distance from the exact result in units of the last place of its double; 0 for NaN as asked,
// infinite for a wrong infinity or NaN.
inline double ulps(double got, long double exact) {
  const double nearest = static_cast<double>(exact);
  if (std::isnan(got) || std::isnan(nearest) || std::isinf(got) || std::isinf(nearest)) {
    const bool same = (std::isnan(got) && std::isnan(nearest)) || got == nearest;
    return same ? 0 : infinity;
  }
  int exponent = 0;
  std::frexp(nearest, &exponent);
  const double ulp = std::ldexp(1.0, std::max(exponent - 53, -1074));
  return static_cast<double>(std::abs((static_cast<long double>(got) - exact) / ulp));
}

inline std::vector<double> uniform(double low, double high, int n) {
  std::mt19937_64 bits(7);
  std::uniform_real_distribution<double> draw(low, high);
  std::vector<double> x;
  for (int i = 0; i < n; ++i) x.push_back(draw(bits));
  return x;
}

// Uniform in the exponent, both signs.
inline std::vector<double> every_scale(int low_exponent, int high_exponent, int n) {
  std::vector<double> x = uniform(low_exponent, high_exponent, n);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = (i % 2 == 0 ? 1 : -1) * std::exp2(x[i]);
  return x;
}

// Every double is as likely as any other; NaN and infinities come too.
inline std::vector<double> any_bits(int n) {
  std::mt19937_64 bits(11);
  std::vector<double> x;
  for (int i = 0; i < n; ++i) x.push_back(std::bit_cast<double>(bits()));
  return x;
}

// The doubles next to every multiple of pi/2 up to 1e6, where reductions lose all their digits.
inline std::vector<double> near_quarter_turns() {
  std::vector<double> x;
  for (int k = -636619; k <= 636619; ++k) {
    const double nearest = static_cast<double>(k * 1.5707963267948966192313216916397514L);
    for (const double y :
         {std::nextafter(nearest, -infinity), nearest, std::nextafter(nearest, infinity)})
      x.push_back(y);
  }
  return x;
}

inline std::vector<double> special() {
  return {0.0,   -0.0,   smallest, -smallest, 0x1p-1022, 1.0,       -1.0,        0.5,    -0.5,
          1.5,   2.5,    1e6,      -1e6,      0x1p31,    1e15,      0x1p52,      0x1p53, -0x1p52,
          1e300, -1e300, largest,  -largest,  710.0,     709.78,    -708.4,      -745.1, -746.0,
          0.625, -0.625, 1e-300,   -1e-308,   infinity,  -infinity, not_a_number};
}

}  // namespace fogline::tests
