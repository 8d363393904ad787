// SPDX-License-Identifier: MIT
// Union-find over roots that are near each other, by buckets as wide as the reach.
#include "degenerate_sets.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "fogline/core/elementary.hpp"
#include "union_find.hpp"
#include "winding.hpp"

namespace fogline {
namespace {

constexpr double one_point = 1e-4;  // of the diagonal: how far roots of one point may lie apart
constexpr std::size_t most_along = 1024;

bool belong_together(const CriticalRoot& a, const CriticalRoot& b, const Survey& map,
                     double reach) {
  const Vec2 way = b.x - a.x;
  const double length = norm(way);
  if (!(length <= reach && abs(a.value - b.value) <= 1e-6 * map.relief)) return false;
  if (a.flat || b.flat || length <= one_point * map.diagonal) return true;
  const auto level = [](const Eigen2& e) {
    return abs(e.low) < abs(e.high) ? e.low_direction : e.high_direction;
  };
  return abs(dot(way, level(a.curvature))) > 0.8 * length;
}

UnionFind linked(const Survey& map, std::span<const CriticalRoot> roots, double reach) {
  using Bucket = std::pair<long, long>;
  const auto bucket = [&](Vec2 x) {
    const Vec2 p = x - map.domain.low;
    return Bucket(std::lround(std::floor(p.x / reach)), std::lround(std::floor(p.y / reach)));
  };
  std::map<Bucket, std::vector<std::size_t>> buckets;
  UnionFind sets(roots.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const auto [column, row] = bucket(roots[i].x);
    for (long r = row - 1; r <= row + 1; ++r)
      for (long c = column - 1; c <= column + 1; ++c)
        if (const auto known = buckets.find({c, r}); known != buckets.end())
          for (const std::size_t k : known->second)
            if (belong_together(roots[i], roots[k], map, reach)) sets.join(i, k);
    buckets[{column, row}].push_back(i);
  }
  return sets;
}

double extent(std::span<const CriticalRoot> roots, const std::vector<std::size_t>& set) {
  double widest = 0;
  for (const std::size_t i : set) widest = max(widest, norm(roots[i].x - roots[set.front()].x));
  return widest;
}

double flattest(const CriticalRoot& root) {
  return min(abs(root.curvature.low), abs(root.curvature.high));
}

MapPoint as_point(const Evaluator& f, std::span<const CriticalRoot> roots,
                  const std::vector<std::size_t>& set, double reach) {
  const auto best = *std::min_element(set.begin(), set.end(), [&](std::size_t a, std::size_t b) {
    return flattest(roots[a]) < flattest(roots[b]);
  });
  const CriticalRoot& root = roots[best];
  return {CriticalKind::degenerate,
          root.x,
          root.value,
          root.curvature,
          turns_around(f, root.x, reach / 16),
          {}};
}

MapPoint as_set(const Survey& map, std::span<const CriticalRoot> roots,
                const std::vector<std::size_t>& set) {
  const Vec2 middle = map.domain.center();
  const auto nearest = *std::min_element(set.begin(), set.end(), [&](std::size_t a, std::size_t b) {
    return norm(roots[a].x - middle) < norm(roots[b].x - middle);
  });
  const CriticalRoot& root = roots[nearest];
  MapPoint point{CriticalKind::degenerate, root.x, root.value, root.curvature, {}, {}};
  const std::size_t stride = 1 + set.size() / most_along;
  for (std::size_t k = 0; k < set.size(); k += stride) point.along.push_back(roots[set[k]].x);
  return point;
}

}  // namespace

std::vector<MapPoint> connected_sets(const Evaluator& f, const Survey& map,
                                     std::span<const CriticalRoot> roots, double reach) {
  UnionFind sets = linked(map, roots, reach);
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < roots.size(); ++i) members[sets.root(i)].push_back(i);
  std::vector<MapPoint> points;
  for (const auto& [root, set] : members) {
    const bool point =
        extent(roots, set) <= 2 * one_point * map.diagonal && !roots[set.front()].flat;
    points.push_back(point ? as_point(f, roots, set, reach) : as_set(map, roots, set));
  }
  return points;
}

}  // namespace fogline
