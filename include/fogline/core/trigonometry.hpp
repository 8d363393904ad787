// SPDX-License-Identifier: MIT
// sin, cos, atan2 and cos_sqrt over any number: branch-free, at most 2 ulp for |x| <= 1e6. Beyond
// that sin and cos lose accuracy but stay within [-1, 1]; from 2^31 on they are constant; NaN for
// infinities. sinpi and cospi take half turns, which cost less to reduce and are accurate to 2^51.
#pragma once

#include "fogline/core/bits.hpp"

namespace fogline {

// Correctly rounded.
inline constexpr double pi = 0x1.921fb54442d18p+1;

namespace trigonometry {

// An argument less a multiple of pi/2, as an unevaluated sum; |head| <= pi/4 up to rounding.
template <class T>
struct Reduced {
  T head, tail;
};

// x - k pi/2, after Cody and Waite 1980: pi/2 in three parts of 33 bits, so that k * part is exact
// for |k| < 2^20, and a remainder. Each difference's rounding error is kept: where the minuend is
// the smaller term the difference is exact, so two subtractions always recover it (as in fdlibm's
// __ieee754_rem_pio2). Relative error below 2^-70 for every double up to 1e6.
template <Number T>
Reduced<T> minus_quarter_turns(T x, T k) {
  const T first = x - k * 0x1.921fb544p+0;
  const T w2 = k * 0x1.0b4611a6p-34;
  const T second = first - w2;
  const T rest = k * 0x1.3198a2ep-69 - ((first - second) - w2);
  const T third = second - rest;
  return {third, ((second - third) - rest) - k * 0x1.b839a252049c1p-104};
}

// The polynomials of fdlibm's k_sin.c and k_cos.c (Sun Microsystems 1993) on [-pi/4, pi/4], with
// the small terms joined more cheaply (1.7 ulp instead of 0.6; the cosine leaves out head * tail).
template <Number T>
T sin_of(Reduced<T> r) {
  const T z = r.head * r.head;
  const T p = -1.66666666666666324348e-01 +
              z * (8.33333333332248946124e-03 +
                   z * (-1.98412698298579493134e-04 +
                        z * (2.75573137070700676789e-06 +
                             z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10))));
  return r.head + (r.head * z * p + r.tail);
}
template <Number T>
T cos_of(Reduced<T> r) {
  const T z = r.head * r.head;
  const T p = 4.16666666666666019037e-02 +
              z * (-1.38888888888741095749e-03 +
                   z * (2.48015872894767294178e-05 +
                        z * (-2.75573143513906633035e-07 +
                             z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))));
  return (1.0 - 0.5 * z) + z * z * p;
}

// x is `quarters` quarter turns and an angle of which sin and cos are known. The low bits of
// `quarters` + 1.5 * 2^52 are the number of quarter turns in two's complement.
template <class T>
struct Turned {
  T quarters, sin, cos;
};
template <Number T>
Turned<T> turn(T x) {
  const T quarters = x * 0.63661977236758134308 + bits::rounder;
  const Reduced<T> r = minus_quarter_turns(x, quarters - bits::rounder);
  return {quarters, sin_of(r), cos_of(r)};
}

// The sine of t after a whole number of quarter turns: sin, cos, -sin or -cos. Clamped, for where
// the reduction failed; in this order NaN stays NaN.
template <Number T>
T sin_after(const Turned<T>& t) {
  const auto odd = bits::either(bits::shift_left<63>(t.quarters), T(1.0)) < T(0.0);
  const T flip = bits::both(bits::shift_left<62>(t.quarters), T(bits::sign));
  return bits::differ(max(T(-1.0), min(T(1.0), select(odd, t.cos, t.sin))), flip);
}

// The arc tangent for t = numerator / denominator in [0, 1]; Cephes atan.c (Moshier 1989): above
// 0.66 by atan(t) = pi/4 + atan((t - 1)/(t + 1)), then a rational of degree 4/5.
template <Number T>
T atan_ratio(T numerator, T denominator) {
  const auto upper = numerator > denominator * 0.66;
  const T n = select(upper, numerator - denominator, numerator);
  const T d = select(upper, numerator + denominator, denominator);
  const T t = n / d, z = t * t;
  const T p = (((-8.750608600031904122785e-1 * z - 1.615753718733365076637e1) * z -
                7.500855792314704667340e1) *
                   z -
               1.228866684490136173410e2) *
                  z -
              6.485021904942025371773e1;
  const T q = ((((z + 2.485846490142306297962e1) * z + 1.650270098316988542046e2) * z +
                4.328810604912902668951e2) *
                   z +
               4.853903996359136964868e2) *
                  z +
              1.945506571482613964425e2;
  const T small = t + t * (z * p / q);
  return select(upper, 0x1.921fb54442d18p-1 + (small + 3.061616997868382943e-17), small);
}

}  // namespace trigonometry

template <class T>
struct SinCos {
  T sin, cos;
};
// The cosine is the sine a quarter turn later.
template <Number T>
SinCos<T> sincos(T x) {
  const auto t = trigonometry::turn(x);
  return {trigonometry::sin_after(t),
          trigonometry::sin_after(trigonometry::Turned<T>{t.quarters + 1.0, t.sin, t.cos})};
}
template <Number T>
T sin(T x) {
  return sincos(x).sin;
}
template <Number T>
T cos(T x) {
  return sincos(x).cos;
}

namespace trigonometry {

// x = whole + rest, |rest| <= 1/2, exact for |x| < 2^51; the low bit of `marked` tells whether
// `whole` is odd.
template <class T>
struct HalfTurns {
  T marked, rest;
};
template <Number T>
HalfTurns<T> half_turns(T x) {
  const T marked = x + bits::rounder;
  return {marked, x - (marked - bits::rounder)};
}

// Changes the sign after an odd number of half turns. Clamped as in sin_after.
template <Number T>
T after_half_turns(T f, T marked) {
  return bits::differ(max(T(-1.0), min(T(1.0), f)), bits::shift_left<63>(marked));
}

}  // namespace trigonometry

// sin(pi x) and cos(pi x), as in C23 but for the sign of a sine that is 0: sinpi errs by at most 3
// ulp for |x| < 2^51, cospi by at most 2.7e-16 there; both are exact at whole and half numbers, and
// within [-1, 1] beyond. The polynomials are minimax, by Sollya's fpminimax (Brisebarre and
// Chevillard 2007).
template <Number T>
T sinpi(T x) {
  const auto [marked, r] = trigonometry::half_turns(x);
  const T z = r * r;
  const T p =
      pi +
      z * (-0x1.4abbce625be39p+2 +
           z * (0x1.466bc67759fccp+1 +
                z * (-0x1.32d2cce5e66ebp-1 +
                     z * (0x1.5078346ab756fp-4 +
                          z * (-0x1.e30741a6ba9a8p-8 +
                               z * (0x1.e8f023f73b57cp-12 +
                                    z * (-0x1.6f0536efc7126p-16 + z * 0x1.8f9e5a085c7aap-21)))))));
  return trigonometry::after_half_turns(r * p, marked);
}
template <Number T>
T cospi(T x) {
  const auto [marked, r] = trigonometry::half_turns(x);
  const T z = r * r;
  const T p = 0x1.3bd3cc9be45dep+2 +
              z * (-0x1.03c1f081b5a75p+2 +
                   z * (0x1.55d3c7e3c739fp+0 +
                        z * (-0x1.e1f506850f19bp-3 +
                             z * (0x1.a6d1f0d761b56p-6 +
                                  z * (-0x1.f9d2a68fa24bap-10 +
                                       z * (0x1.b6a26dc42c8dp-14 + z * -0x1.174c432ed50f9p-18))))));
  return trigonometry::after_half_turns(1.0 - z * p, marked);
}

// cos(sqrt(u)) for u >= 0, NaN below. A function of x^2 + y^2 that is smooth at the centre, where
// cos(r) written through r = sqrt(u) would lose its curvature.
template <Number T>
T cos_sqrt(T u) {
  return cos(sqrt(u));
}

namespace trigonometry {

// cos(sqrt(u)) and its derivative -sin(sqrt(u)) / (2 sqrt(u)), which is -1/2 at 0.
template <class T>
struct CosSqrt {
  T value, slope;
};
template <Number T>
CosSqrt<T> cos_sqrt_with_slope(T u) {
  const T root = sqrt(u);
  const auto [s, c] = sincos(root);
  return {c, -0.5 * select(root == T(0.0), T(1.0), s / root)};
}

// The second derivative of cos(sqrt(u)): 1/12 at 0; below 1 by its series, as the difference
// cancels there.
inline double cos_sqrt_curvature(double u, CosSqrt<double> f) {
  const double series =
      1.0 / 12 +
      u * (-1.0 / 120 +
           u * (1.0 / 3360 + u * (-1.0 / 181440 +
                                  u * (1.0 / 15966720 + u * (-1.0 / 2075673600 +
                                                             u * (1.0 / 373621248000 +
                                                                  u * (-1.0 / 88921857024000 +
                                                                       u / 27032244535296000)))))));
  return select(u < 1, series, 0.25 * (-2 * f.slope - f.value) / u);
}

}  // namespace trigonometry

// The angle of (x, y) in [-pi, pi], zeros and infinities as in C.
template <Number T>
T atan2(T y, T x) {
  const T zero = 0.0, one = 1.0;
  const T ay = abs(y), ax = abs(x);
  const T low = min(ay, ax), high = max(ax, ay);
  const auto equal = ay == ax;  // 1, also of infinities; but 0 / 0 is 0
  const auto infinite = high == T(HUGE_VAL);
  const T scale = select(high > T(1e300), T(0.25), one);
  const T ends = select(equal & (high > zero), one, zero);
  const T n = select(equal | infinite, ends, low * scale);
  const T d = select(equal | infinite, one, high * scale);
  T angle = trigonometry::atan_ratio(n, d);
  angle = select(ay > ax, (0.5 * pi - angle) + 6.123233995736765886e-17, angle);
  const auto left = bits::copy_sign(one, x) < zero;
  angle = select(left, (pi - angle) + 1.2246467991473531772e-16, angle);
  return select((x == x) & (y == y), bits::copy_sign(angle, y), x + y);
}

}  // namespace fogline
