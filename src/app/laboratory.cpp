// SPDX-License-Identifier: MIT
// `fogline laboratory`: what many dimensions change, as tables.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/assignments.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/laboratory/critical_shares.hpp"
#include "fogline/engine/laboratory/principal_plane.hpp"
#include "fogline/engine/laboratory/saddle_escape.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

// "1,2,10" as whole numbers between the bounds.
std::vector<int> read_list(const std::string& text, int low, int high, const std::string& option) {
  std::vector<int> all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const auto number = parse_natural(text.substr(at, end - at));
    if (!number || *number < static_cast<std::uint64_t>(low) ||
        *number > static_cast<std::uint64_t>(high))
      throw std::invalid_argument(option + ": '" + excerpt(text) + "' must be whole numbers from " +
                                  std::to_string(low) + " to " + std::to_string(high) +
                                  " with commas between them");
    all.push_back(static_cast<int>(*number));
    at = end + 1;
  }
  return all;
}

json shares(const LaboratoryOptions& o) {
  const SeparableShares separable = styblinski_tang_shares();
  json rows = json::array();
  for (const int n : read_list(o.dimensions, 1, FieldCensus::most_dimensions, "--dimensions")) {
    FieldCensus census(n, o.seed, static_cast<int>(o.samples > 0 ? o.samples : 20'000));
    census.advance();
    json newton = nullptr;
    if (o.starts > 0 && n <= NewtonCensus::most_dimensions) {
      NewtonCensus found(n, o.seed, static_cast<int>(o.starts));
      found.advance();
      if (found.converged() > 0)
        newton = static_cast<double>(found.by_index()[0]) / found.converged();
    }
    rows.push_back({{"dimensions", n},
                    {"minima", census.minima().share},
                    {"error", census.minima().error},
                    {"newton_minima", newton},
                    {"styblinski_tang_minima", separable.minima_share(n)},
                    {"styblinski_tang_global_basin", separable.global_share(n)}});
  }
  return rows;
}

// The middle of the trials; null where half of them never leave.
json usual_steps(const SaddleTrial& trial, const LaboratoryOptions& o) {
  std::vector<std::uint32_t> steps;
  for (std::uint32_t k = 0; k < (o.samples > 0 ? o.samples : 41); ++k)
    steps.push_back(escape_steps(trial, o.seed, k).value_or(~std::uint32_t{0}));
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle == ~std::uint32_t{0} ? json(nullptr) : json(*middle);
}

json escape(const LaboratoryOptions& o) {
  json rows = json::array();
  for (const int n : read_list(o.dimensions, 2, most_dimensions, "--dimensions")) {
    SaddleTrial trial{.n = n, .noise = o.noise};
    json row = {{"dimensions", n}, {"steps_at_fixed_length", usual_steps(trial, o)}};
    trial.kind = Disturbance::per_coordinate;
    row["steps_at_fixed_length_per_coordinate"] = usual_steps(trial, o);
    rows.push_back(row);
  }
  return rows;
}

json chain(const LaboratoryOptions& o) {
  json rows = json::array();
  for (const int n : read_list(o.dimensions, 2, 10, "--dimensions")) {
    const auto steps = chain_steps(n, o.noise, 0.05, o.seed);
    rows.push_back({{"saddles", n}, {"steps", steps ? json(*steps) : json(nullptr)}});
  }
  return rows;
}

void add_rows(json& rows, const std::string& walker, const SpacePath& path,
              const PrincipalPlane& plane) {
  for (std::size_t i = 0; i < path.rows(); ++i) {
    const OnPlane p = project(plane, path.row(i));
    rows.push_back({{"walker", walker},
                    {"step", path.step[i]},
                    {"u", p.u},
                    {"v", p.v},
                    {"distance", p.distance},
                    {"loss", walker == "random walk" ? json(nullptr) : json(path.loss[i])},
                    {"plane_holds", plane.first_share + plane.second_share}});
  }
}

// One walk, and beside it, on a plane of its own, the random walk of as many steps.
json plane(const LaboratoryOptions& o) {
  const int n = read_list(o.dimensions, 2, most_dimensions, "--dimensions").front();
  const Space space = make_space(o.landscape, static_cast<std::size_t>(n), o.seed);
  Optimizer optimizer = make_optimizer(o.optimizer);
  assign([&] { return params(optimizer); }, o.set, "--set");
  const SpacePath path = walk_in_space({space, optimizer, random_start(space, o.seed, 0)},
                                       static_cast<std::uint32_t>(o.steps));
  const SpacePath control = random_walk(space.dimensions(), path.step.back(), o.seed);
  json rows = json::array();
  add_rows(rows, std::string(info(optimizer).id), path, principal_plane({&path, 1}));
  add_rows(rows, "random walk", control, principal_plane({&control, 1}));
  return rows;
}

std::string as_csv(const json& rows) {
  std::string text;
  for (const auto& [name, value] : rows.front().items()) text += (text.empty() ? "" : ",") + name;
  text += "\n";
  for (const json& row : rows) {
    std::string line;
    for (const auto& [name, value] : row.items()) {
      if (&value != &row.front()) line += ",";
      if (value.is_number_float())
        line += exact(value.get<double>());
      else if (value.is_string())
        line += value.get<std::string>();
      else if (!value.is_null())
        line += value.dump();
    }
    text += line + "\n";
  }
  return text;
}

}  // namespace

void laboratory(const LaboratoryOptions& options) {
  const json rows = options.what == "shares"   ? shares(options)
                    : options.what == "escape" ? escape(options)
                    : options.what == "chain"  ? chain(options)
                                               : plane(options);
  Output out(options.out);
  out.write(options.format == "json" ? rows.dump(2) + "\n" : as_csv(rows));
  out.finish();
}

}  // namespace fogline::app
