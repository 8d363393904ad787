// SPDX-License-Identifier: MIT
// Numbers as text and back, independent of the locale, and the small helpers from which messages
// are made.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fogline {

// The shortest text that reads back to the same bits (at most 17 significant digits); "nan", "inf",
// "-inf".
std::string number_text(double value);
// Exactly `digits` significant digits where needed ("%.*g"), in the C locale.
std::string number_text(double value, int digits);
// The whole of `text` as a finite number, or nothing. Takes no surrounding blanks and no
// hexadecimal.
std::optional<double> parse_number(std::string_view text);
std::optional<long long> parse_integer(std::string_view text);
std::optional<std::uint64_t> parse_natural(std::string_view text);

// `text` as it may be quoted in a message: at most 80 characters, control characters and invalid
// UTF-8 replaced by '?'.
std::string excerpt(std::string_view text);
bool is_valid_utf8(std::string_view text);
// The beginning of valid UTF-8 `text`, at most `bytes` long, no character cut in two.
std::string_view cut(std::string_view text, std::size_t bytes);
std::string join(std::span<const std::string_view> parts, std::string_view separator);

}  // namespace fogline
