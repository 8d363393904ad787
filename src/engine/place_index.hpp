// SPDX-License-Identifier: MIT
// Places by where they are, so that those near one another are found without looking at all.
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "fogline/core/geometry.hpp"

namespace fogline {

class PlaceIndex {
 public:
  // Finds what is within `radius`.
  explicit PlaceIndex(double radius) : radius_(radius) {}

  void add(Vec2 x, std::uint32_t number) { cells_[cell_of(x)].push_back({x, number}); }
  // The lowest number among those less than `within` <= radius from x; `none` where there is none.
  std::uint32_t lowest_near(Vec2 x, double within) const {
    std::uint32_t lowest = none;
    const Vec2 c = cell_of(x);
    for (const double j : {-1., 0., 1.})
      for (const double i : {-1., 0., 1.}) {
        const auto found = cells_.find(c + Vec2{i, j});
        if (found == cells_.end()) continue;
        for (const Entry& e : found->second)
          if (e.number < lowest && norm(e.x - x) < within) lowest = e.number;
      }
    return lowest;
  }
  static constexpr std::uint32_t none = ~0u;

 private:
  // Of whole numbers, which no place is too far off for.
  struct Hash {
    std::size_t operator()(Vec2 cell) const {
      const std::hash<double> hash;
      return hash(cell.x) * 0x9e3779b97f4a7c15u + hash(cell.y);
    }
  };
  struct Entry {
    Vec2 x;
    std::uint32_t number = 0;
  };
  Vec2 cell_of(Vec2 x) const { return {std::floor(x.x / radius_), std::floor(x.y / radius_)}; }

  double radius_;
  std::unordered_map<Vec2, std::vector<Entry>, Hash> cells_;
};

}  // namespace fogline
