// SPDX-License-Identifier: MIT
// Places of walkers, a radius, and a share of time.
#include "gui/panels/fog.hpp"

#include <algorithm>
#include <cmath>

#include "gui/panels/motion.hpp"

namespace fogline::gui {
namespace {

constexpr double share_of_diagonal = 0.09, lift_seconds = 1.2;
constexpr double clear_share = 0.6;  // of the radius, within which nothing is hidden

std::vector<Vec2> walkers(const Workbench& bench, std::optional<std::size_t> only) {
  const auto& racers = bench.session.experiment.racers;
  std::vector<Vec2> places;
  for (std::size_t i = 0; i < std::min(racers.size(), bench.race.size()); ++i) {
    if (!racers[i].visible || (only && *only != i)) continue;
    const std::uint32_t step = bench.race.step_at(i, bench.session.view.playhead);
    places.push_back(bench.race[i].at(step).x);
  }
  return places;
}

// How far from the nearest walker any ground of the domain may lie; at least the diagonal.
double farthest(const std::vector<Vec2>& places, const Box& box) {
  double reach = HUGE_VAL;
  for (const Vec2 p : places) {
    const Vec2 away{std::max(std::abs(p.x - box.low.x), std::abs(p.x - box.high.x)),
                    std::max(std::abs(p.y - box.low.y), std::abs(p.y - box.high.y))};
    if (is_finite(p)) reach = std::min(reach, norm(away));
  }
  return std::isfinite(reach) ? reach : box.diagonal();
}

double lifted(const Workbench& bench, double now) {
  const auto& lift = bench.classroom.lift;
  if (!lift || lift->began < 0) return 0;
  const double seconds = bench.classroom.calm ? fade_seconds : lift_seconds;
  return std::clamp((now - lift->began) / seconds, 0.0, 1.0);
}

}  // namespace

double clear_radius(const Experiment& experiment) {
  return share_of_diagonal * domain(experiment.landscape).diagonal();
}

bool is_felt(const Workbench& bench, Vec2 x) {
  const double radius = clear_radius(bench.session.experiment);
  const std::vector<Vec2> places = walkers(bench, {});
  return std::any_of(places.begin(), places.end(), [&](Vec2 p) { return norm(x - p) <= radius; });
}

void set_fog(Workbench& bench, bool on) {
  bool& fog = bench.session.view.fog;
  bench.classroom.lift.reset();
  if (fog && !on) {
    bench.classroom.lift = Lift{};
    bench.hints.lifted = true;
  }
  fog = on;
}

void advance_lift(Workbench& bench, double now) {
  auto& lift = bench.classroom.lift;
  if (!lift) return;
  if (lift->began < 0) lift->began = now;
  if (lifted(bench, now) >= 1) lift.reset();
}

std::optional<render::Fog> fog_in(const Workbench& bench, double now,
                                  std::optional<std::size_t> racer) {
  if (!bench.session.view.fog && !bench.classroom.lift) return std::nullopt;
  const std::vector<Vec2> places = walkers(bench, racer);
  render::Fog fog;
  for (const Vec2 p : places)
    if (is_finite(p)) fog.walkers.emplace_back(p.x, p.y);
  double radius = clear_radius(bench.session.experiment);
  if (bench.classroom.lift) {
    const double t = eased(lifted(bench, now));
    const double all = farthest(places, domain(bench.session.experiment.landscape)) / clear_share;
    if (bench.classroom.calm || fog.walkers.empty())
      fog.opacity = static_cast<float>(1 - t);
    else
      radius += t * (std::max(all, radius) - radius);
  }
  fog.radius = static_cast<float>(radius);
  return fog;
}

}  // namespace fogline::gui
