// SPDX-License-Identifier: MIT
// Checked access to JSON. nlohmann's exceptions end here.
#include "json_field.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "fogline/core/roster.hpp"
#include "fogline/core/text.hpp"

namespace fogline {
namespace {

using nlohmann::json;

constexpr int most_levels = 64;

// The line and column, counted from 1, of a byte.
std::string line_and_column(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - start + 1);
}

// Watches a parse and builds nothing: refuses too many levels, keys given twice and numbers out of
// range. (Given as a callback to a parse that builds, these checks took the square of the time.)
struct Guard {
  std::string_view text;
  std::vector<std::set<std::string>> keys;  // of the objects that are open
  int depth = 0;

  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(json::number_integer_t) { return true; }
  bool number_unsigned(json::number_unsigned_t) { return true; }
  bool number_float(json::number_float_t, const std::string&) { return true; }
  bool string(std::string&) { return true; }
  bool binary(json::binary_t&) { return true; }
  bool start_array(std::size_t) {
    if (++depth > most_levels)
      throw std::invalid_argument("nested more than 64 levels deep; a session needs 6");
    return true;
  }
  bool end_array() { return --depth >= 0; }
  bool start_object(std::size_t size) {
    keys.emplace_back();
    return start_array(size);
  }
  bool end_object() {
    keys.pop_back();
    return end_array();
  }
  bool key(const std::string& key) {
    if (keys.back().insert(key).second) return true;
    throw std::invalid_argument("the key '" + excerpt(key) +
                                "' stands twice in one object; remove one");
  }
  bool parse_error(std::size_t byte, const std::string&, const json::exception& error) {
    const std::string place = line_and_column(text, byte) + ": ";
    constexpr int out_of_range = 406;  // nlohmann's id
    if (error.id == out_of_range)
      throw std::invalid_argument(place +
                                  "a number is too large to be read; write one below 1.8e308");
    const std::size_t from = std::min(byte > 12 ? byte - 12 : 0, text.size());
    throw std::invalid_argument(place + "not valid JSON; the text around there is '" +
                                excerpt(text.substr(from, 24)) + "'");
  }
};

}  // namespace

json parse_json(std::string_view text) {
  Guard guard{.text = text};
  json::sax_parse(text.begin(), text.end(), &guard);
  return json::parse(text.begin(), text.end());
}

void JsonField::fail(const std::string& sentence) const {
  throw std::invalid_argument(path.empty() ? sentence : path + ": " + sentence);
}

void JsonField::check_keys(const std::vector<std::string_view>& known) const {
  if (!value.is_object())
    fail("must be an object in braces, not " + std::string(value.type_name()));
  for (const auto& item : value.items())
    if (std::find(known.begin(), known.end(), item.key()) == known.end())
      fail(unknown_name("key", item.key(), known));
}

JsonField JsonField::operator[](const char* key) const {
  return {value.at(key), path.empty() ? key : path + "." + key};
}

std::vector<JsonField> JsonField::elements(std::size_t most) const {
  if (!value.is_array()) fail("must be a list in brackets, not " + std::string(value.type_name()));
  if (value.size() > most)
    fail("has " + std::to_string(value.size()) + " entries; at most " + std::to_string(most) +
         " are allowed");
  std::vector<JsonField> all;
  for (std::size_t i = 0; i < value.size(); ++i)
    all.push_back({value[i], path + "[" + std::to_string(i) + "]"});
  return all;
}

double JsonField::number() const {
  if (!value.is_number())
    fail("must be a number, not " +
         excerpt(value.dump(-1, ' ', false, json::error_handler_t::replace)));
  const double number = value.get<double>();
  if (!std::isfinite(number)) fail("must be a finite number");
  return number;
}

double JsonField::number(double low, double high) const {
  const double n = number();
  if (!(n >= low && n <= high))
    fail("must be from " + number_text(low) + " to " + number_text(high) + ", not " +
         number_text(n));
  return n;
}

std::uint64_t JsonField::natural() const {
  if (value.is_number_unsigned()) return value.get<std::uint64_t>();
  const double n = number();
  if (!(n >= 0 && n < 0x1p64 && n == std::floor(n)))
    fail("must be a whole number from 0 to 2^64 - 1, not " + number_text(n));
  return static_cast<std::uint64_t>(n);
}

bool JsonField::boolean() const {
  if (!value.is_boolean()) fail("must be true or false");
  return value.get<bool>();
}

std::string JsonField::text(std::size_t most_bytes) const {
  if (!value.is_string()) fail("must be a text in quotes");
  const auto& text = value.get_ref<const std::string&>();
  if (text.size() > most_bytes)
    fail("has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(most_bytes) +
         " are allowed");
  return text;
}

std::size_t JsonField::one_of(std::string_view kind,
                              const std::vector<std::string_view>& known) const {
  const std::string name = text(largest_text);
  const auto found = std::find(known.begin(), known.end(), name);
  if (found == known.end()) fail(unknown_name(kind, name, known));
  return static_cast<std::size_t>(found - known.begin());
}

}  // namespace fogline
