// SPDX-License-Identifier: MIT
// The terrain of each landscape, 256 x 256 values and slopes in lanes, beside the same points one
// by one.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "fogline/landscapes/landscape.hpp"

namespace fogline {
namespace {

constexpr std::size_t side = 256;

struct Grid {
  std::vector<double> x, y, value, gx, gy;

  explicit Grid(const Box& box) : value(side * side), gx(side * side), gy(side * side) {
    for (std::size_t k = 0; k < side * side; ++k) {
      const Vec2 p = box.at(static_cast<double>(k % side) / (side - 1),
                            static_cast<double>(k / side) / (side - 1));
      x.push_back(p.x);
      y.push_back(p.y);
    }
  }
};

void in_lanes(benchmark::State& state, const Landscape& landscape) {
  Grid g(domain(landscape));
  for (auto _ : state) {
    sample(landscape, g.x, g.y, g.value, g.gx, g.gy);
    benchmark::ClobberMemory();
  }
}

void one_by_one(benchmark::State& state, const Landscape& landscape) {
  Grid g(domain(landscape));
  const Evaluator f = evaluator(landscape);
  for (auto _ : state) {
    for (std::size_t k = 0; k < g.x.size(); ++k) {
      const Gradient here = f.gradient({g.x[k], g.y[k]});
      g.value[k] = here.value;
      g.gx[k] = here.gradient.x;
      g.gy[k] = here.gradient.y;
    }
    benchmark::ClobberMemory();
  }
}

const bool registered = [] {
  for (const Landscape& l : all_landscapes()) {
    const std::string id(info(l).id);
    benchmark::RegisterBenchmark(("sample_in_lanes/" + id).c_str(), in_lanes, l)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("sample_one_by_one/" + id).c_str(), one_by_one, l)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
}  // namespace fogline
