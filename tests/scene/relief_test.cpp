// SPDX-License-Identifier: MIT
// Heights and colours: the transform and its inverse, and samples that are the exact function.
#include "scene/relief.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"

using namespace fogline;
using namespace fogline::scene;

namespace {

constexpr HeightScale scales[] = {HeightScale::linear, HeightScale::log};
constexpr InstructionSet all_sets[] = {InstructionSet::baseline, InstructionSet::avx2,
                                       InstructionSet::avx512};

std::string described(const Landscape& l, HeightScale scale) {
  return std::string(info(l).id) + (scale == HeightScale::log ? ", log" : ", linear");
}

}  // namespace

TEST_CASE("heights run from 0 at the lowest known loss to 1 at the highest on the domain") {
  for (const Landscape& l : all_landscapes())
    for (const HeightScale scale : scales) {
      INFO(described(l, scale));
      const Relief r = make_relief(l, scale);
      CHECK(r.height(r.low) == 0);
      CHECK(r.height(r.high) == Approx(1));
      if (const auto best = best_known_loss(l)) {
        CHECK(r.low <= *best);
        if (domain(l).contains(minima(l).front())) CHECK(r.low == *best);
      }
      const Evaluator f = evaluator(l);
      // Where the lowest loss is only sampled, a little may lie beneath it.
      const double beneath = best_known_loss(l) ? 1e-12 : 0.02;
      for (int i = 0; i < 500; ++i) {
        const double u = i % 23 / 22.0, v = std::min(1.0, i / 23 / 21.0);
        const double height = height_at(f, r, domain(l).at(u, v));
        CHECK((height >= -beneath && height <= 1.01));
      }
    }
}

TEST_CASE("a loss read from its height is that loss, off the map too") {
  for (const Landscape& l : all_landscapes())
    for (const HeightScale scale : scales) {
      INFO(described(l, scale));
      const Relief r = make_relief(l, scale);
      const double range = r.high - r.low;
      for (double h = -1.5; h <= 2; h += 0.01) {
        CHECK(r.height(r.loss(h)) == Approx(h).margin(1e-9));
        const double loss = r.low + h * range;
        CHECK(r.loss(r.height(loss)) == Approx(loss).margin(1e-9 * range));
      }
    }
}

TEST_CASE("heights rise with the loss, and the slope is their derivative") {
  for (const HeightScale scale : scales) {
    const Relief r{scale, -3, 40};
    double before = r.height(-50);
    for (double loss = -49.9; loss < 90; loss += 0.1) {
      const double h = r.height(loss);
      CHECK(h > before);
      before = h;
      const double step = 1e-6;
      if (std::abs(loss + 3) < 0.01) continue;  // on the log scale the slope turns sharply there
      CHECK(r.slope(loss) ==
            Approx((r.height(loss + step) - r.height(loss - step)) / (2 * step)).epsilon(1e-4));
    }
  }
}

TEST_CASE("a log scale opens what lies near the lowest loss, and has values below it too") {
  const Relief r{HeightScale::log, 0, 10'000};
  CHECK(r.height(1) == Approx(std::log(2) / std::log(10'001)));
  CHECK(r.height(100) == Approx(std::log(101) / std::log(10'001)));
  CHECK(r.height(-100) == -r.height(100));
}

TEST_CASE("samples are the exact function, whatever the instruction set") {
  constexpr int nx = 45, ny = 31;
  for (const Landscape& l : all_landscapes())
    for (const HeightScale scale : scales) {
      INFO(described(l, scale));
      const Relief r = make_relief(l, scale);
      const Box box{domain(l).at(-0.2, 0.1), domain(l).at(0.7, 1.3)};
      const auto grid = sample_grid(l, r, ColorScale::height, box, nx, ny);
      REQUIRE(grid->height.size() == std::size_t{nx * ny});
      CHECK(grid->box == box);
      std::vector<double> x, y, value(nx * ny), gx(nx * ny), gy(nx * ny);
      for (int k = 0; k < nx * ny; ++k) {
        const Vec2 p = box.at(k % nx / (nx - 1.0), k / nx / (ny - 1.0));
        x.push_back(p.x);
        y.push_back(p.y);
      }
      for (const InstructionSet set : all_sets) {
        if (!is_available(set)) continue;
        sample(l, x, y, value, gx, gy, set);
        int different = 0;
        for (std::size_t k = 0; k < value.size(); ++k) {
          const double slope = r.slope(value[k]);
          different += grid->height[k] != static_cast<float>(r.height(value[k])) ||
                       grid->slope_x[k] != static_cast<float>(slope * gx[k]) ||
                       grid->slope_y[k] != static_cast<float>(slope * gy[k]);
        }
        CHECK(different == 0);
      }
    }
}

TEST_CASE("tones are heights, or ranks: evenly spread and in the order of heights") {
  const Landscape l = make_landscape("rosenbrock");
  const Relief r = make_relief(l, HeightScale::linear);
  const auto by_height = sample_grid(l, r, ColorScale::height, domain(l), 64, 64);
  const auto by_rank = sample_grid(l, r, ColorScale::rank, domain(l), 64, 64);
  CHECK(by_rank->height == by_height->height);
  for (std::size_t k = 0; k < by_height->tone.size(); ++k)
    CHECK(by_height->tone[k] == std::clamp(by_height->height[k], 0.0f, 1.0f));
  std::vector<std::pair<float, float>> pairs;
  for (std::size_t k = 0; k < by_rank->tone.size(); ++k)
    pairs.emplace_back(by_rank->height[k], by_rank->tone[k]);
  std::sort(pairs.begin(), pairs.end());
  CHECK(std::is_sorted(pairs.begin(), pairs.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; }));
  CHECK(pairs.front().second == 0);
  CHECK(pairs.back().second > 0.99f);
  CHECK(pairs[pairs.size() / 2].second == Approx(0.5).margin(0.05));
}
