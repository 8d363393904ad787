// SPDX-License-Identifier: MIT
// SIMD lanes and the primitives that double and lanes share: constants, masks, bits, loads and
// stores. Formulas and update rules are templates over such a number T, so the same operations in
// the same order give the same bits in every lane of every instruction set.
#pragma once

#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <xsimd/xsimd.hpp>

namespace fogline {

// Instruction sets as tags of ours. They keep xsimd out of argument-dependent lookup, so that
// sin(lanes) can only mean our sine, and they name the instruction set in every kernel's symbol.
struct Baseline;
struct Avx2;
struct Avx512;

template <class Arch>
struct NativeArch {};
#if XSIMD_WITH_SSE2
template <>
struct NativeArch<Baseline> {
  using type = xsimd::sse2;
};
#endif
#if XSIMD_WITH_AVX2
template <>
struct NativeArch<Avx2> {
  using type = xsimd::avx2;
};
#endif
#if XSIMD_WITH_AVX512F
template <>
struct NativeArch<Avx512> {
  using type = xsimd::avx512f;
};
#endif

// One truth value per lane.
template <class Arch>
struct Mask {
  using Native = xsimd::batch_bool<double, typename NativeArch<Arch>::type>;
  Native native;

  friend Mask operator&(Mask a, Mask b) { return {a.native & b.native}; }
  friend Mask operator|(Mask a, Mask b) { return {a.native | b.native}; }
};

// As many doubles as one register of `Arch` holds. Converts from double by broadcasting. Usable
// only where the compiler may emit instructions of `Arch`.
template <class Arch>
struct Lanes {
  using Native = xsimd::batch<double, typename NativeArch<Arch>::type>;
  Native native;

  Lanes() = default;  // indeterminate, like a double
  Lanes(double value) : native(value) {}
  explicit Lanes(Native value) : native(value) {}

  friend Lanes operator+(Lanes a, Lanes b) { return Lanes(a.native + b.native); }
  friend Lanes operator-(Lanes a, Lanes b) { return Lanes(a.native - b.native); }
  friend Lanes operator*(Lanes a, Lanes b) { return Lanes(a.native * b.native); }
  friend Lanes operator/(Lanes a, Lanes b) { return Lanes(a.native / b.native); }
  friend Lanes operator-(Lanes a) { return Lanes(a.native ^ Native(-0.0)); }
  friend Lanes operator+(Lanes a) { return a; }
  Lanes& operator+=(Lanes b) { return *this = *this + b; }
  Lanes& operator-=(Lanes b) { return *this = *this - b; }
  Lanes& operator*=(Lanes b) { return *this = *this * b; }
  Lanes& operator/=(Lanes b) { return *this = *this / b; }

  friend Mask<Arch> operator<(Lanes a, Lanes b) { return {a.native < b.native}; }
  friend Mask<Arch> operator>(Lanes a, Lanes b) { return {b.native < a.native}; }
  friend Mask<Arch> operator<=(Lanes a, Lanes b) { return {a.native <= b.native}; }
  friend Mask<Arch> operator>=(Lanes a, Lanes b) { return {b.native <= a.native}; }
  friend Mask<Arch> operator==(Lanes a, Lanes b) { return {a.native == b.native}; }
};

template <class T>
struct IsLanes : std::false_type {};
template <class Arch>
struct IsLanes<Lanes<Arch>> : std::true_type {};

// What formulas are finally computed in: double or lanes.
template <class T>
concept Number = std::same_as<T, double> || IsLanes<T>::value;

// How many doubles a T holds.
template <Number T>
inline constexpr std::size_t width = sizeof(T) / sizeof(double);

// Unaligned; `from` and `to` hold width<T> doubles.
template <Number T>
T load(const double* from) {
  if constexpr (IsLanes<T>::value)
    return T(T::Native::load_unaligned(from));
  else
    return *from;
}
inline void store(double* to, double value) { *to = value; }
template <class Arch>
void store(double* to, Lanes<Arch> value) {
  value.native.store_unaligned(to);
}

// Lane by lane `condition ? a : b`; both are computed.
inline double select(bool condition, double a, double b) { return condition ? a : b; }
template <class Arch>
Lanes<Arch> select(Mask<Arch> condition, std::type_identity_t<Lanes<Arch>> a,
                   std::type_identity_t<Lanes<Arch>> b) {
  return Lanes<Arch>(xsimd::select(condition.native, a.native, b.native));
}

// The smaller and the larger; the second if they compare neither way (equal, or one is
// NaN), which is what minpd and maxpd do.
inline double min(double a, double b) { return a < b ? a : b; }
inline double max(double a, double b) { return a > b ? a : b; }
template <class Arch>
Lanes<Arch> min(Lanes<Arch> a, std::type_identity_t<Lanes<Arch>> b) {
  return Lanes<Arch>(xsimd::min(a.native, b.native));
}
template <class Arch>
Lanes<Arch> max(Lanes<Arch> a, std::type_identity_t<Lanes<Arch>> b) {
  return Lanes<Arch>(xsimd::max(a.native, b.native));
}

// Correctly rounded, as IEEE 754 asks of the hardware; NaN below 0.
inline double sqrt(double a) { return std::sqrt(a); }
template <class Arch>
Lanes<Arch> sqrt(Lanes<Arch> a) {
  return Lanes<Arch>(xsimd::sqrt(a.native));
}

}  // namespace fogline
