// SPDX-License-Identifier: MIT
// Measurements, described and made.
#include "fogline/engine/laboratory/measurement.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/roster.hpp"
#include "fogline/engine/laboratory/critical_shares.hpp"
#include "fogline/engine/laboratory/principal_plane.hpp"
#include "fogline/engine/laboratory/saddle_escape.hpp"

namespace fogline {
namespace {

constexpr std::string_view walks[] = {"race", "random_walk", "scattered"};
constexpr std::string_view disturbances[] = {"total", "per_coordinate"};
constexpr double most_int = 2147483647;

Param dimensions_param(int& member, double low, double high) {
  return integer("dimensions", member, {low, high, Scale::log}, {low, high}, "How many variables.");
}

Param samples_param(int& member, std::string_view help) {
  return integer("samples", member, {100, 20'000, Scale::log}, {1, 20'000}, help);
}

Param seed_param(int& member) {
  return integer("seed", member, {1, 99}, {0, most_int}, "Of everything random.");
}

Param noise_param(double& member) {
  return real("noise", member, {0, 0.1}, {0, 1e6}, "Of every slope: its standard deviation.");
}

using Work = std::function<std::optional<double>(Clock::time_point)>;

Work exactly(double value) {
  return [value](Clock::time_point) { return std::optional(value); };
}

Work work(const MinimaShare& m) {
  return [census = FieldCensus(m.dimensions, static_cast<std::uint64_t>(m.seed), m.samples)](
             Clock::time_point deadline) mutable {
    return census.advance(deadline) ? std::optional(census.minima().share) : std::nullopt;
  };
}

Work work(const NewtonMinimaShare& m) {
  return [census = NewtonCensus(m.dimensions, static_cast<std::uint64_t>(m.seed), m.samples)](
             Clock::time_point deadline) mutable -> std::optional<double> {
    if (!census.advance(deadline)) return std::nullopt;
    return census.converged() > 0 ? static_cast<double>(census.by_index()[0]) / census.converged()
                                  : std::nan("");
  };
}

Work work(const StyblinskiTangMinimaShare& m) {
  return exactly(styblinski_tang_shares().minima_share(m.dimensions));
}

Work work(const StyblinskiTangMinima& m) {
  return exactly(std::pow(styblinski_tang_shares().minima, m.dimensions));
}

Work work(const StyblinskiTangGlobalBasin& m) {
  return exactly(styblinski_tang_shares().global_share(m.dimensions));
}

Work work(const FallingShare& m) {
  return [loss = m.loss,
          census = FieldCensus(m.dimensions, static_cast<std::uint64_t>(m.seed), m.samples)](
             Clock::time_point deadline) mutable -> std::optional<double> {
    if (!census.advance(deadline)) return std::nullopt;
    const auto levels = census.levels();
    const auto nearest =
        std::min_element(levels.begin(), levels.end(), [&](const auto& a, const auto& b) {
          return std::abs(a.loss - loss) < std::abs(b.loss - loss);
        });
    return nearest->share > 0 ? nearest->index : std::nan("");
  };
}

// Gaussian places one after another: a random walk's own steps, taken each from the origin.
SpacePath scattered(SpacePath walk) {
  const std::size_t n = walk.dimensions;
  for (std::size_t i = walk.place.size(); i-- > n;) walk.place[i] -= walk.place[i - n];
  return walk;
}

double held(const PrincipalPlane& plane) { return plane.first_share + plane.second_share; }

Work work(const PlaneShare& m) {
  const auto n = static_cast<std::size_t>(m.dimensions);
  const auto steps = static_cast<std::uint32_t>(m.steps);
  const auto seed = static_cast<std::uint64_t>(m.seed);
  if (m.walk == static_cast<int>(PlaneShare::Walk::race)) {
    const Space space = make_space(space_ids()[static_cast<std::size_t>(m.landscape)], n, seed);
    return [race = PlaneRace(space, plane_methods(), steps, seed)](
               Clock::time_point deadline) mutable {
      return race.advance(deadline) ? std::optional(held(*race.plane())) : std::nullopt;
    };
  }
  const bool walks_on = m.walk == static_cast<int>(PlaneShare::Walk::random_walk);
  return [=](Clock::time_point) {
    const SpacePath walk = random_walk(n, steps, seed);
    const SpacePath path = walks_on ? walk : scattered(walk);
    return std::optional(held(principal_plane({&path, 1})));
  };
}

Work work(const EscapeSteps& m) {
  const SaddleTrial trial{.n = m.dimensions,
                          .kind = static_cast<Disturbance>(m.disturbance),
                          .offset = m.offset,
                          .noise = m.noise};
  return [trial, trials = static_cast<std::size_t>(m.trials),
          seed = static_cast<std::uint64_t>(m.seed), steps = std::vector<double>()](
             Clock::time_point deadline) mutable -> std::optional<double> {
    while (steps.size() < trials) {
      const auto made =
          escape_steps(trial, seed, static_cast<std::uint32_t>(steps.size()), EscapeSteps::most);
      steps.push_back(made ? *made : HUGE_VAL);
      if (Clock::now() >= deadline && steps.size() < trials) return std::nullopt;
    }
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(trials / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
  };
}

Work work(const ChainSteps& m) {
  return [m](Clock::time_point) -> std::optional<double> {
    const auto steps =
        chain_steps(m.saddles, m.noise, 0.05, static_cast<std::uint64_t>(m.seed), 200'000);
    return steps ? *steps : HUGE_VAL;
  };
}

std::string shown(const Param& p) {
  const bool number = p.kind() == Kind::real || p.kind() == Kind::integer;
  return std::string(p.name) + " " + (number ? number_text(p.get(), 4) : p.text());
}

// Those params that differ from the other's, the first in any case if asked for.
std::string differing(Measurement what, Measurement from, bool first_too) {
  const auto own = params(what), usual = params(from);
  std::string text;
  for (std::size_t i = 0; i < own.size(); ++i)
    if ((first_too && i == 0) || own[i].get() != usual[i].get())
      text += (text.empty() ? "" : ", ") + shown(own[i]);
  return text;
}

MeasurementInfo info_of(const Measurement& what) {
  return std::visit([](const auto& m) { return m.info; }, what);
}

}  // namespace

std::vector<Param> MinimaShare::params() {
  return {dimensions_param(dimensions, 1, FieldCensus::most_dimensions),
          samples_param(samples, "Matrices drawn."), seed_param(seed)};
}

std::vector<Param> NewtonMinimaShare::params() {
  return {dimensions_param(dimensions, 1, NewtonCensus::most_dimensions),
          samples_param(samples, "Starts."), seed_param(seed)};
}

std::vector<Param> StyblinskiTangMinimaShare::params() {
  return {dimensions_param(dimensions, 1, most_dimensions)};
}

std::vector<Param> StyblinskiTangMinima::params() {
  return {dimensions_param(dimensions, 1, most_dimensions)};
}

std::vector<Param> StyblinskiTangGlobalBasin::params() {
  return {dimensions_param(dimensions, 1, most_dimensions)};
}

std::vector<Param> FallingShare::params() {
  return {dimensions_param(dimensions, 1, FieldCensus::most_dimensions),
          real("loss", loss, {-2, 2}, {-FieldCensus::widest, FieldCensus::widest},
               "Of the critical points, in standard deviations / sqrt(n)."),
          samples_param(samples, "Matrices drawn."), seed_param(seed)};
}

std::vector<Param> PlaneShare::params() {
  return {choice("walk", walk, walks, "Who walks."),
          choice("landscape", landscape, space_ids(), "Of a race."),
          dimensions_param(dimensions, 2, most_dimensions),
          integer("steps", steps, {10, 1000, Scale::log}, {2, 1000}, "Of each walk."),
          seed_param(seed)};
}

std::vector<Param> EscapeSteps::params() {
  return {dimensions_param(dimensions, 2, most_dimensions),
          choice("disturbance", disturbance, disturbances,
                 "What stays the same for all numbers of dimensions."),
          real("offset", offset, {1e-6, 1, Scale::log}, {0, 1e6}, "From the saddle."),
          noise_param(noise),
          integer("trials", trials, {1, 41}, {1, 101}, "Of which the middle one is taken."),
          seed_param(seed)};
}

std::vector<Param> ChainSteps::params() {
  return {integer("saddles", saddles, {2, 10}, {2, 10}, "Length of the chain."), noise_param(noise),
          seed_param(seed)};
}

Measurement make_measurement(std::string_view id) {
  return make_by_id<Measurement>(id, "measurement");
}

std::vector<Param> params(Measurement& measurement) {
  return std::visit([](auto& m) { return m.params(); }, measurement);
}

std::string words(const Measurement& measurement) {
  const MeasurementInfo info = info_of(measurement);
  return std::string(info.name) + ", " + differing(measurement, make_measurement(info.id), true);
}

std::string difference(const Measurement& measurement, const Measurement& from) {
  if (measurement.index() != from.index()) return words(measurement);
  return differing(measurement, from, false);
}

std::vector<Optimizer> plane_methods() {
  return {GradientDescent{.learning_rate = 1e-3}, Momentum{.learning_rate = 1e-4},
          Adam{.learning_rate = 0.05}};
}

Measuring::Measuring(const Measurement& what)
    : work_(std::visit([](const auto& m) { return work(m); }, what)) {}

bool Measuring::advance(Clock::time_point deadline) {
  if (!value_) value_ = work_(deadline);
  return value_.has_value();
}

}  // namespace fogline
