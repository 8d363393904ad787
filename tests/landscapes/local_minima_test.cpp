// SPDX-License-Identifier: MIT
// Every listed local minimum is one and no global one; and where all are listed, a walker that
// creeps downhill from anywhere ends in a listed one.
#include <optional>

#include "catch.hpp"
#include "fogline/landscapes/polish.hpp"
#include "landscapes/exceptions.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// How many local minima the domain holds, by default parameters: where they are all listed.
struct Count {
  std::string_view id;
  std::size_t local;
};
constexpr Count counts[] = {{"three_hump_camel", 2},
                            {"goldstein_price", 3},
                            {"six_hump_camel", 4},
                            {"styblinski_tang", 3},
                            {"peaks", 2},
                            {"comfortable_trap", 1},
                            {"mccormick", 1},
                            {"michalewicz", 1},
                            {"mishra_bird", 2},
                            {"rastrigin", 120},
                            {"schwefel", 48},
                            {"cross_in_tray", 32},
                            {"holder_table", 38},
                            {"himmelblau", 0},
                            {"branin", 0},
                            {"perm", 0},
                            {"dixon_price", 0},
                            {"zakharov", 0},
                            {"saddle_bounded", 0},
                            {"beale", 0}};

bool curves_up(const Jet& f) { return f.xx > 0 && f.xx * f.yy > f.xy * f.xy; }

bool is_listed(const std::vector<Vec2>& list, Vec2 x) {
  return std::any_of(list.begin(), list.end(), [x](Vec2 m) { return norm(m - x) < 1e-5; });
}

// Downhill by Newton steps, none longer than `reach`; nothing where that ends at no minimum.
std::optional<Vec2> creep(const Evaluator& f, Vec2 x, double reach) {
  for (int i = 0; i < 3000; ++i) {
    const Jet j = f.jet(x);
    if (std::hypot(j.x, j.y) < 1e-9 * (std::abs(j.xx) + std::abs(j.yy)))
      return curves_up(j) ? std::optional(x) : std::nullopt;
    Vec2 step = newton_step(j, 1e-3 * (std::abs(j.xx) + std::abs(j.yy)));
    step = std::min(1.0, reach / norm(step)) * step;
    for (int k = 0; k < 30 && !(f.value(x - step) < j.v); ++k) step = 0.5 * step;
    if (!(f.value(x - step) < j.v)) return std::nullopt;
    x = x - step;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("at every local minimum the slope vanishes and no curvature is negative") {
  for (const Landscape& landscape : all_variations()) {
    const Evaluator f = evaluator(landscape);
    for (const Vec2 m : local_minima(landscape)) {
      INFO(described(landscape) << " at " << m.x << ", " << m.y);
      const Jet j = f.jet(m);
      const double curvature = std::abs(j.xx) + std::abs(j.xy) + std::abs(j.yy);
      CHECK(std::hypot(j.x, j.y) <= 1e-14 * curvature * (1 + norm(m)));
      CHECK(curves_up(j));
    }
  }
}

TEST_CASE("local minima are distinct, inside the domain, and higher than the global ones") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    std::vector<Vec2> all = minima(landscape);
    for (const Vec2 m : local_minima(landscape)) {
      INFO("at " << m.x << ", " << m.y);
      CHECK(domain(landscape).contains(m));
      CHECK(f.value(m) > *best_known_loss(landscape) + 1e-9);
      CHECK_FALSE(is_listed(all, m));
      all.push_back(m);
    }
  }
}

TEST_CASE("nothing is lower near a local minimum") {
  for (const Landscape& landscape : all_variations()) {
    const Evaluator f = evaluator(landscape);
    for (const Vec2 m : local_minima(landscape)) {
      INFO(described(landscape) << " at " << m.x << ", " << m.y);
      const double loss = f.value(m), rounding = 1e-14 * (1 + std::abs(loss));
      int lower = 0;
      for (const double r : {1e-3, 1e-4, 1e-5})
        for (const Vec2 d : {Vec2{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {0.7, 0.7}, {-0.7, 0.7}})
          lower += f.value(m + r * d) < loss - rounding;
      CHECK(lower == 0);
    }
  }
}

TEST_CASE("where all local minima are listed they are as many as there are") {
  for (const Count& count : counts) {
    INFO(count.id);
    CHECK(local_minima(make_landscape(count.id)).size() == count.local);
  }
  Landscape bohachevsky = make_landscape("bohachevsky");
  for (const auto& [variant, n] : {std::pair{0, 24}, {1, 24}, {2, 8}}) {
    params(bohachevsky)[0].set(variant);
    CHECK(local_minima(bohachevsky).size() == static_cast<std::size_t>(n));
  }
}

TEST_CASE("where all minima are listed a walker creeping downhill ends in one of them") {
  for (const Count& count : counts) {
    const Landscape landscape = make_landscape(count.id);
    INFO(count.id);
    const Evaluator f = evaluator(landscape);
    const Box box = domain(landscape);
    std::vector<Vec2> known = minima(landscape);
    for (const Vec2 m : local_minima(landscape)) known.push_back(m);
    int ends = 0, unknown = 0;
    for (const Vec2 start : lattice(box, 48)) {
      const auto end = creep(f, start, box.diagonal() / 400);
      if (!end || !box.contains(*end)) continue;
      ++ends;
      if (!is_listed(known, *end) && ++unknown == 1) UNSCOPED_INFO(end->x << ", " << end->y);
    }
    CHECK(unknown == 0);
    CHECK(ends > 100);
  }
}
