// SPDX-License-Identifier: MIT
// Fields, and lines of them.
#include "app/rows.hpp"

#include <algorithm>
#include <cmath>

#include "app/output.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string csv_field(const json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return quoted(value.get<std::string>());
  if (!value.is_number_float()) return value.dump();
  return std::isfinite(value.get<double>()) ? exact(value.get<double>()) : "";
}

std::string table_field(const json& value) {
  if (value.is_null()) return "-";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_number_float()) return value.dump();
  return std::isfinite(value.get<double>()) ? number_text(value.get<double>(), 6) : "-";
}

template <class Field>
std::string joined(const Columns& columns, const Field& field) {
  std::string line;
  for (const std::string& name : columns) line += (line.empty() ? "" : ",") + field(name);
  return line + "\n";
}

}  // namespace

std::string as_csv(const json& rows, const Columns& columns) {
  std::string text = joined(columns, [](const std::string& name) { return name; });
  for (const json& row : rows)
    text += joined(columns, [&](const std::string& name) { return csv_field(row[name]); });
  return text;
}

std::string as_table(const json& rows, const Columns& columns) {
  std::string text;
  const auto line = [&](auto&& field) {
    for (const std::string& name : columns) {
      std::size_t width = name.size();
      for (const json& row : rows) width = std::max(width, table_field(row[name]).size());
      const std::string shown = field(name);
      text += shown + (name == columns.back() ? "\n" : std::string(width - shown.size() + 2, ' '));
    }
  };
  line([](const std::string& name) { return name; });
  for (const json& row : rows)
    line([&](const std::string& name) { return table_field(row[name]); });
  return text;
}

}  // namespace fogline::app
