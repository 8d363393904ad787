// SPDX-License-Identifier: MIT
// Trajectories produced with torch.optim on exact gradients: every case of a landscape and an
// optimizer that we have is walked and compared at every recorded step.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr double tolerance = 1e-9;  // relative where the reference exceeds 1, absolute below

nlohmann::json cases() {
  std::ifstream file(FOGLINE_REFERENCE "/trajectories.json");
  REQUIRE(file.good());
  return nlohmann::json::parse(file).at("cases");
}

template <class Roster>
bool has_id(const std::vector<Roster>& roster, const std::string& id) {
  return std::any_of(roster.begin(), roster.end(),
                     [&](const Roster& member) { return info(member).id == id; });
}
bool is_ours(const nlohmann::json& c) {
  return has_id(all_landscapes(), c.at("landscape")) && has_id(all_optimizers(), c.at("optimizer"));
}

double error(double got, double reference) {
  return std::abs(got - reference) / std::max(1.0, std::abs(reference));
}

// The largest error of x, y and loss over the recorded steps.
double largest_error(const nlohmann::json& c) {
  Settings settings;
  for (const auto& [name, value] : c.at("hyperparameters").items())
    settings.emplace_back(name, value);
  const Trajectory t = walked(landscape(c.at("landscape").get<std::string>()),
                              optimizer(c.at("optimizer").get<std::string>(), settings),
                              {c.at("start")[0], c.at("start")[1]}, c.at("steps").back()["step"]);
  double largest = 0;
  for (const auto& row : c.at("steps")) {
    REQUIRE(row["step"] <= t.last());
    const Iterate i = t.at(row["step"]);
    largest = std::max(
        {largest, error(i.x.x, row["x"]), error(i.x.y, row["y"]), error(i.loss, row["loss"])});
  }
  return largest;
}

}  // namespace

TEST_CASE("walks agree with torch at every recorded step") {
  std::map<std::string, int> compared;
  for (const auto& c : cases()) {
    if (!is_ours(c)) continue;
    INFO(c.at("optimizer") << " on " << c.at("landscape"));
    REQUIRE(c.at("steps").size() >= 10);
    CHECK(largest_error(c) <= tolerance);
    ++compared[c.at("optimizer")];
  }
  std::map<std::string, int> all;
  for (const char* id :
       {"gradient_descent", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam",
        "amsgrad", "adamw", "adamax", "nadam", "radam", "rprop"})
    all[id] = 5;
  CHECK(compared == all);
}
