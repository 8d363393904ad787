// SPDX-License-Identifier: MIT
// Curves as CSV.
#include <algorithm>
#include <cmath>

#include "engine/curve_applies.hpp"
#include "fogline/core/text.hpp"

namespace fogline {
namespace {

std::string quoted(const std::string& name) {
  if (name.find_first_of(",\"\r\n") == std::string::npos) return name;
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

bool is_listed(const CurveInfo& q, bool with_map) { return with_map || !q.of_map; }

// Of each quantity that is listed whether the walk has it: what it has not is never walked for.
std::vector<std::pair<CurveOf, bool>> columns(const Trajectory& walk, const Survey& map,
                                              bool with_map) {
  std::vector<std::pair<CurveOf, bool>> all;
  for (const CurveInfo& q : quantities())
    if (is_listed(q, with_map)) all.emplace_back(q.quantity, applies(walk, q.quantity, map));
  return all;
}

}  // namespace

std::string curve_table(const Experiment& e, const Race& race, double playhead, bool with_map) {
  std::string text = "racer,step,cost,x,y";
  for (const CurveInfo& q : quantities())
    if (is_listed(q, with_map)) text += "," + std::string(q.id);
  text += "\n";
  for (std::size_t i = 0; i < std::min(race.size(), e.racers.size()); ++i) {
    const Trajectory& walk = race[i];
    const std::string name = quoted(e.racers[i].name);
    const auto listed = columns(walk, race.survey(), with_map);
    walk.for_each_glimpse(race.step_at(i, playhead), [&](const Glimpse& g) {
      text += name + "," + std::to_string(g.step) + "," + number_text(walk.cost(g.step, e.prices)) +
              "," + number_text(g.x.x) + "," + number_text(g.x.y);
      for (const auto& [quantity, has] : listed) {
        const double value = has ? reading(walk, quantity, g.step, race.survey()) : NAN;
        text += "," + (std::isnan(value) ? std::string() : number_text(value));
      }
      text += "\n";
    });
  }
  return text;
}

}  // namespace fogline
