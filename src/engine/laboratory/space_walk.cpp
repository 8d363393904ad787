// SPDX-License-Identifier: MIT
// Rules looped over coordinates.
#include "fogline/engine/laboratory/space_walk.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

namespace fogline {
namespace {

// One rule with the state of its coordinates.
template <PerCoordinate Rule>
struct Moving {
  Rule rule;
  typename Rule::Shared shared{};
  std::vector<typename Rule::template Coordinate<double>> coordinates;
  std::uint32_t step = 0;

  void operator()(std::span<double> x, std::span<const double> g) {
    shared = rule.advance(shared, 1.0);
    for (std::size_t i = 0; i < x.size(); ++i) rule.update(shared, coordinates[i], x[i], g[i]);
    if (settles(step++))
      for (std::size_t i = 0; i < x.size(); ++i) settle(coordinates[i], x[i]);
  }
};

bool all_finite(std::span<const double> x) {
  return std::all_of(x.begin(), x.end(), [](double v) { return std::isfinite(v); });
}

}  // namespace

bool moves_each_coordinate(const Optimizer& optimizer) {
  return std::visit([]<class Rule>(const Rule&) { return PerCoordinate<Rule>; }, optimizer);
}

Mover mover(const Optimizer& optimizer, std::size_t n) {
  return std::visit(
      [n]<class Rule>(const Rule& rule) -> Mover {
        if constexpr (PerCoordinate<Rule>) {
          Moving<Rule> moving{rule, {}, {}, 0};
          moving.coordinates.resize(n);
          return moving;
        } else {
          throw std::invalid_argument(std::string(Rule::info.name) +
                                      " moves in the plane only; choose a method that treats each "
                                      "coordinate alike, such as Adam");
        }
      },
      optimizer);
}

SpaceWalker::SpaceWalker(Space space, const Optimizer& optimizer, std::vector<double> start)
    : space_(std::move(space)),
      move_(mover(optimizer, space_.dimensions())),
      x_(std::move(start)),
      slope_(x_.size()) {
  loss_ = space_.gradient(x_, slope_);
}

bool SpaceWalker::advance(double sigma, const Stream& random) {
  std::vector<double> told = slope_, next = x_, slope(x_.size());
  if (sigma > 0)
    for (std::uint32_t i = 0; i < told.size(); ++i) {
      const Vec2 pair = random.normal_pair(Purpose::noise, step_, i / 2);
      told[i] += sigma * (i % 2 == 0 ? pair.x : pair.y);
    }
  move_(next, told);
  const double loss = all_finite(next) ? space_.gradient(next, slope) : HUGE_VAL;
  if (!std::isfinite(loss) || !all_finite(slope)) return false;
  x_ = std::move(next);
  slope_ = std::move(slope);
  loss_ = loss;
  ++step_;
  return true;
}

void SpacePath::add(std::uint32_t at_step, double at_loss, std::span<const double> x) {
  dimensions = x.size();
  step.push_back(at_step);
  loss.push_back(at_loss);
  place.insert(place.end(), x.begin(), x.end());
}

SpacePath walk_in_space(SpaceWalker walker, std::uint32_t steps, std::uint32_t stride) {
  SpacePath path;
  path.add(walker.step(), walker.loss(), walker.x());
  for (std::uint32_t k = 1; k <= steps; ++k) {
    const bool moved = walker.advance();
    const bool last = !moved || k == steps;
    if ((moved && k % stride == 0) || (last && path.step.back() != walker.step()))
      path.add(walker.step(), walker.loss(), walker.x());
    if (!moved) break;
  }
  return path;
}

std::vector<double> random_start(const Space& space, std::uint64_t seed, std::uint32_t walker) {
  const Stream random{.seed = seed, .walker = walker};
  std::vector<double> x;
  for (std::uint32_t i = 0; i < space.dimensions(); ++i)
    x.push_back(space.low() + (space.high() - space.low()) * random.uniform(Purpose::start, 0, i));
  return x;
}

}  // namespace fogline
