// SPDX-License-Identifier: MIT
// Numbers as the interface shows them and as people type them; never dependent on the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fogline::gui {

// At most 4 significant digits, a real minus sign (U+2212), "1e6" beyond; infinities as signs, NaN
// as "NaN".
std::string short_number(double value);

// A whole number with all its digits and a real minus sign; `value` is rounded first.
std::string whole_number(double value);

// The shortest text that reads back as the same double, in ASCII: for tooltips and the clipboard.
std::string full_number(double value);

// `value` rounded to `digits` significant digits; what is not finite stays.
double rounded(double value, int digits);

// A typed number, or a sentence that says what to write instead.
struct TypedNumber {
  std::optional<double> value;
  std::string complaint;
};

// Accepts surrounding spaces, a leading plus and either minus sign. Refuses infinities, NaN and
// what does not fit into a double.
TypedNumber parse_number(std::string_view text);

}  // namespace fogline::gui
