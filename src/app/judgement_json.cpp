// SPDX-License-Identifier: MIT
// The members of Evidence by their names.
#include "app/judgement_json.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

json number(std::optional<double> value) { return value ? json(*value) : json(nullptr); }
json point(Vec2 p) { return {p.x, p.y}; }

json shares_json(const std::optional<Shares>& shares) {
  if (!shares) return nullptr;
  json valleys = json::array();
  for (const Shares::Valley& v : shares->valleys)
    valleys.push_back({{"place", point(v.x)}, {"loss", v.loss}, {"copies", v.copies}});
  return {{"copies", shares->copies},
          {"spread", shares->spread},
          {"loss_range", shares->loss_range},
          {"loss_of_mean", shares->loss_of_mean},
          {"valleys", valleys}};
}

}  // namespace

json evidence_json(const Evidence& e) {
  const json curvatures = e.curvature ? json{e.curvature->low, e.curvature->high} : json(nullptr);
  const json directions =
      e.curvature ? json{point(e.curvature->low_direction), point(e.curvature->high_direction)}
                  : json(nullptr);
  return {{"place", point(e.place)},
          {"loss", number(e.loss)},
          {"slope", number(e.slope)},
          {"newton_step", number(e.newton_step)},
          {"curvatures", curvatures},
          {"directions", directions},
          {"condition", number(e.condition)},
          {"degenerate", e.degenerate},
          {"cusp", e.cusp},
          {"window", e.window},
          {"displacement", e.displacement},
          {"progress", e.progress},
          {"hover", number(e.hover)},
          {"rate", number(e.rate)},
          {"sharpness", number(e.sharpness)},
          {"rate_limit", number(e.rate_limit)},
          {"best_rate", number(e.best_rate)},
          {"best_momentum", number(e.best_momentum)},
          {"gap", number(e.gap)},
          {"nearest_distance", number(e.nearest_distance)},
          {"nearest_gap", number(e.nearest_gap)},
          {"shift", number(e.shift)},
          {"temperature", number(e.temperature)},
          {"barrier", number(e.barrier)},
          {"shares", shares_json(e.shares)}};
}

}  // namespace fogline::app
