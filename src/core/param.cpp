// SPDX-License-Identifier: MIT
// Reading, checking and printing described parameters.
#include "fogline/core/param.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "fogline/core/text.hpp"

namespace fogline {
namespace {

std::string shown(const Param& p, std::string_view what) {
  return std::string(p.name) + " must be " + std::string(what);
}

// The number that `text` says, for any kind of param.
double parse(const Param& p, std::string_view text) {
  if (p.kind() == Kind::on_off && (text == "true" || text == "false"))
    return text == "true" ? 1 : 0;
  if (p.kind() == Kind::choice) {
    const auto found = std::find(p.choices.begin(), p.choices.end(), text);
    if (found != p.choices.end()) return static_cast<double>(found - p.choices.begin());
    throw std::invalid_argument(shown(p, "one of " + join(p.choices, ", ")) + ", not '" +
                                excerpt(text) + "'");
  }
  if (const auto number = parse_number(text)) return *number;
  throw std::invalid_argument(
      shown(p, p.kind() == Kind::on_off ? "true or false" : "a finite number") + ", not '" +
      excerpt(text) + "'");
}

bool is_whole(double value) { return value == std::floor(value); }

}  // namespace

bool Interval::contains(double v) const {
  return std::isfinite(v) && (open_low ? v > low : v >= low) && (open_high ? v < high : v <= high);
}

std::string Interval::text() const {
  const bool below = std::isfinite(low), above = std::isfinite(high);
  if (!below && !above) return "a finite number";
  if (below && above)
    return std::string("in ") + (open_low ? '(' : '[') + number_text(low) + ", " +
           number_text(high) + (open_high ? ')' : ']');
  if (below) return (open_low ? "greater than " : "at least ") + number_text(low);
  return (open_high ? "less than " : "at most ") + number_text(high);
}

Kind Param::kind() const {
  if (std::holds_alternative<double*>(member)) return Kind::real;
  if (std::holds_alternative<bool*>(member)) return Kind::on_off;
  return choices.empty() ? Kind::integer : Kind::choice;
}

double Param::get() const {
  return std::visit([](auto* m) { return static_cast<double>(*m); }, member);
}

void Param::set(double value) const {
  if (!valid.contains(value))
    throw std::invalid_argument(shown(*this, valid.text()) + ", not " + number_text(value));
  if (kind() != Kind::real && !is_whole(value))
    throw std::invalid_argument(shown(*this, "a whole number") + ", not " + number_text(value));
  std::visit([value]<class M>(M* m) { *m = static_cast<M>(value); }, member);
  if (refresh != nullptr) refresh(owner);
}

void Param::set_text(std::string_view text) const { set(parse(*this, text)); }

std::string Param::text() const {
  if (kind() == Kind::on_off) return get() != 0 ? "true" : "false";
  if (kind() == Kind::choice) return std::string(choices[static_cast<std::size_t>(get())]);
  return number_text(get());
}

Param real(std::string_view name, double& member, Range range, Interval valid,
           std::string_view help) {
  return {name, &member, range, valid, help};
}

Param integer(std::string_view name, int& member, Range range, Interval valid,
              std::string_view help) {
  valid.low = std::max(valid.low, -2147483648.0);
  valid.high = std::min(valid.high, 2147483647.0);
  return {name, &member, range, valid, help};
}

Param on_off(std::string_view name, bool& member, std::string_view help) {
  return {name, &member, {0, 1}, {.low = 0, .high = 1}, help};
}

Param choice(std::string_view name, int& member, std::span<const std::string_view> choices,
             std::string_view help) {
  const double last = static_cast<double>(choices.size()) - 1;
  return {name, &member, {0, last}, {.low = 0, .high = last}, help, choices};
}

}  // namespace fogline
