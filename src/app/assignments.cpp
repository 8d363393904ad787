// SPDX-License-Identifier: MIT
// Splitting and checking command-line assignments.
#include "app/assignments.hpp"

#include <algorithm>
#include <stdexcept>

#include "fogline/core/roster.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/session.hpp"

namespace fogline::app {
namespace {

struct Assignment {
  std::string_view name, value;
};

Assignment split(std::string_view text, const std::string& option) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos)
    throw std::invalid_argument(option + ": write NAME=VALUE, not '" + excerpt(text) + "'");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

void check_names(const std::vector<Assignment>& assignments, const std::vector<Param>& params,
                 const std::string& option) {
  std::vector<std::string_view> known;
  for (const Param& p : params) known.push_back(p.name);
  for (const Assignment& a : assignments)
    if (std::find(known.begin(), known.end(), a.name) == known.end())
      throw std::invalid_argument(option + ": " + unknown_name("parameter", a.name, known));
}

// An axis named on the command line, with what was assigned to its params.
struct NamedAxis {
  std::string name;
  std::vector<std::string> assignments;
};

std::vector<NamedAxis> grouped(const std::vector<std::string>& assignments) {
  std::vector<NamedAxis> all;
  for (const std::string& text : assignments) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string name = text.substr(0, dot);
    auto found = std::find_if(all.begin(), all.end(), [&](auto& a) { return a.name == name; });
    if (found == all.end()) found = all.insert(found, {name, {}});
    if (dot < text.size()) found->assignments.push_back(text.substr(dot + 1));
  }
  return all;
}

}  // namespace

void assign(const std::function<std::vector<Param>()>& take,
            const std::vector<std::string>& assignments, const std::string& option) {
  std::vector<Assignment> all;
  for (const std::string& text : assignments) all.push_back(split(text, option));
  try {
    for_each_param(take, [&](const Param& p) {
      for (const Assignment& a : all)
        if (a.name == p.name) p.set_text(a.value);
    });
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(option + ": " + error.what());
  }
  check_names(all, take(), option);
}

Axes read_axes(const std::vector<std::string>& assignments, const Optimizer& optimizer) {
  Racer racer{.optimizer = optimizer};
  for (const NamedAxis& named : grouped(assignments)) {
    const std::string option = "--axis " + named.name;
    std::vector<std::string_view> known;
    bool found = false;
    racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
      known.push_back(Axis::info.id);
      if (named.name != Axis::info.id) return;
      found = true;
      if (!meets(optimizer, Axis::need))
        throw std::invalid_argument(option + ": " + unmet(optimizer, Axis::need));
      axis.emplace();
      assign([&] { return axis->params(); }, named.assignments, option);
    });
    if (!found) throw std::invalid_argument("--axis: " + unknown_name("axis", named.name, known));
    if (racer.warm_start || racer.ensemble)
      throw std::invalid_argument(option +
                                  ": needs a race; give it to a racer of a session file, "
                                  "and use 'fogline race'");
  }
  return racer.axes;
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

Box read_box(const std::string& text, const std::string& option) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const auto number = parse_number(std::string_view(text).substr(at, comma - at));
    if (number) numbers.push_back(*number);
    at = comma + 1;
  }
  const auto commas = std::count(text.begin(), text.end(), ',');
  if (commas != 3 || numbers.size() != 4)
    throw std::invalid_argument(option + ": write four finite numbers, X0,X1,Y0,Y1, not '" +
                                excerpt(text) + "'");
  const Box box{{numbers[0], numbers[2]}, {numbers[1], numbers[3]}};
  const Vec2 size = box.size();
  if (!(size.x > 0 && size.y > 0) || !std::isfinite(box.diagonal()))
    throw std::invalid_argument(option + ": X0 must be less than X1, and Y0 less than Y1, not '" +
                                excerpt(text) + "'");
  return box;
}

}  // namespace fogline::app
