// SPDX-License-Identifier: MIT
// Landscapes out of a seed: equal seeds give equal bits, others other maps; what is derived
// follows.
#include "catch.hpp"
#include "landscapes/variations.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

std::vector<double> relief(const Landscape& landscape) {
  std::vector<double> values;
  for (const Vec2 p : lattice(domain(landscape), 31)) values.push_back(value_at(landscape, p));
  return values;
}

// The sum over a terrain's waves of amplitude^2 times wave number^`power`: 0 for their own mean
// square (times 2), 2 for that of the slope, without the bowl's.
double moment(const Landscape& landscape, int power) {
  double sum = 0;
  for (const auto& w : std::get<RandomTerrain>(landscape).waves.at)
    sum += sq(w.amplitude) * pow(norm({w.k, w.l}), power);
  return sum;
}

}  // namespace

TEST_CASE("equal seeds give equal terrains, different seeds different ones") {
  for (const char* id : {"random_terrain", "gaussian_wells"}) {
    CHECK(made(id, {{"seed", 7}}) == made(id, {{"seed", 7}}));
    CHECK(relief(made(id, {{"seed", 7}})) == relief(made(id, {{"seed", 7}})));
    CHECK(made(id, {{"seed", 1}}) == make_landscape(id));
    for (int seed = 0; seed < 5; ++seed)
      CHECK(relief(made(id, {{"seed", seed}})) != relief(made(id, {{"seed", seed + 1.0}})));
  }
}

TEST_CASE("a terrain is the same whatever was set before") {
  Landscape wandered = make_landscape("random_terrain");
  for (const double seed : {9, 4, 3}) wandered = with(wandered, {{"seed", seed}});
  for (const double roughness : {1.0, 0.0, 0.25})
    wandered = with(wandered, {{"roughness", roughness}});
  CHECK(wandered == made("random_terrain", {{"roughness", 0.25}, {"seed", 3}}));
}

TEST_CASE("the first numbers of a terrain never change") {
  const RandomTerrain::Wave w = RandomTerrain{}.waves.at[0];
  CHECK(w.k == -0.67815820794538917);
  CHECK(w.phase == 2.9627856415369971);
  CHECK(w.amplitude == 0.96742405581125512);
  const GaussianWells::Well well = GaussianWells{}.wells.at[0];
  CHECK(well.x == -2.608689660493547);
  CHECK(well.depth == 3.0640936895036068);
  CHECK(well.width == 1.2115773356305897);
}

TEST_CASE("roughness moves power to the short waves and keeps the sum") {
  double before = 0;
  for (const double roughness : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const Landscape l = made("random_terrain", {{"roughness", roughness}});
    CHECK(moment(l, 0) == Approx(2).epsilon(1e-12));
    CHECK(moment(l, 2) > 1.1 * before);
    before = moment(l, 2);
  }
  const RandomTerrain even = std::get<RandomTerrain>(made("random_terrain", {{"roughness", 1}}));
  for (const auto& w : even.waves.at) CHECK(w.amplitude == Approx(0.25).epsilon(1e-14));
}

TEST_CASE("a random terrain's listed minimum is the lowest of its map, for every seed tried") {
  for (const double roughness : {0.0, 0.5, 1.0})
    for (int seed = 0; seed < 40; ++seed) {
      const Landscape l = made("random_terrain", {{"seed", seed}, {"roughness", roughness}});
      INFO(described(l));
      REQUIRE(minima(l).size() == 1);
      CHECK(domain(l).contains(minima(l)[0]));
      CHECK(lowest_on_lattice(l, 161) >= *best_known_loss(l));
    }
}

TEST_CASE("the local minima of a random terrain are minima, higher than the lowest") {
  const Landscape l = made("random_terrain", {{"roughness", 1}});
  const RandomTerrain& terrain = std::get<RandomTerrain>(l);
  CHECK(terrain.local_minima().size() > 10);
  for (const Vec2 m : terrain.local_minima()) {
    const Jet j = jet_at(l, m);
    CHECK(std::hypot(j.x, j.y) < 1e-10);
    CHECK(j.xx * j.yy > j.xy * j.xy);
    CHECK(j.v > *best_known_loss(l));
  }
}

TEST_CASE("as many wells as wanted, of the same seed whatever their number") {
  const GaussianWells six = std::get<GaussianWells>(made("gaussian_wells", {{"number", 6}}));
  for (int n = 1; n <= 6; ++n) {
    Landscape l = made("gaussian_wells", {{"number", n}});
    CHECK(params(l).size() == 2 + 3 * static_cast<std::size_t>(n));
    CHECK(std::get<GaussianWells>(l).wells == six.wells);
  }
}

TEST_CASE("a moved well stays when others come, and goes back with a new seed") {
  const Settings moved{{"x2", 4}, {"y2", -4}, {"depth2", 9}};
  const Landscape l = with(make_landscape("gaussian_wells"), moved);
  CHECK(norm(minima(l).at(0) - Vec2{4, -4}) < 0.2);
  const Landscape more = with(l, {{"number", 6}}), fewer = with(more, {{"number", 2}});
  CHECK(std::get<GaussianWells>(fewer).wells == std::get<GaussianWells>(l).wells);
  CHECK(with(l, {{"seed", 1}}) == make_landscape("gaussian_wells"));
}

TEST_CASE("a well that was moved and given up comes back where the seed has it") {
  const Landscape given_up = with(made("gaussian_wells", {{"x4", 0}}), {{"number", 3}});
  CHECK(with(given_up, {{"number", 4}}) == make_landscape("gaussian_wells"));
}

TEST_CASE("nothing is lower than the listed minima, wherever the wells are put") {
  const Stream dice{5};
  for (std::uint32_t k = 0; k < 150; ++k) {
    Landscape l = made("gaussian_wells", {{"number", 1 + k % 6}, {"seed", k}});
    std::uint32_t draw = 0;
    for (const Param& p : params(l))
      if (k >= 75 && p.kind() == Kind::real)
        p.set(p.range.min + dice.uniform(Purpose::tie, k, draw++) * (p.range.max - p.range.min));
    INFO(described(l));
    REQUIRE_FALSE(minima(l).empty());
    CHECK(lowest_on_lattice(l, 101) >= *best_known_loss(l) - 1e-12);
  }
}
