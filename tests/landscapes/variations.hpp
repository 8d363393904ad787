// SPDX-License-Identifier: MIT
// The whole roster, with default parameters and with parameters at the ends of their ranges.
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "fogline/landscapes/landscape.hpp"

namespace fogline::tests {

// Both ends of the range of a number; every choice of a choice, but of landscapes (`of`) the first
// and the last: a composite of each has tests of its own.
inline std::vector<double> ends(const Param& param) {
  if (param.kind() != Kind::choice || param.name == "of") return {param.range.min, param.range.max};
  std::vector<double> all(param.choices.size());
  std::iota(all.begin(), all.end(), 0.0);
  return all;
}

// Each parameter alone at either end, all at their lower ends, all at their upper ends.
inline std::vector<Landscape> corners(const Landscape& landscape) {
  std::vector<Landscape> all;
  Landscape first = landscape, low = landscape, high = landscape;
  for (std::size_t p = 0; p < params(first).size(); ++p)
    for (const double end : ends(params(first)[p])) {
      all.push_back(landscape);
      params(all.back())[p].set(end);
    }
  for (std::size_t p = 0; p < params(low).size(); ++p) params(low)[p].set(params(low)[p].range.min);
  for (std::size_t p = 0; p < params(high).size(); ++p)
    params(high)[p].set(params(high)[p].range.max);
  if (params(first).size() > 1) all.insert(all.end(), {low, high});
  return all;
}

inline std::vector<Landscape> all_variations() {
  std::vector<Landscape> all = all_landscapes();
  for (const Landscape& landscape : all_landscapes())
    for (const Landscape& corner : corners(landscape)) all.push_back(corner);
  return all;
}

// "ackley a=1 b=0.02": for messages.
inline std::string described(Landscape landscape) {
  std::string text(info(landscape).id);
  for (const Param& p : params(landscape)) text += " " + std::string(p.name) + "=" + p.text();
  return text;
}

// n x n points of the domain, edges included.
inline std::vector<Vec2> lattice(const Box& box, int n) {
  std::vector<Vec2> points;
  for (int j = 0; j < n; ++j)
    for (int i = 0; i < n; ++i)
      points.push_back(box.at(static_cast<double>(i) / (n - 1), static_cast<double>(j) / (n - 1)));
  return points;
}

// The lowest value there, by `sample`.
inline double lowest_on_lattice(const Landscape& landscape, int n) {
  std::vector<double> x, y;
  for (const Vec2 p : lattice(domain(landscape), n)) {
    x.push_back(p.x);
    y.push_back(p.y);
  }
  std::vector<double> values(x.size());
  sample(landscape, x, y, values, {}, {});
  return *std::min_element(values.begin(), values.end());
}

}  // namespace fogline::tests
