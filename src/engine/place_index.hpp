// SPDX-License-Identifier: MIT
// Places by where they are, so that those near one another are found without looking at all.
#pragma once

#include <cmath>
#include <cstdint>
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
    const Cell c = cell_of(x);
    for (std::int64_t j = c.j - 1; j <= c.j + 1; ++j)
      for (std::int64_t i = c.i - 1; i <= c.i + 1; ++i) {
        const auto found = cells_.find({i, j});
        if (found == cells_.end()) continue;
        for (const Entry& e : found->second)
          if (e.number < lowest && norm(e.x - x) < within) lowest = e.number;
      }
    return lowest;
  }
  static constexpr std::uint32_t none = ~0u;

 private:
  struct Cell {
    std::int64_t i = 0, j = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  struct Hash {
    std::size_t operator()(const Cell& c) const {
      return std::hash<std::uint64_t>{}(static_cast<std::uint64_t>(c.i) * 0x9e3779b97f4a7c15u +
                                        static_cast<std::uint64_t>(c.j));
    }
  };
  struct Entry {
    Vec2 x;
    std::uint32_t number = 0;
  };
  Cell cell_of(Vec2 x) const {
    return {static_cast<std::int64_t>(std::floor(x.x / radius_)),
            static_cast<std::int64_t>(std::floor(x.y / radius_))};
  }

  double radius_;
  std::unordered_map<Cell, std::vector<Entry>, Hash> cells_;
};

}  // namespace fogline
