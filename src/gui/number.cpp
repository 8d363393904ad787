// SPDX-License-Identifier: MIT
// Formats and reads numbers with <charconv>.
#include "gui/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace fogline::gui {

namespace {

constexpr std::string_view minus = "\u2212";

std::string chars(double value, int digits) {
  std::array<char, 64> buffer;
  char* const begin = buffer.data();
  char* const end = begin + buffer.size();
  const auto result = digits > 0
                          ? std::to_chars(begin, end, value, std::chars_format::general, digits)
                          : std::to_chars(begin, end, value);
  return std::string(begin, result.ptr);
}

// "1e-05" as "1e-5", "1e+06" as "1e6".
void shorten_exponent(std::string& text) {
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return;
  const bool negative = text[e + 1] == '-';
  const std::size_t digits = text.find_first_not_of("+-0", e + 1);
  text = text.substr(0, e + 1) + (negative ? "-" : "") + text.substr(digits);
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t at; (at = text.find(from)) != std::string_view::npos;) {
    result.append(text.substr(0, at)).append(to);
    text.remove_prefix(at + from.size());
  }
  return result.append(text);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

TypedNumber refuse(std::string sentence) { return {std::nullopt, std::move(sentence)}; }

}  // namespace

std::string short_number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "\u221E" : "\u2212\u221E";
  if (value == 0) return "0";
  std::string text = chars(value, 4);
  shorten_exponent(text);
  return replaced(text, "-", minus);
}

std::string whole_number(double value) {
  if (!std::isfinite(value)) return short_number(value);
  std::array<char, 400> buffer;
  const double whole = std::round(value) + 0.0;  // no negative zero
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), whole,
                                    std::chars_format::fixed, 0);
  return replaced(std::string_view(buffer.data(), result.ptr), "-", minus);
}

std::string full_number(double value) { return value == 0 ? "0" : chars(value, 0); }

double rounded(double value, int digits) {
  if (!std::isfinite(value)) return value;
  const std::string text = chars(value, digits);
  double result = value;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

TypedNumber parse_number(std::string_view text) {
  const std::string ascii = replaced(trimmed(text), minus, "-");
  if (ascii.empty()) return refuse("Type a number.");
  if (ascii.find(',') != std::string::npos) return refuse("Write the decimals after a point: 0.5");
  const char* begin = ascii.data() + (ascii.size() > 1 && ascii[0] == '+' && ascii[1] != '-');
  const char* const end = ascii.data() + ascii.size();
  double value = 0;
  const auto [rest, error] = std::from_chars(begin, end, value);
  if (error == std::errc::result_out_of_range)
    return refuse("This number is too large or too small to compute with.");
  if (error != std::errc{} || rest != end) return refuse("This is not a number.");
  if (!std::isfinite(value)) return refuse("The number must be finite.");
  return {value, {}};
}

}  // namespace fogline::gui
