// SPDX-License-Identifier: MIT
// The lowest pass, against what is known, and against a flood of the sampled terrain: water that
// rises from one valley reaches the other at the height of the pass.
#include "fogline/engine/pass.hpp"

#include <algorithm>
#include <numeric>

#include "catch.hpp"
#include "fogline/core/elementary.hpp"

using namespace fogline;

namespace {

ValleyGraph valleys_of(const Landscape& landscape) {
  CriticalPoints search(landscape, domain(landscape));
  search.advance();
  ValleyGraph valleys(search);
  valleys.advance();
  return valleys;
}

std::size_t valley_at(const ValleyGraph& valleys, Vec2 x) {
  for (std::size_t k = 0; k < valleys.floors().size(); ++k)
    if (norm(valleys.floors()[k].x - x) < 1e-2) return k;
  FAIL("no valley at " << x.x << ", " << x.y);
  return 0;
}

// The terrain as n x n points, under rising water.
class Flood {
 public:
  Flood(const Landscape& landscape, int n) : n_(n), box_(domain(landscape)) {
    std::vector<double> x, y;
    for (int j = 0; j < n; ++j)
      for (int i = 0; i < n; ++i) {
        const Vec2 p = box_.at(i / (n - 1.0), j / (n - 1.0));
        x.push_back(p.x);
        y.push_back(p.y);
      }
    height_.resize(x.size());
    sample(landscape, x, y, height_, {}, {});
  }

  double spacing() const { return box_.diagonal() / n_; }

  // The level at which water connects two places.
  double level(Vec2 a, Vec2 b) const {
    std::vector<std::size_t> order(height_.size()), above(height_.size());
    std::iota(order.begin(), order.end(), 0);
    std::iota(above.begin(), above.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](std::size_t i, std::size_t j) { return height_[i] < height_[j]; });
    const auto root = [&](std::size_t i) {
      while (above[i] != i) i = above[i] = above[above[i]];
      return i;
    };
    std::vector<bool> wet(height_.size());
    for (const std::size_t i : order) {
      wet[i] = true;
      for (const std::size_t k : around(i))
        if (wet[k]) above[root(i)] = root(k);
      if (root(index(a)) == root(index(b))) return height_[i];
    }
    return HUGE_VAL;
  }

 private:
  std::size_t index(Vec2 x) const {
    const Vec2 p = x - box_.low, size = box_.size();
    return static_cast<std::size_t>(std::lround(p.y / size.y * (n_ - 1)) * n_ +
                                    std::lround(p.x / size.x * (n_ - 1)));
  }
  std::vector<std::size_t> around(std::size_t k) const {
    const int i = static_cast<int>(k) % n_, j = static_cast<int>(k) / n_;
    std::vector<std::size_t> all;
    for (int y = std::max(0, j - 1); y <= std::min(n_ - 1, j + 1); ++y)
      for (int x = std::max(0, i - 1); x <= std::min(n_ - 1, i + 1); ++x)
        all.push_back(static_cast<std::size_t>(y * n_ + x));
    return all;
  }

  int n_;
  Box box_;
  std::vector<double> height_;
};

double highest(const Evaluator& f, const std::vector<Vec2>& path) {
  double top = -HUGE_VAL;
  for (const Vec2 x : path) top = std::max(top, f.value(x));
  return top;
}

}  // namespace

TEST_CASE("on Himmelblau's way from (3, 2) to (-3.78, -3.28) the pass is at 104.0") {
  const Landscape landscape = make_landscape("himmelblau");
  const Evaluator f = evaluator(landscape);
  const ValleyGraph valleys = valleys_of(landscape);
  const std::size_t from = valley_at(valleys, {3, 2}), to = valley_at(valleys, {-3.779, -3.283});
  const auto pass = lowest_pass(valleys, from, to);
  REQUIRE(pass);
  CHECK(pass->height == Approx(104.015).epsilon(1e-4));
  CHECK(norm(pass->path.front() - valleys.floors()[from].x) < 1e-6);
  CHECK(norm(pass->path.back() - valleys.floors()[to].x) < 1e-6);
  CHECK(highest(f, pass->path) == pass->height);
  double straight = 0;
  const Vec2 a = valleys.floors()[from].x, b = valleys.floors()[to].x;
  for (int k = 0; k <= 2000; ++k) straight = std::max(straight, f.value(a + k / 2000.0 * (b - a)));
  CHECK(straight == Approx(180.7).epsilon(1e-3));
}

TEST_CASE("a pass and its way are the same in both directions") {
  const ValleyGraph valleys = valleys_of(make_landscape("six_hump_camel"));
  const auto there = lowest_pass(valleys, 0, 5), back = lowest_pass(valleys, 5, 0);
  REQUIRE(there);
  REQUIRE(back);
  CHECK(there->height == back->height);
  CHECK(std::equal(there->path.begin(), there->path.end(), back->path.rbegin(), back->path.rend()));
}

TEST_CASE("a flood of the terrain reaches the other valley at the height of the pass") {
  int proven = 0;
  for (const char* id : {"himmelblau", "six_hump_camel", "styblinski_tang", "peaks",
                         "comfortable_trap", "gaussian_wells", "three_hump_camel", "dixon_price"}) {
    const Landscape landscape = make_landscape(id);
    const Evaluator f = evaluator(landscape);
    const ValleyGraph valleys = valleys_of(landscape);
    const Flood flood(landscape, 241);
    for (std::size_t to = 1; to < valleys.floors().size(); ++to) {
      const auto pass = lowest_pass(valleys, 0, to);
      const double level = flood.level(valleys.floors()[0].x, valleys.floors()[to].x);
      INFO(id << " to " << valleys.floors()[to].x.x << ", " << valleys.floors()[to].x.y);
      REQUIRE(pass);
      const Jet j = f.jet(pass->saddle);
      const Eigen2 e = eigen(j.xx, j.xy, j.yy);
      const double error = (std::abs(e.low) + std::abs(e.high)) * sq(flood.spacing());
      CHECK(level <= pass->height + error);
      if (pass->proven) CHECK(level >= pass->height - error);
      proven += pass->proven;
      CHECK(highest(f, pass->path) == pass->height);
    }
  }
  CHECK(proven >= 14);
}

TEST_CASE("where the edge of the map is lower than the pass nothing is proven") {
  const ValleyGraph peaks = valleys_of(make_landscape("peaks"));
  const auto pass = lowest_pass(peaks, 0, valley_at(peaks, {-1.3474, 0.2045}));
  REQUIRE(pass);
  CHECK(pass->height > peaks.lowest_on_edge());
  CHECK_FALSE(pass->proven);
}

TEST_CASE("along a way over a pass nothing rises after the saddle, nor falls before it") {
  const Landscape landscape = make_landscape("comfortable_trap");
  const Evaluator f = evaluator(landscape);
  const ValleyGraph valleys = valleys_of(landscape);
  const auto pass = lowest_pass(valleys, 0, 1);
  REQUIRE(pass);
  std::vector<double> heights;
  for (const Vec2 x : pass->path) heights.push_back(f.value(x));
  const auto top = std::max_element(heights.begin(), heights.end());
  CHECK(std::is_sorted(heights.begin(), top));
  CHECK(std::is_sorted(top, heights.end(), std::greater<>()));
}

TEST_CASE("descent names the valley, and there is no pass where there is one valley only") {
  const ValleyGraph himmelblau = valleys_of(make_landscape("himmelblau"));
  CHECK(himmelblau.valley_of({2, 1}) == valley_at(himmelblau, {3, 2}));
  CHECK(himmelblau.valley_of({4.5, -4.5}) == valley_at(himmelblau, {3.584, -1.848}));
  const ValleyGraph bowl = valleys_of(make_landscape("bowl"));
  REQUIRE(bowl.floors().size() == 1);
  CHECK_FALSE(lowest_pass(bowl, 0, 0));
  CHECK(bowl.crossings().empty());
}

TEST_CASE("every saddle of Rastrigin's lattice joins two neighbouring valleys, or leaves the map") {
  const ValleyGraph valleys = valleys_of(make_landscape("rastrigin"));
  REQUIRE(valleys.crossings().size() == 220);
  for (const Crossing& c : valleys.crossings()) {
    REQUIRE(c.valleys[0]);
    REQUIRE(c.valleys[1]);
    CHECK(norm(valleys.floors()[*c.valleys[0]].x - valleys.floors()[*c.valleys[1]].x) ==
          Approx(1).margin(0.01));
  }
}
