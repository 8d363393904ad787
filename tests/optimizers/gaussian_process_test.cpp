// SPDX-License-Identifier: MIT
// The Gaussian process against dense matrices, and the expected improvement against its integral.
#include "fogline/optimizers/gaussian_process.hpp"

#include <Eigen/Dense>
#include <bit>
#include <cmath>

#include "catch.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/rng.hpp"

using namespace fogline;

namespace {

Vec2 somewhere(std::uint32_t i) { return Stream{.seed = 3}.uniform_pair(Purpose::start, i); }
double loss_at(Vec2 x) { return 40 + 7 * std::sin(5 * x.x) * std::cos(4 * x.y) + 3 * x.x; }

GaussianProcess process(std::uint32_t samples, Kernel kernel = Kernel::matern52,
                        double noise = 1e-8) {
  GaussianProcess gp{.kernel = kernel, .scale = {0.3, 0.5}, .noise = noise};
  for (std::uint32_t i = 0; i < samples; ++i) gp.append(somewhere(i), loss_at(somewhere(i)));
  return gp;
}

// The same posterior by dense solves: equations (5), (6), (7) and (9) of Jones et al.
struct Dense {
  Eigen::MatrixXd R;
  Eigen::VectorXd y, one;
  Eigen::LDLT<Eigen::MatrixXd> solver;
  double mean, variance;

  explicit Dense(const GaussianProcess& gp) {
    const auto n = static_cast<Eigen::Index>(gp.samples.size());
    R.resize(n, n);
    y.resize(n);
    one = Eigen::VectorXd::Ones(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      y(i) = sample(gp, i).loss;
      for (Eigen::Index j = 0; j < n; ++j)
        R(i, j) = gp.correlation_of(sample(gp, i).x, sample(gp, j).x) + (i == j ? gp.noise : 0);
    }
    solver.compute(R);
    mean = one.dot(solver.solve(y)) / one.dot(solver.solve(one));
    const Eigen::VectorXd rest = y - mean * one;
    variance = rest.dot(solver.solve(rest)) / static_cast<double>(n);
  }
  static const GaussianProcess::Sample& sample(const GaussianProcess& gp, Eigen::Index i) {
    return gp.samples[static_cast<std::size_t>(i)];
  }
  GaussianProcess::Belief at(const GaussianProcess& gp, Vec2 x) const {
    Eigen::VectorXd r(y.size());
    for (Eigen::Index i = 0; i < r.size(); ++i) r(i) = gp.correlation_of(x, sample(gp, i).x);
    const Eigen::VectorXd s = solver.solve(r);
    const double doubt = 1 - one.dot(s);
    return {mean + s.dot(y - mean * one),
            variance * (1 - r.dot(s) + doubt * doubt / one.dot(solver.solve(one)))};
  }
  double log_likelihood() const {
    return -0.5 * static_cast<double>(y.size()) * std::log(variance) -
           0.5 * solver.vectorD().array().log().sum();
  }
};

}  // namespace

TEST_CASE("correlations are those of the kernels' formulas") {
  for (const double r : {0.0, 0.1, 1.0, 3.0, 20.0}) {
    CHECK(correlation(Kernel::rbf, r * r) == Approx(std::exp(-r * r / 2)));
    const double a = std::sqrt(5.0) * r;
    CHECK(correlation(Kernel::matern52, r * r) == Approx((1 + a + a * a / 3) * std::exp(-a)));
  }
  for (const Kernel kernel : {Kernel::rbf, Kernel::matern52}) {
    CHECK(correlation(kernel, 0) == 1);
    CHECK(correlation(kernel, 1e300) == 0);
    CHECK(correlation(kernel, HUGE_VAL) == 0);
  }
  const GaussianProcess gp{.scale = {2, 0.5}};
  CHECK(gp.correlation_of({1, 1}, {3, 1}) == correlation(Kernel::matern52, 1));
  CHECK(gp.correlation_of({1, 1}, {1, 2}) == correlation(Kernel::matern52, 4));
}

TEST_CASE("the posterior is that of a dense solve") {
  for (const Kernel kernel : {Kernel::rbf, Kernel::matern52})
    for (const std::uint32_t n : {1u, 2u, 7u, 40u}) {
      const GaussianProcess gp = process(n, kernel, 1e-4);
      const Dense dense(gp);
      const auto level = gp.level();
      INFO("samples " << n);
      CHECK(level.mean == Approx(dense.mean).epsilon(1e-9));
      CHECK(level.variance == Approx(dense.variance).epsilon(1e-8).margin(1e-20));
      if (n > 1) CHECK(gp.log_likelihood() == Approx(dense.log_likelihood()).epsilon(1e-9));
      for (std::uint32_t i = 0; i < 50; ++i) {
        const Vec2 x = somewhere(1000 + i);
        const auto a = gp.at(x, level), b = dense.at(gp, x);
        REQUIRE(a.mean == Approx(b.mean).epsilon(1e-9));
        REQUIRE(a.variance == Approx(b.variance).margin(1e-9 * level.variance + 1e-20));
      }
    }
}

TEST_CASE("a factor grown sample by sample is the Cholesky factor of the whole matrix") {
  const GaussianProcess gp = process(60, Kernel::matern52, 1e-6);
  const Dense dense(gp);
  const Eigen::MatrixXd L = dense.R.llt().matrixL();
  REQUIRE(gp.factor.size() == 60 * 61 / 2);
  for (int i = 0; i < 60; ++i)
    for (int j = 0; j <= i; ++j)
      REQUIRE(gp.factor[static_cast<std::size_t>(i * (i + 1) / 2 + j)] ==
              Approx(L(i, j)).margin(1e-9));
}

TEST_CASE("made anew, the process is the same to the bit; with other scales it is another") {
  const GaussianProcess gp = process(30);
  GaussianProcess again = gp;
  again.factor.clear();
  again.rescale(gp.scale);
  REQUIRE(again.factor.size() == gp.factor.size());
  for (std::size_t i = 0; i < gp.factor.size(); ++i)
    REQUIRE(std::bit_cast<std::uint64_t>(again.factor[i]) ==
            std::bit_cast<std::uint64_t>(gp.factor[i]));
  CHECK(again.at({0.2, 0.7}, again.level()).mean == gp.at({0.2, 0.7}, gp.level()).mean);
  again.rescale({0.1, 0.1});
  CHECK(again.at({0.2, 0.7}, again.level()).mean != gp.at({0.2, 0.7}, gp.level()).mean);
  GaussianProcess direct{.scale = {0.1, 0.1}, .noise = gp.noise};
  for (const auto& s : gp.samples) direct.append(s.x, s.loss);
  CHECK(again.factor == direct.factor);
}

TEST_CASE("the mean goes through the samples, and there is no doubt left at them") {
  for (const Kernel kernel : {Kernel::rbf, Kernel::matern52}) {
    const GaussianProcess gp = process(25, kernel, 1e-10);
    const auto level = gp.level();
    const double deviation = std::sqrt(level.variance);
    for (const auto& s : gp.samples) {
      const auto belief = gp.at(s.x, level);
      CHECK(belief.mean == Approx(s.loss).margin(1e-4 * deviation));
      CHECK(belief.variance <= 2e-10 * level.variance);
    }
  }
}

TEST_CASE("between samples near enough to each other the mean is the landscape") {
  for (const Kernel kernel : {Kernel::rbf, Kernel::matern52}) {
    GaussianProcess gp{.kernel = kernel, .scale = {0.3, 0.3}};
    for (int i = 0; i <= 10; ++i)
      for (int j = 0; j <= 10; ++j) gp.append({i / 10.0, j / 10.0}, loss_at({i / 10.0, j / 10.0}));
    double error = 0;
    for (std::uint32_t i = 0; i < 200; ++i)
      error =
          std::max(error, std::abs(gp.at(somewhere(i), gp.level()).mean - loss_at(somewhere(i))));
    CHECK(error < 0.1);  // losses span 33 to 49
  }
}

TEST_CASE("far from all samples the process knows its level and nothing more") {
  const GaussianProcess gp = process(25);
  const auto level = gp.level();
  for (const Vec2 x : {Vec2{1e3, -40}, Vec2{1e200, 1e300}}) {
    const auto belief = gp.at(x, level);
    CHECK(belief.mean == level.mean);
    CHECK(belief.variance == Approx(level.variance * (1 + level.doubt)));
  }
}

TEST_CASE("with a loss's unit and origin the belief changes its own, and nothing else") {
  const GaussianProcess gp = process(20);
  GaussianProcess other{.scale = gp.scale, .noise = gp.noise};
  for (const auto& s : gp.samples) other.append(s.x, -1000 + 5 * s.loss);
  for (std::uint32_t i = 0; i < 20; ++i) {
    const auto a = gp.at(somewhere(500 + i), gp.level()),
               b = other.at(somewhere(500 + i), other.level());
    CHECK(b.mean == Approx(-1000 + 5 * a.mean).epsilon(1e-8));
    CHECK(b.variance == Approx(25 * a.variance).epsilon(1e-6));
  }
}

TEST_CASE("two samples at one place, a hundred on a heap: the factor stays finite") {
  GaussianProcess gp{.scale = {1, 1}, .noise = 1e-12};
  for (std::uint32_t i = 0; i < 100; ++i) gp.append(1e-9 * somewhere(i / 2), 1 + i % 3);
  for (const double v : gp.factor) REQUIRE(std::isfinite(v));
  const auto belief = gp.at({0.5, 0.5}, gp.level());
  CHECK(std::isfinite(belief.mean));
  CHECK(belief.variance >= 0);
}

TEST_CASE("the expected improvement is the mean of what lies below the best") {
  // By the trapezium rule over twelve deviations.
  for (const double best : {-3.0, 0.0, 2.0})
    for (const double deviation : {0.1, 1.0, 7.0}) {
      constexpr int n = 40'000;
      double sum = 0;
      for (int i = 0; i <= n; ++i) {
        const double z = -12 + 24.0 * i / n, y = 0.5 + deviation * z;
        sum += std::max(0.0, best - y) * std::exp(-z * z / 2) / std::sqrt(2 * pi) * (24.0 / n);
      }
      CHECK(expected_improvement(best, {0.5, deviation * deviation}) ==
            Approx(sum).epsilon(1e-6).margin(1e-12));
    }
}

TEST_CASE("the expected improvement is precise in both tails and never negative") {
  // phi(z) + z Phi(z) with erfc; deep in the left tail phi(z) / z^2 (1 - 3/z^2 + 15/z^4).
  const auto phi = [](double z) { return std::exp(-z * z / 2) / std::sqrt(2 * pi); };
  for (double z = -2.5; z <= 40; z += 0.01) {
    const double exact = phi(z) + z * 0.5 * std::erfc(-z / std::sqrt(2.0));
    REQUIRE(expected_improvement(z, {0, 1}) == Approx(exact).epsilon(1e-11));
  }
  for (double z = -37; z <= -12; z += 0.1) {
    const double q = 1 / (z * z), exact = phi(z) * q * (1 - q * (3 - q * (15 - q * 105)));
    REQUIRE(expected_improvement(z, {0, 1}) == Approx(exact).epsilon(1e-4));
  }
  double last = 0;
  for (double z = -60; z <= 60; z += 1e-3) {
    const double improvement = expected_improvement(z, {0, 1});
    REQUIRE(improvement >= last);  // it grows with the best, over every seam of its formulas
    REQUIRE(improvement >= z);
    last = improvement;
  }
}

TEST_CASE("without any doubt the expected improvement is the improvement") {
  CHECK(expected_improvement(2, {0.5, 0}) == 1.5);
  CHECK(expected_improvement(0.5, {2, 0}) == 0);
  CHECK(expected_improvement(1, {1, 0}) == 0);
}
