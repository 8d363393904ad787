// SPDX-License-Identifier: MIT
// Critical points: as many as the literature counts, and at each of them no slope and the curvature
// that differences show.
#include "fogline/engine/critical_points.hpp"

#include <algorithm>

#include "catch.hpp"
#include "landscapes/exceptions.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

CriticalPoints searched(const Landscape& landscape, const Box& box) {
  CriticalPoints search(landscape, box);
  search.advance();
  return search;
}

CriticalPoints searched(const Landscape& landscape) {
  return searched(landscape, domain(landscape));
}

int count(const CriticalPoints& search, CriticalKind kind) {
  return static_cast<int>(std::count_if(search.points().begin(), search.points().end(),
                                        [&](const MapPoint& p) { return p.kind == kind; }));
}

// Of the whole domain, by default parameters.
struct Count {
  std::string_view id;
  int minima, saddles, maxima, degenerate;
};
constexpr Count counts[] = {{"bowl", 1, 0, 0, 0},
                            {"rosenbrock", 1, 0, 0, 0},
                            {"dixon_price", 2, 1, 0, 0},
                            {"three_hump_camel", 3, 2, 0, 0},
                            {"goldstein_price", 4, 4, 1, 0},
                            {"himmelblau", 4, 4, 1, 0},
                            {"branin", 3, 2, 0, 0},
                            {"styblinski_tang", 4, 4, 1, 0},
                            {"six_hump_camel", 6, 7, 2, 0},
                            {"mccormick", 2, 1, 0, 0},
                            {"peaks", 3, 3, 3, 0},
                            {"rastrigin", 121, 220, 100, 0},
                            {"schwefel", 49, 98, 49, 0},
                            {"comfortable_trap", 2, 1, 0, 0},
                            {"tilted_double_well", 2, 1, 0, 0},
                            {"saddle", 0, 1, 0, 0},
                            {"saddle_bounded", 2, 1, 0, 0},
                            {"monkey_saddle", 0, 0, 0, 1}};

// Whose search takes seconds, or is given up.
constexpr std::string_view large[] = {"griewank",     "salomon",   "schaffer2", "schaffer4",
                                      "bohachevsky",  "eggholder", "easom",     "levy13",
                                      "holder_table", "drop_wave", "ackley",    "blur"};

std::vector<Landscape> searchable() {
  std::vector<Landscape> all = all_landscapes();
  std::erase_if(all, [](const Landscape& l) {
    return std::find(std::begin(large), std::end(large), info(l).id) != std::end(large);
  });
  return all;
}

// By central differences of the gradient.
Jet differences(const Evaluator& f, Vec2 x, double h) {
  const Vec2 right = f.gradient(x + Vec2{h, 0}).gradient,
             left = f.gradient(x - Vec2{h, 0}).gradient;
  const Vec2 up = f.gradient(x + Vec2{0, h}).gradient, down = f.gradient(x - Vec2{0, h}).gradient;
  return {.xx = (right.x - left.x) / (2 * h),
          .xy = (right.y - left.y + up.x - down.x) / (4 * h),
          .yy = (up.y - down.y) / (2 * h)};
}

CriticalKind kind_by_differences(const Evaluator& f, Vec2 x, double h) {
  const Jet j = differences(f, x, h);
  const double determinant = j.xx * j.yy - j.xy * j.xy;
  if (determinant < 0) return CriticalKind::saddle;
  return j.xx > 0 ? CriticalKind::minimum : CriticalKind::maximum;
}

}  // namespace

TEST_CASE("there are as many critical points as are known") {
  for (const Count& known : counts) {
    INFO(known.id);
    const CriticalPoints search = searched(make_landscape(known.id));
    CHECK(count(search, CriticalKind::minimum) == known.minima);
    CHECK(count(search, CriticalKind::saddle) == known.saddles);
    CHECK(count(search, CriticalKind::maximum) == known.maxima);
    CHECK(count(search, CriticalKind::degenerate) == known.degenerate);
    CHECK(search.completeness().quiet_doublings == 2);
    CHECK(search.completeness().adds_up());
  }
}

TEST_CASE("at a critical point nothing slopes, and differences tell the same kind") {
  for (const Landscape& landscape : searchable()) {
    const Evaluator f = evaluator(landscape);
    const Survey map = survey(landscape);
    const CriticalPoints search = searched(landscape);
    for (const MapPoint& p : search.points()) {
      INFO(info(landscape).id << " " << word(p.kind) << " at " << p.x.x << ", " << p.x.y);
      CHECK(map.domain.contains(p.x));
      CHECK(p.value == f.value(p.x));
      if (p.kind == CriticalKind::degenerate) continue;
      const double curvature = std::abs(p.curvature.low) + std::abs(p.curvature.high);
      CHECK(norm(f.gradient(p.x).gradient) <= 1e-9 * (map.relief / map.diagonal + curvature));
      CHECK(kind_by_differences(f, p.x, 1e-6 * map.diagonal) == p.kind);
    }
  }
}

TEST_CASE("the lattice meets every listed minimum that is smooth") {
  for (const Landscape& landscape : searchable()) {
    if (is_among(slope_at_the_minimum, landscape)) continue;
    std::vector<Vec2> listed = minima(landscape);
    for (const Vec2 m : local_minima(landscape)) listed.push_back(m);
    const CriticalPoints search = searched(landscape);
    for (const Vec2 m : listed) {
      INFO(info(landscape).id << " at " << m.x << ", " << m.y);
      CHECK(std::any_of(search.points().begin(), search.points().end(), [&](const MapPoint& p) {
        return norm(p.x - m) < 1e-7 * search.box().diagonal();
      }));
    }
  }
}

TEST_CASE(
    "a ring of minima, a trough and a plain are one point each, and say where else they are") {
  const CriticalPoints waves = searched(make_landscape("drop_wave"), {{-0.7, -0.7}, {0.7, 0.7}});
  const double ring = 0.5204;  // the first ring of minima, near 2 pi / 12
  const auto valley = std::find_if(
      waves.points().begin(), waves.points().end(),
      [&](const MapPoint& p) { return !p.along.empty() && std::abs(norm(p.x) - ring) < 0.01; });
  REQUIRE(valley != waves.points().end());
  CHECK(valley->kind == CriticalKind::degenerate);
  CHECK_FALSE(valley->index);
  CHECK(valley->along.size() > 100);
  for (const Vec2 x : valley->along) CHECK(norm(x) == Approx(norm(valley->x)).epsilon(1e-6));
  CHECK(count(waves, CriticalKind::minimum) == 1);

  Landscape trough = make_landscape("quadratic");
  for (const Param& p : params(trough))
    if (p.name == "lambda1") p.set(0);
  const CriticalPoints floor = searched(trough);
  REQUIRE(floor.points().size() == 1);
  CHECK(floor.points()[0].kind == CriticalKind::degenerate);
  CHECK(norm(floor.points()[0].x) < 1e-9);
}

TEST_CASE("the tip of a cone is degenerate: its curvature is infinite") {
  const CriticalPoints search = searched(make_landscape("ackley"), {{-0.4, -0.3}, {0.4, 0.3}});
  REQUIRE(search.points().size() == 1);
  const MapPoint& tip = search.points()[0];
  CHECK(tip.kind == CriticalKind::degenerate);
  CHECK(tip.x == Vec2{0, 0});
  CHECK(tip.value == 0);
  CHECK(tip.curvature.low == HUGE_VAL);
  CHECK(tip.curvature.high == HUGE_VAL);
  CHECK(tip.index == 1);
}

TEST_CASE("a minimum of the edge, where the slope does not vanish, is no critical point") {
  const CriticalPoints search = searched(make_landscape("eggholder"), {{500, 390}, {512, 412}});
  CHECK(search.points().empty());
}

TEST_CASE("a monkey saddle has index -2") {
  const CriticalPoints search = searched(make_landscape("monkey_saddle"));
  REQUIRE(search.points().size() == 1);
  CHECK(search.points()[0].index == -2);
  CHECK(norm(search.points()[0].x) < 1e-6);
}

TEST_CASE("the points of a smaller box are those of the map that lie in it") {
  const Landscape himmelblau = make_landscape("himmelblau");
  const Box box{{0, 0}, {5, 5}};
  std::vector<Vec2> inside;
  const CriticalPoints whole = searched(himmelblau);
  for (const MapPoint& p : whole.points())
    if (box.contains(p.x)) inside.push_back(p.x);
  const CriticalPoints part = searched(himmelblau, box);
  REQUIRE(part.points().size() == inside.size());
  for (std::size_t i = 0; i < inside.size(); ++i)
    CHECK(norm(part.points()[i].x - inside[i]) < 1e-9);
}

TEST_CASE("a search in small pieces finds the same to the bit") {
  const Landscape peaks = make_landscape("peaks");
  const CriticalPoints whole = searched(peaks);
  CriticalPoints pieces(peaks, domain(peaks));
  int calls = 0;
  while (!pieces.advance(Clock::time_point::min())) ++calls;
  CHECK(calls > 100);
  REQUIRE(pieces.points().size() == whole.points().size());
  for (std::size_t i = 0; i < whole.points().size(); ++i)
    CHECK(pieces.points()[i].x == whole.points()[i].x);
}

TEST_CASE("what is not complete says so") {
  const CriticalPoints kinks = searched(make_landscape("flower"));
  CHECK_FALSE(kinks.completeness().adds_up());
  CHECK(sentence(kinks.completeness()).find("complete as far") == std::string::npos);
  const CriticalPoints rings = searched(make_landscape("drop_wave"), {{-1, -1}, {1, 1}});
  CHECK(sentence(rings.completeness()).find("curves or plains") != std::string::npos);
  const CriticalPoints peaks = searched(make_landscape("peaks"));
  CHECK(sentence(peaks.completeness()).find("complete as far") != std::string::npos);
}
