// SPDX-License-Identifier: MIT
// exp, log, tanh and integer powers over any number: branch-free, at most 2 ulp over the whole
// range of double, subnormal numbers, zeros, infinities and NaN included.
#pragma once

#include "fogline/core/bits.hpp"

namespace fogline {

namespace exponential {

// ln 2 in two parts; multiples of the first by whole numbers below 2^21 are exact (fdlibm).
inline constexpr double ln2_high = 6.93147180369123816490e-01;
inline constexpr double ln2_low = 1.90821492927058770002e-10;
inline constexpr double inverse_ln2 = 1.44269504088896338700;
inline constexpr double smallest_normal = 0x1p-1022;

// a 2^k for whole |k| <= 2000, in two steps, so that a subnormal result is rounded once.
template <Number T>
T scale(T a, T k) {
  const T half = (k * 0.5 + bits::rounder) - bits::rounder;
  return a * bits::power_of_two(half) * bits::power_of_two(k - half);
}

#if XSIMD_WITH_AVX512F
// AVX-512 has an instruction for it.
inline Lanes<Avx512> scale(Lanes<Avx512> a, Lanes<Avx512> k) {
  return Lanes<Avx512>(Lanes<Avx512>::Native(_mm512_scalef_pd(a.native, k.native)));
}
#endif

// x = m 2^exponent, m in [1, 2), for positive finite x, subnormal ones too.
template <class T>
struct Split {
  T mantissa, exponent;
};
template <Number T>
Split<T> split(T x) {
  const auto tiny = x < T(smallest_normal);
  const T a = select(tiny, x * 0x1p54, x);
  const T biased = bits::either(bits::shift_right<52>(a), T(0x1p52)) - 0x1p52;
  const T fraction = bits::both(a, T(bits::pattern(0x000fffffffffffff)));
  return {bits::either(fraction, T(1.0)), biased - select(tiny, T(1077.0), T(1023.0))};
}

// log(1 + f) + k ln 2 for sqrt(2)/2 < 1 + f < sqrt(2); fdlibm e_log.c (Sun Microsystems 1993).
template <Number T>
T log_near_one(T f, T k) {
  const T s = f / (2.0 + f), z = s * s, w = z * z;
  const T t1 = w * (3.999999999940941908e-01 +
                    w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const T t2 = z * (6.666666666666735130e-01 +
                    w * (2.857142874366239149e-01 +
                         w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const T half = 0.5 * f * f;
  return k * ln2_high - ((half - (s * (half + (t1 + t2)) + k * ln2_low)) - f);
}

}  // namespace exponential

// 2^k exp(r), |r| <= ln 2 / 2 up to rounding. A minimax polynomial by Sollya's fpminimax
// (Brisebarre and Chevillard 2007), its even and odd powers side by side: a division would take
// lanes longer. What is far below the range is given 0 and not left to underflow, which takes
// processors eight times as long.
template <Number T>
T exp(T x) {
  using namespace exponential;
  const auto vanishes = x < T(-746.0);
  const T a = select(vanishes, T(0.0), min(T(710.0), x));  // in this order NaN stays NaN
  const T k = (a * inverse_ln2 + bits::rounder) - bits::rounder;
  const T r = (a - k * ln2_high) - k * ln2_low, z = r * r;
  const T even =
      0x1.0000000000001p-1 +
      z * (0x1.5555555553cd8p-5 +
           z * (0x1.6c16c178abcf5p-10 + z * (0x1.a019b8b60fbf6p-16 + z * 0x1.2891d4728a892p-22)));
  const T odd =
      0x1.5555555555558p-3 +
      z * (0x1.111111110f8dap-7 +
           z * (0x1.a01a01afb7c64p-13 + z * (0x1.71ddf78561022p-19 + z * 0x1.af61c46fc2a81p-26)));
  return select(vanishes, T(0.0), scale(1.0 + (r + z * (even + r * odd)), k));
}

// Natural logarithm; -infinity of 0, NaN below.
template <Number T>
T log(T x) {
  using namespace exponential;
  const auto [m, e] = split(x);
  const auto upper = m > T(1.4142135623730951);
  const T f = select(upper, 0.5 * m, m) - 1.0;
  const T value = log_near_one(f, select(upper, e + 1.0, e));
  const T edge = select(x == T(0.0), T(-HUGE_VAL), select(x > T(0.0), x, T(NAN)));
  return select((x > T(0.0)) & (x < T(HUGE_VAL)), value, edge);
}

// Cephes tanh.c (Moshier 1989).
template <Number T>
T tanh(T x) {
  const T a = abs(x), z = x * x;
  const T p =
      (-9.64399179425052238628e-1 * z - 9.92877231001918586564e1) * z - 1.61468768441708447952e3;
  const T q = ((z + 1.12811678491632931402e2) * z + 2.23548839060100448583e3) * z +
              4.84406305325125486048e3;
  const T near = x + x * (z * (p / q));
  const T far = bits::copy_sign(1.0 - 2.0 / (exp(2.0 * a) + 1.0), x);
  return select(a < T(0.625), near, select(x == x, far, x));
}

template <class T>
T sq(T a) {
  return a * a;
}

// x^n by repeated squaring; 1 for n = 0. At most 2 ulp for |n| <= 3, about |n| / 2 ulp beyond.
template <Number T>
T pow(T x, int n) {
  T result = 1.0;
  for (unsigned rest = n < 0 ? 0u - static_cast<unsigned>(n) : static_cast<unsigned>(n); rest != 0;
       rest >>= 1, x = x * x)
    if ((rest & 1u) != 0) result = result * x;
  return n < 0 ? 1.0 / result : result;
}

}  // namespace fogline
