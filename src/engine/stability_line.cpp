// SPDX-License-Identifier: MIT
// The zero level of log(rate / limit), by marching squares.
#include "fogline/engine/stability_line.hpp"

#include <algorithm>
#include <cmath>

#include "critical_point.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/stability.hpp"

namespace fogline {
namespace {

constexpr std::size_t nodes = 49;  // a side, at most

// Whether what a slope is multiplied by depends on the slopes met before.
bool divides(const Optimizer& optimizer) {
  return std::visit(
      []<class Rule>(const Rule& rule) {
        if constexpr (PerCoordinate<Rule>)
          return requires(const typename Rule::Shared& s,
                          const typename Rule::template Coordinate<double>& c) {
            rule.divisor(s, c);
          };
        else
          return false;
      },
      optimizer);
}

std::string why_untold(const SweepSetting& s) {
  const std::string name(info(s.optimizer).name);
  if (divides(s.optimizer))
    return "No limit of stability: " + name + " rescales its steps by the slopes it has met.";
  if (!learning_rate(s.optimizer) || !rate_limit(s.optimizer, 1))
    return "No limit of stability is known for " + name + ".";
  if (s.axes.schedule) return "No limit of stability: a schedule changes the rate as it walks.";
  if (drifts(s.landscape)) return "No limit of stability: the landscape drifts.";
  return "";
}

double weight_decay(Optimizer optimizer) {
  for (const Param& p : params(optimizer))
    if (p.name == "weight_decay") return p.get();
  return 0;
}

// The setting's values on the lattice of nodes, and log(rate / limit) there: above 0 where steps
// are too long. NaN where there is no limit.
struct Lattice {
  std::size_t nx = 0, ny = 0;
  std::vector<double> excess;

  double at(std::size_t i, std::size_t j) const { return excess[j * nx + i]; }
  Vec2 share(std::size_t i, std::size_t j) const {
    return {static_cast<double>(i) / static_cast<double>(nx - 1),
            static_cast<double>(j) / static_cast<double>(ny - 1)};
  }
};

Lattice lattice_of(SweepSetting s, double curvature) {
  const double own_decay = weight_decay(s.optimizer);  // which is in the curvature
  s.nx = std::min(s.nx, nodes);
  s.ny = std::min(s.ny, nodes);
  Lattice lattice{s.nx, s.ny, {}};
  for (std::size_t cell = 0; cell < s.cells(); ++cell) {
    const Optimizer o = s.outfit_of(cell).optimizer;
    const auto limit = rate_limit(o, curvature + weight_decay(o) - own_decay);
    const auto rate = learning_rate(o);
    lattice.excess.push_back(limit && *limit > 0 && rate && *rate > 0 ? log(*rate / *limit) : NAN);
  }
  return lattice;
}

// Where the line leaves the square whose lowest corner is node (i, j), edge by edge.
std::vector<Vec2> crossings(const Lattice& l, std::size_t i, std::size_t j) {
  const std::array<std::array<std::size_t, 2>, 4> corner{
      {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}}};
  std::vector<Vec2> found;
  for (std::size_t k = 0; k < 4; ++k) {
    const auto& a = corner[k];
    const auto& b = corner[(k + 1) % 4];
    const double from = l.at(a[0], a[1]), to = l.at(b[0], b[1]);
    if (!std::isfinite(from) || !std::isfinite(to)) return {};
    if ((from > 0) == (to > 0)) continue;
    const Vec2 p = l.share(a[0], a[1]), q = l.share(b[0], b[1]);
    found.push_back(p + from / (from - to) * (q - p));
  }
  return found;
}

std::vector<StabilityLine::Piece> pieces_of(const Lattice& l) {
  std::vector<StabilityLine::Piece> pieces;
  for (std::size_t j = 0; j + 1 < l.ny; ++j)
    for (std::size_t i = 0; i + 1 < l.nx; ++i) {
      const std::vector<Vec2> c = crossings(l, i, j);
      for (std::size_t k = 0; k + 1 < c.size(); k += 2) pieces.push_back({c[k], c[k + 1]});
    }
  return pieces;
}

std::optional<CriticalPoint> valley_of(const SweepSetting& s, const OwnObjective& f) {
  const Survey map = survey(s.landscape);
  if (s.starts.size() == 1) return valley_below(f, map, s.starts.front());
  return map.minima.empty() ? std::nullopt : valley_below(f, map, map.minima.front());
}

std::string one_sided(const Lattice& l) {
  const auto known =
      std::find_if(l.excess.begin(), l.excess.end(), [](double e) { return std::isfinite(e); });
  if (known == l.excess.end()) return "No limit of stability is known for these values.";
  return *known > 0 ? "All of this map is beyond the limit of stability."
                    : "All of this map is within the limit of stability.";
}

}  // namespace

StabilityLine stability_line(const SweepSetting& s) {
  StabilityLine line{.why_none = why_untold(s)};
  if (!line.why_none.empty()) return line;
  const Trajectory start({s.landscape, s.optimizer, s.axes, s.starts.front(), s.seed});
  const OwnObjective f(start, 0);
  const auto valley = valley_of(s, f);
  if (!valley || !(valley->curvature.high > 0)) {
    line.why_none = s.starts.size() == 1
                        ? "No limit of stability: no smooth minimum lies downhill of the start."
                        : "No limit of stability: no smooth minimum is known.";
    return line;
  }
  line.place = valley->x;
  line.curvature = valley->curvature.high;
  const Lattice lattice = lattice_of(s, line.curvature);
  line.pieces = pieces_of(lattice);
  if (line.pieces.empty()) line.why_none = one_sided(lattice);
  return line;
}

}  // namespace fogline
