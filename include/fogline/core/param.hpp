// SPDX-License-Identifier: MIT
// A parameter described once: name, the member that holds it, what a slider offers, what is
// refused, and a line of help. Interface, command line, session files, documentation and property
// tests all derive from these descriptions.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fogline {

enum class Scale { linear, log };

// What a slider offers. Typed values may lie outside; only `Interval` refuses.
struct Range {
  double min = 0, max = 1;
  Scale scale = Scale::linear;
};

// The values for which the formula or rule is defined; anything else is refused. Never contains NaN
// or infinities.
struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool open_low = false, open_high = false;

  bool contains(double value) const;
  std::string text() const;  // "in [0, 1)", "finite", "greater than 0"
};

inline constexpr Interval any_finite{};
inline constexpr Interval positive{.low = 0, .open_low = true};
inline constexpr Interval non_negative{.low = 0};
inline constexpr Interval unit_half_open{
    .low = 0, .high = 1, .open_high = true};  // [0, 1): decay rates

enum class Kind { real, integer, on_off, choice };

// A view of one member of one instance: take it, use it, never store it. `get` and `set` speak
// double for every kind: an on_off is 0 or 1, a choice is the index into `choices`.
struct Param {
  std::string_view name;
  std::variant<double*, int*, bool*> member;
  Range range;
  Interval valid;
  std::string_view help;
  std::span<const std::string_view> choices{};
  // Where something derives from the member: brings the owner up to date; see `after`.
  void* owner = nullptr;
  void (*refresh)(void* owner) = nullptr;
  bool idle = false;  // has no effect beside the other params; the interface leaves it out

  Kind kind() const;
  double get() const;
  // Refreshes the owner, if asked to. Throws std::invalid_argument with a sentence that says what
  // is allowed; the member then keeps its value and nothing is refreshed.
  void set(double value) const;
  // Reads a number, a choice's name, or true/false; throws like `set`.
  void set_text(std::string_view text) const;
  std::string text() const;  // 17 significant digits, a choice's name, or true/false
};

Param real(std::string_view name, double& member, Range range, Interval valid,
           std::string_view help);
Param integer(std::string_view name, int& member, Range range, Interval valid,
              std::string_view help);
Param on_off(std::string_view name, bool& member, std::string_view help);
// `choices` must have static storage; `member` is the index of the chosen one.
Param choice(std::string_view name, int& member, std::span<const std::string_view> choices,
             std::string_view help);

// `param`, after each successful set of which (owner.*refresh)() is called: for members from which
// others or tables derive. What is taken of the owner's params before such a set may be stale, even
// which there are: take them again.
template <auto refresh, class Owner>
Param after(Param param, Owner& owner) {
  param.owner = &owner;
  param.refresh = [](void* o) { (static_cast<Owner*>(o)->*refresh)(); };
  return param;
}

// `param`, idle unless `in_use`.
inline Param only_if(bool in_use, Param param) {
  param.idle = !in_use;
  return param;
}

// Calls f(param) for each of the params that take() returns, in their order, taken again for each:
// so what is set may depend on what was set before.
template <class Take, class F>
void for_each_param(const Take& take, const F& f) {
  for (std::size_t i = 0; i < take().size(); ++i) f(take()[i]);
}

// Whether all params of two things of one type (with `std::vector<Param> params()`) are equal.
template <class T>
bool same_params(T a, T b) {
  const auto pa = a.params(), pb = b.params();
  if (pa.size() != pb.size()) return false;
  for (std::size_t i = 0; i < pa.size(); ++i)
    if (pa[i].get() != pb[i].get()) return false;
  return true;
}

}  // namespace fogline
