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

// Watches a parse: refuses too many levels and keys given twice.
struct Guard {
  std::vector<std::set<std::string>> keys;

  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    if (depth > 64)
      throw std::invalid_argument("nested more than 64 levels deep; a session needs 6");
    if (event == json::parse_event_t::object_start) keys.emplace_back();
    if (event == json::parse_event_t::object_end) keys.pop_back();
    if (event == json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second)
      throw std::invalid_argument("the key '" + excerpt(parsed.get<std::string>()) +
                                  "' stands twice in one object; remove one");
    return true;
  }
};

// The line and column, counted from 1, of a byte.
std::string line_and_column(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - start + 1);
}

}  // namespace

json parse_json(std::string_view text) {
  try {
    return json::parse(text.begin(), text.end(), Guard{});
  } catch (const json::parse_error& error) {
    throw std::invalid_argument(
        line_and_column(text, error.byte) + ": not valid JSON; the text around there is '" +
        excerpt(text.substr(std::min(error.byte > 12 ? error.byte - 12 : 0, text.size()), 24)) +
        "'");
  } catch (const json::exception&) {
    throw std::invalid_argument("a number is too large to be read; write one below 1.8e308");
  }
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
