// SPDX-License-Identifier: MIT
// Rows of named values as text: comma separated for programs, in columns for people.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace fogline::app {

using Columns = std::vector<std::string>;

// A heading and a line for each row. Numbers have 17 digits; what is null or not finite is empty.
std::string as_csv(const nlohmann::ordered_json& rows, const Columns& columns);
// Columns two blanks apart, as wide as their widest entry; the last is not padded. What is null or
// not finite is "-".
std::string as_table(const nlohmann::ordered_json& rows, const Columns& columns);

}  // namespace fogline::app
