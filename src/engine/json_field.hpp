// SPDX-License-Identifier: MIT
// One place in a JSON file: reads it as what it must be, or says where it is and what it should
// have been.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fogline {

inline constexpr std::size_t largest_text = 64 * 1024;  // bytes

struct JsonField {
  const nlohmann::json& value;
  std::string path;  // "racers[2].optimizer"; empty at the top

  // Throws std::invalid_argument with the path before `sentence`.
  [[noreturn]] void fail(const std::string& sentence) const;

  // Fails unless this is an object with no key outside `known`.
  void check_keys(const std::vector<std::string_view>& known) const;
  bool has(const char* key) const { return value.contains(key); }
  JsonField operator[](const char* key) const;
  std::vector<JsonField> elements(std::size_t most) const;

  double number() const;
  double number(double low, double high) const;
  std::uint64_t natural() const;
  bool boolean() const;
  std::string text(std::size_t most_bytes) const;
  // The index of the text among `known`.
  std::size_t one_of(std::string_view kind, const std::vector<std::string_view>& known) const;
};

// Parses the text of a whole file: at most 64 levels, no key twice, valid UTF-8. Throws
// std::invalid_argument.
nlohmann::json parse_json(std::string_view text);

}  // namespace fogline
