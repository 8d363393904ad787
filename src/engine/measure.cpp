// SPDX-License-Identifier: MIT
// Numbers read off a race.
#include <cmath>
#include <stdexcept>

#include "fogline/core/roster.hpp"
#include "fogline/engine/claim.hpp"
#include "racer_by_name.hpp"

namespace fogline {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// One racer at the playhead: of an ensemble the copy with the lowest answer.
struct Subject {
  const Experiment& experiment;
  const Race& race;
  std::size_t racer = 0;
  double playhead = 0;

  std::size_t copy() const { return race.best_copy(racer, playhead); }
  const Trajectory& walk() const { return race.copies(racer)[copy()]; }
  std::uint32_t step() const { return race.step_at(racer, playhead, copy()); }
  Iterate answer() const { return walk().answer(step()); }
};

bool is_at(const Target& target, const Subject& s, const Iterate& here) {
  if (target.place) return norm(here.x - *target.place) <= target.within;
  if (target.loss) return here.loss <= *target.loss;
  const Survey& map = s.race.survey();
  return map.lowest && map.domain.contains(here.x) &&
         here.loss - *map.lowest <= s.experiment.finish * map.relief;
}

std::optional<std::uint32_t> first_step_at(const Target& target, const Subject& s) {
  const Trajectory& t = s.walk();
  const std::uint32_t last = s.step();
  for (std::uint32_t k = 0; k <= last; ++k)
    if (is_at(target, s, t.at(k))) return k;
  return std::nullopt;
}

double count(Event event, const Subject& s) {
  double n = 0;
  const std::uint32_t last = s.step();
  for (std::uint32_t k = 1; k <= last; ++k) n += has(s.walk().at(k).event, event) ? 1 : 0;
  return n;
}

double share(const Target& target, const Subject& s) {
  double n = 0;
  const auto copies = s.race.copies(s.racer);
  for (std::size_t i = 0; i < copies.size(); ++i)
    n += is_at(target, s, copies[i].answer(s.race.step_at(s.racer, s.playhead, i))) ? 1 : 0;
  return n / static_cast<double>(copies.size());
}

double valleys(const Subject& s) {
  const auto shares = judge(s.experiment, s.race, s.racer, s.playhead).evidence.shares;
  return shares ? static_cast<double>(shares->valleys.size()) : 1;
}

double wander(const Subject& s) {
  const Trajectory& t = s.walk();
  const std::uint32_t last = s.step();
  const Vec2 end = t.at(last).x;
  double farthest = 0;
  for (std::uint32_t k = last - last / 10; k <= last; ++k)
    farthest = std::max(farthest, norm(t.at(k).x - end));
  return farthest;
}

double detour(const Subject& s) {
  const Trajectory& t = s.walk();
  const std::uint32_t last = s.step();
  double length = 0;
  for (std::uint32_t k = 1; k <= last; ++k) length += norm(t.at(k).x - t.at(k - 1).x);
  const double beeline = norm(t.at(last).x - t.at(0).x);
  return beeline > 0 ? length / beeline : never;
}

double validation_loss(const Subject& s) {
  const Gear& gear = s.walk().gear();
  const Iterate answer = s.answer();
  return gear.dressing ? gear.dressing->validation(answer.loss, answer.x) : answer.loss;
}

double distance(const Measure& measure, const Subject& s) {
  const Vec2 end = s.answer().x;
  if (measure.neighbour.empty()) return norm(end - *measure.target.place);
  Subject other = s;
  other.racer = racer_by_name(s.experiment, measure.neighbour);
  return norm(end - other.answer().x);
}

}  // namespace

double measured(const Measure& m, const std::string& racer, const Experiment& experiment,
                const Race& race, double playhead) {
  const Subject s{experiment, race, racer_by_name(experiment, racer), playhead};
  switch (m.quantity) {
    case Quantity::loss:
      return s.answer().loss;
    case Quantity::gap:
      return race.survey().lowest ? s.answer().loss - *race.survey().lowest : never;
    case Quantity::steps: {
      const auto step = first_step_at(m.target, s);
      return step ? *step : never;
    }
    case Quantity::cost: {
      const auto step = first_step_at(m.target, s);
      return step ? s.walk().cost(*step, experiment.prices) : never;
    }
    case Quantity::distance:
      return distance(m, s);
    case Quantity::made:
      return s.step();
    case Quantity::restarts:
      return count(Event::restart, s);
    case Quantity::uphill:
      return count(Event::uphill, s);
    case Quantity::valleys:
      return valleys(s);
    case Quantity::share:
      return share(m.target, s);
    case Quantity::wander:
      return wander(s);
    case Quantity::detour:
      return detour(s);
    case Quantity::validation_loss:
      return validation_loss(s);
  }
  return never;
}

}  // namespace fogline
