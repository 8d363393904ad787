// SPDX-License-Identifier: MIT
// The median and the lowest loss of a lattice, and the listed minima.
#include "fogline/engine/survey.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {
namespace {

constexpr int lattice = 32;  // points a side

// The finite losses of the lattice, cell centres, in no order.
std::vector<double> losses(const Landscape& landscape, const Box& box, double time) {
  std::vector<double> x, y, loss(lattice * lattice);
  for (int j = 0; j < lattice; ++j)
    for (int i = 0; i < lattice; ++i) {
      const Vec2 p = box.at((i + 0.5) / lattice, (j + 0.5) / lattice);
      x.push_back(p.x);
      y.push_back(p.y);
    }
  sample(landscape, x, y, loss, {}, {}, best_instruction_set(), time);
  std::erase_if(loss, [](double v) { return !std::isfinite(v); });
  return loss;
}

// The median rather than the highest: a few steep corners would make everything else look flat.
double relief(std::vector<double> loss, std::optional<double> lowest) {
  if (loss.empty()) return 1;
  const auto [low, high] = std::minmax_element(loss.begin(), loss.end());
  const double least = std::min(*low, lowest.value_or(*low)), range = *high - least;
  const auto middle = loss.begin() + static_cast<std::ptrdiff_t>(loss.size() / 2);
  std::nth_element(loss.begin(), middle, loss.end());
  const double usual = *middle - least;
  if (usual > 0 && std::isfinite(usual)) return usual;
  return range > 0 && std::isfinite(range) ? range : 1;
}

// Those of what has drifted by then, wherever they are.
std::vector<Vec2> minima_at(const Landscape& landscape, double time) {
  const auto* drift = std::get_if<Drift>(&landscape);
  if (!drift || time == 0) return minima(landscape);
  const Drift::Moved now = drift->at(time);
  std::vector<Vec2> all = base_minima(now.landscape);
  for (Vec2& m : all) m = m + now.shift;
  return all;
}

}  // namespace

Survey survey(const Landscape& landscape, double time) {
  return survey(landscape, domain(landscape), time);
}

Survey survey(const Landscape& landscape, const Box& box, double time) {
  Survey s{.domain = box, .minima = minima_at(landscape, time), .time = time};
  std::erase_if(s.minima, [&](Vec2 m) { return !box.contains(m); });
  s.diagonal = s.domain.diagonal();
  Evaluator f = evaluator(landscape);
  f.time = time;
  for (const Vec2 m : s.minima) s.lowest = std::min(f.value(m), s.lowest.value_or(HUGE_VAL));
  s.relief = relief(losses(landscape, s.domain, time), s.lowest);
  return s;
}

}  // namespace fogline
