// SPDX-License-Identifier: MIT
// Bit patterns of double and lanes: what the elementary functions take apart and put together.
#pragma once

#include "fogline/core/lanes.hpp"

namespace fogline::bits {

// The double with this bit pattern, at compile time.
consteval double pattern(std::uint64_t value) { return std::bit_cast<double>(value); }
inline constexpr double sign = -0.0;
inline constexpr double magnitude = std::bit_cast<double>(~(std::uint64_t{1} << 63));

// Adding and subtracting `rounder` rounds |x| < 2^51 to the nearest integer, ties to even; the
// sum's low bits are that integer in two's complement.
inline constexpr double rounder = 6755399441055744.0;  // 1.5 * 2^52

inline std::uint64_t of(double a) { return std::bit_cast<std::uint64_t>(a); }
inline double both(double a, double b) { return std::bit_cast<double>(of(a) & of(b)); }
inline double either(double a, double b) { return std::bit_cast<double>(of(a) | of(b)); }
inline double differ(double a, double b) { return std::bit_cast<double>(of(a) ^ of(b)); }
template <int N>
double shift_left(double a) {
  return std::bit_cast<double>(of(a) << N);
}
template <int N>
double shift_right(double a) {
  return std::bit_cast<double>(of(a) >> N);
}

template <class Arch>
Lanes<Arch> both(Lanes<Arch> a, std::type_identity_t<Lanes<Arch>> b) {
  return Lanes<Arch>(a.native & b.native);
}
template <class Arch>
Lanes<Arch> either(Lanes<Arch> a, std::type_identity_t<Lanes<Arch>> b) {
  return Lanes<Arch>(a.native | b.native);
}
template <class Arch>
Lanes<Arch> differ(Lanes<Arch> a, std::type_identity_t<Lanes<Arch>> b) {
  return Lanes<Arch>(a.native ^ b.native);
}

// xsimd names the target of a bitwise_cast by its batch up to version 9, by its element afterwards.
template <class To, class From>
To cast(From a) {
  using Element = typename To::value_type;
  if constexpr (requires {
                  { xsimd::bitwise_cast<Element>(a) } -> std::same_as<To>;
                })
    return xsimd::bitwise_cast<Element>(a);
  else
    return xsimd::bitwise_cast<To>(a);
}
template <class Arch>
using Integers = xsimd::batch<std::uint64_t, typename NativeArch<Arch>::type>;
template <int N, class Arch>
Lanes<Arch> shift_left(Lanes<Arch> a) {
  return Lanes<Arch>(cast<typename Lanes<Arch>::Native>(cast<Integers<Arch>>(a.native) << N));
}
template <int N, class Arch>
Lanes<Arch> shift_right(Lanes<Arch> a) {
  return Lanes<Arch>(cast<typename Lanes<Arch>::Native>(cast<Integers<Arch>>(a.native) >> N));
}

// The magnitude of a with the sign of b.
template <Number T>
T copy_sign(T a, T b) {
  return either(both(a, T(magnitude)), both(b, T(sign)));
}

// 2^k for whole k in [-1022, 1023].
template <Number T>
T power_of_two(T k) {
  return shift_left<52>(k + (rounder + 1023));
}

}  // namespace fogline::bits

namespace fogline {

template <Number T>
T abs(T a) {
  return bits::both(a, T(bits::magnitude));
}

}  // namespace fogline
