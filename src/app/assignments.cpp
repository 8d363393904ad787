// SPDX-License-Identifier: MIT
// Splitting and checking command-line assignments.
#include "app/assignments.hpp"

#include <algorithm>
#include <stdexcept>

#include "fogline/core/roster.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {
namespace {

void assign_one(const std::vector<Param>& params, std::string_view key, std::string_view value,
                const std::string& option) {
  std::vector<std::string_view> known;
  for (const Param& p : params) {
    if (p.name != key) {
      known.push_back(p.name);
      continue;
    }
    try {
      p.set_text(value);
    } catch (const std::invalid_argument& error) {
      throw std::invalid_argument(option + ": " + error.what());
    }
    return;
  }
  throw std::invalid_argument(option + ": " + unknown_name("parameter", key, known));
}

}  // namespace

void assign(const std::vector<Param>& params, const std::vector<std::string>& assignments,
            const std::string& option) {
  for (const std::string& text : assignments) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
      throw std::invalid_argument(option + ": write NAME=VALUE, not '" + excerpt(text) + "'");
    assign_one(params, std::string_view(text).substr(0, equals),
               std::string_view(text).substr(equals + 1), option);
  }
}

Axes read_axes(const std::vector<std::string>& assignments) {
  Axes axes;
  for (const std::string& text : assignments) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string name = text.substr(0, dot);
    std::vector<std::string_view> known;
    bool found = false;
    axes.visit([&]<class Axis>(std::optional<Axis>& axis) {
      known.push_back(Axis::info.id);
      if (name != Axis::info.id) return;
      found = true;
      if (!axis) axis.emplace();
      if (dot < text.size()) assign(axis->params(), {text.substr(dot + 1)}, "--axis " + name);
    });
    if (!found) throw std::invalid_argument("--axis: " + unknown_name("axis", name, known));
  }
  return axes;
}

Vec2 read_point(const std::string& text, const std::string& option) {
  const std::size_t comma = std::min(text.find(','), text.size());
  const auto x = parse_number(std::string_view(text).substr(0, comma));
  const auto y = parse_number(std::string_view(text).substr(std::min(comma + 1, text.size())));
  if (!x || !y)
    throw std::invalid_argument(option + ": write two finite numbers, X,Y, not '" + excerpt(text) +
                                "'");
  return {*x, *y};
}

}  // namespace fogline::app
