// SPDX-License-Identifier: MIT
// What the laboratory claims of many dimensions, against exact values and other ways to compute
// them.
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "fogline/engine/laboratory/critical_shares.hpp"
#include "fogline/engine/laboratory/principal_plane.hpp"
#include "fogline/engine/laboratory/saddle_escape.hpp"
#include "fogline/engine/trajectory.hpp"

using namespace fogline;

namespace {

FieldCensus census(int n, int samples) {
  FieldCensus c(n, 1, samples);
  CHECK(c.advance());
  return c;
}

// The middle of an odd number of trials.
std::uint32_t usual_escape(SaddleTrial trial) {
  std::vector<std::uint32_t> steps;
  for (std::uint32_t k = 0; k < 41; ++k) steps.push_back(escape_steps(trial, 1, k).value());
  std::nth_element(steps.begin(), steps.begin() + 20, steps.end());
  return steps[20];
}

}  // namespace

TEST_CASE("Styblinski-Tang has 2 minima of 3 critical points in each coordinate") {
  const SeparableShares s = styblinski_tang_shares();
  CHECK(s.critical == 3);
  CHECK(s.minima == 2);
  CHECK(s.global == Approx(0.5157).margin(1e-4));
  CHECK(s.minima_share(10) == Approx(std::pow(2.0 / 3, 10)));
  CHECK(s.global_share(10) == Approx(std::pow(s.global, 10)));
}

TEST_CASE("the share of minima of a random field has the exact values of Kac and Rice") {
  const double exact[] = {1.0 / 2, 1.0 / 4, (29 - 6 * std::sqrt(6.0)) / 116};
  for (int n = 1; n <= 3; ++n) {
    const Share s = census(n, 20'000).minima();
    INFO(n << " variables: " << s.share << " +- " << s.error);
    CHECK(s.error < 0.01);
    CHECK(std::abs(s.share - exact[n - 1]) < 4 * s.error);
  }
  // Half of the critical points of two variables are saddles.
  const FieldCensus two = census(2, 20'000);
  CHECK(std::abs(two.with_index(1).share - 0.5) < 4 * two.with_index(1).error);
}

TEST_CASE("so has one of five variables by brute force, weighted by the determinant") {
  constexpr int n = 5, samples = 40'000;
  const Stream random{.seed = 11};
  double minima = 0, all = 0, squares = 0;
  for (std::uint32_t k = 0; k < samples; ++k) {
    Eigen::MatrixXd h(n, n);
    std::uint32_t draw = 0;
    const double shift = random.normal_pair(Purpose::trial, k, draw++).x;
    for (int i = 0; i < n; ++i)
      for (int j = i; j < n; ++j) {
        const double v = random.normal_pair(Purpose::trial, k, draw++).x;
        h(i, j) = h(j, i) = i == j ? std::sqrt(2.0) * v + shift : v;
      }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(h, Eigen::EigenvaluesOnly);
    const double size = std::abs(solver.eigenvalues().prod());
    all += size;
    if (!(solver.eigenvalues()[0] > 0)) continue;
    minima += size;
    squares += size * size;
  }
  const Share s = census(n, 20'000).minima();
  const double error = std::sqrt(squares) / all;  // the minima are few: theirs dominates
  INFO(minima / all << " +- " << error << " by brute force, " << s.share << " +- " << s.error);
  CHECK(error < 0.2 * s.share);
  CHECK(std::abs(minima / all - s.share) < 4 * (error + s.error));
}

TEST_CASE("the shares of all indices make one, and mirror each other") {
  const FieldCensus c = census(6, 20'000);
  double total = 0;
  for (int k = 0; k <= 6; ++k) {
    total += c.with_index(k).share;
    const Share a = c.with_index(k), b = c.with_index(6 - k);
    CHECK(std::abs(a.share - b.share) < 5 * (a.error + b.error));
  }
  CHECK(total == Approx(1));
}

TEST_CASE("low critical points are minima, high ones maxima, by the semicircle between") {
  CHECK(semicircle_index(-2) == Approx(0).margin(1e-12));
  CHECK(semicircle_index(0) == Approx(0.5));
  CHECK(semicircle_index(2) == Approx(1));
  CHECK(semicircle_index(-7) == Approx(0).margin(1e-12));
  for (const FieldCensus::Level& level : census(40, 2'000).levels())
    if (level.share > 0.01) CHECK(level.index == Approx(semicircle_index(level.loss)).margin(0.05));
}

TEST_CASE("Newton's method from random starts is a biased sample") {
  NewtonCensus c(2, 4, 300);
  CHECK(c.advance());
  CHECK(c.made() == 300);
  CHECK(c.converged() <= 300);
  CHECK(c.converged() > 200);
}

TEST_CASE("in the plane a walk of many dimensions is the walk of a racer") {
  for (const Optimizer& optimizer : all_optimizers()) {
    if (!moves_each_coordinate(optimizer)) {
      CHECK_THROWS_AS(mover(optimizer, 3), std::invalid_argument);
      continue;
    }
    const Rosenbrock f;
    Trajectory t({.landscape = f, .optimizer = optimizer, .axes = {}, .start = {-1.2, 1}});
    t.extend(50);
    const SpacePath path = walk_in_space({Space(f, 2), optimizer, {-1.2, 1}}, t.last());
    INFO(info(optimizer).id);
    REQUIRE(path.rows() == t.last() + 1);
    const Vec2 end = t.at(t.last()).x;
    CHECK(path.row(t.last())[0] == Approx(end.x).epsilon(1e-9));
    CHECK(path.row(t.last())[1] == Approx(end.y).epsilon(1e-9));
  }
}

TEST_CASE("a walk that cannot be finite ends at the last place that is") {
  const SpacePath path =
      walk_in_space({Space(Bowl{}, 3), GradientDescent{.learning_rate = 1e200}, {1, 2, 3}}, 100);
  CHECK(path.rows() < 5);
  for (const double x : path.place) CHECK(std::isfinite(x));
}

TEST_CASE("every coordinate of a separable landscape walks as if it were alone") {
  const Rastrigin f;
  const SpacePath wide =
      walk_in_space({Space(f, 40), Adam{.learning_rate = 0.05}, std::vector<double>(40, 0.7)}, 200);
  for (std::size_t i = 1; i < 40; ++i) CHECK(wide.row(200)[i] == wide.row(200)[0]);
}

TEST_CASE("two components of a random walk of 500 dimensions hold 76 % of its variance") {
  const SpacePath walk = random_walk(500, 300, 1);
  const PrincipalPlane plane = principal_plane({&walk, 1});
  CHECK(plane.first_share + plane.second_share == Approx(0.76).margin(0.03));
  const OnPlane far = project(plane, walk.row(150));
  CHECK(far.distance > 0);
}

TEST_CASE("a path in a plane lies in its principal plane") {
  SpacePath path;
  for (std::uint32_t k = 0; k < 30; ++k)
    path.add(k, 0, std::vector<double>{1.0 * k, 2.0 + k, 0.1 * k * k, -3.0});
  const PrincipalPlane plane = principal_plane({&path, 1});
  CHECK(plane.first_share + plane.second_share == Approx(1));
  for (std::size_t i = 0; i < path.rows(); ++i) CHECK(project(plane, path.row(i)).distance < 1e-9);
  SpacePath still;
  for (std::uint32_t k = 0; k < 3; ++k) still.add(k, 0, std::vector<double>{1, 2, 3});
  CHECK(principal_plane({&still, 1}).first_share == 0);
}

TEST_CASE("a race on a plane is the walks themselves, however it is computed") {
  const Space space = make_space("rastrigin", 30);
  const std::vector<Optimizer> methods{GradientDescent{}, Adam{.learning_rate = 0.1}};
  PlaneRace race(space, methods, 60, 3), again(space, methods, 60, 3);
  CHECK(race.advance());
  while (!again.advance(Clock::now())) {
  }
  REQUIRE(race.plane());
  CHECK(race.plane()->first == again.plane()->first);
  for (std::size_t i = 0; i < methods.size(); ++i) {
    const SpacePath alone = walk_in_space({space, methods[i], random_start(space, 3, 0)}, 60);
    CHECK(race.paths()[i].place == alone.place);
    CHECK(again.paths()[i].place == alone.place);
  }
  CHECK(race.control().rows() == 61);
  CHECK_THROWS_AS(PlaneRace(space, {Newton{}}, 10, 1), std::invalid_argument);
}

TEST_CASE("times of escape are those of their trials") {
  EscapeTimes times(0);
  while (!times.advance(Clock::now())) {
  }
  REQUIRE(times.dimensions().size() == 9);
  CHECK(times.dimensions().back() == 512);
  CHECK(times.at_total().back() > times.at_total().front());
  REQUIRE(times.of_chain().size() == 7);
  CHECK(times.of_chain().front() == chain_steps(2, 0, 0.05, 1).value());
  CHECK(times.of_chain().back() > 20 * times.of_chain().front());
}

TEST_CASE("escape takes longer in more dimensions only where the disturbance's length is fixed") {
  const auto steps = [](int n, Disturbance kind, double noise) {
    return usual_escape({.n = n, .kind = kind, .noise = noise});
  };
  // By half a logarithm of n: 0.5 ln(1000 / 10) / ln(1 + 2 rate) = 24 steps.
  const int total = static_cast<int>(steps(1000, Disturbance::total, 0)) -
                    static_cast<int>(steps(10, Disturbance::total, 0));
  CHECK(total > 12);
  CHECK(total < 36);
  const int each = static_cast<int>(steps(1000, Disturbance::per_coordinate, 0)) -
                   static_cast<int>(steps(10, Disturbance::per_coordinate, 0));
  CHECK(std::abs(each) < 12);
  CHECK(steps(100, Disturbance::total, 0.1) < steps(100, Disturbance::total, 0));
  SaddleTrial still{.n = 10, .offset = 0};
  CHECK_FALSE(escape_steps(still, 1, 0, 1000));
}

TEST_CASE("a chain of saddles takes exponentially long, unless there is noise") {
  const auto steps = [](int saddles, double noise) {
    return static_cast<double>(chain_steps(saddles, noise, 0.05, 1).value());
  };
  CHECK(steps(8, 0) > 1.7 * steps(7, 0));
  CHECK(steps(7, 0) > 1.7 * steps(6, 0));
  // Under noise each takes as long as the one before.
  CHECK(steps(8, 1e-2) - steps(6, 1e-2) < 1.5 * (steps(6, 1e-2) - steps(4, 1e-2)));
  CHECK(steps(8, 1e-2) < 0.2 * steps(8, 0));
}
