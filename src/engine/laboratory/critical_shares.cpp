// SPDX-License-Identifier: MIT
// Counting critical points.
#include "fogline/engine/laboratory/critical_shares.hpp"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <algorithm>
#include <cassert>
#include <cmath>

#include "fogline/core/elementary.hpp"
#include "fogline/landscapes/space.hpp"

namespace fogline {
namespace {

using Matrix = Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic>>;

// Purposes of the census's draws, by the number of the draw.
double normal(const Stream& random, std::uint32_t sample, std::uint32_t draw) {
  const Vec2 pair = random.normal_pair(Purpose::sample, sample, draw / 2);
  return draw % 2 == 0 ? pair.x : pair.y;
}

// Of a matrix of the Gaussian orthogonal ensemble with off-diagonal variance 1 and `size` rows, as
// its tridiagonal form: normal numbers of variance 2, beside them chi of size - 1, ..., 1.
std::vector<double> eigenvalues(const Stream& random, std::uint32_t sample, int size) {
  Eigen::VectorXd diagonal(size), beside(size - 1);
  std::uint32_t draw = 0;
  for (int i = 0; i < size; ++i) diagonal[i] = 1.4142135623730951 * normal(random, sample, draw++);
  for (int i = 0; i < size - 1; ++i) {
    double square = 0;
    for (int k = 0; k < size - 1 - i; ++k) square += sq(normal(random, sample, draw++));
    beside[i] = sqrt(square);
  }
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  solver.computeFromTridiagonal(diagonal, beside, Eigen::EigenvaluesOnly);
  const auto& found = solver.eigenvalues();
  return {found.data(), found.data() + size};
}

// Roots of the derivative of f on [low, high], by bisection between the points of a fine lattice.
template <class Slope>
std::vector<double> roots(const Slope& slope, double low, double high) {
  constexpr int cells = 1000;
  std::vector<double> found;
  for (int i = 0; i < cells; ++i) {
    double a = low + (high - low) * i / cells, b = low + (high - low) * (i + 1) / cells;
    if (!(slope(a) * slope(b) < 0)) continue;
    for (int k = 0; k < 60; ++k) {
      const double middle = 0.5 * (a + b);
      (slope(a) * slope(middle) <= 0 ? b : a) = middle;
    }
    found.push_back(0.5 * (a + b));
  }
  return found;
}

}  // namespace

double SeparableShares::minima_share(int n) const {
  return pow(static_cast<double>(minima) / critical, n);
}

double SeparableShares::global_share(int n) const { return pow(global, n); }

SeparableShares styblinski_tang_shares() {
  const StyblinskiTang f;
  const Box box = f.domain();
  const auto jet = [&](double x) { return f(jet_point({x, 0})); };
  const std::vector<double> all = roots([&](double x) { return jet(x).x; }, box.low.x, box.high.x);
  SeparableShares shares{.critical = static_cast<int>(all.size())};
  double lowest = HUGE_VAL;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!(jet(all[i]).xx > 0)) continue;
    ++shares.minima;
    if (!(jet(all[i]).v < lowest)) continue;
    lowest = jet(all[i]).v;
    const double from = i == 0 ? box.low.x : all[i - 1];
    const double to = i + 1 == all.size() ? box.high.x : all[i + 1];
    shares.global = (to - from) / box.size().x;
  }
  return shares;
}

FieldCensus::FieldCensus(int n, std::uint64_t seed, int samples)
    : n_(n), wanted_(samples), seed_(seed), level_weight_(bins), level_index_(bins) {
  assert(n >= 1 && n <= most_dimensions);
  for (auto* sums : {&sum_, &square_, &cross_}) sums->assign(static_cast<std::size_t>(n) + 1, 0);
}

bool FieldCensus::advance(Clock::time_point deadline) {
  const Stream random{.seed = seed_};
  while (made_ < wanted_) {
    add(eigenvalues(random, static_cast<std::uint32_t>(made_), n_ + 1));
    ++made_;
    if (Clock::now() >= deadline) break;
  }
  return made_ >= wanted_;
}

void FieldCensus::add(const std::vector<double>& eigenvalues) {
  std::vector<double> weight;
  double all = 0;
  for (const double lambda : eigenvalues) all += weight.emplace_back(exp(-0.25 * sq(lambda)));
  for (std::size_t k = 0; k < weight.size(); ++k) {
    sum_[k] += weight[k];
    square_[k] += sq(weight[k]);
    cross_[k] += weight[k] * all;
    const double level = eigenvalues[k] / std::sqrt(static_cast<double>(n_));
    const int bin = static_cast<int>(std::floor((level + widest) * bins / (2 * widest)));
    if (bin < 0 || bin >= bins) continue;
    level_weight_[static_cast<std::size_t>(bin)] += weight[k];
    level_index_[static_cast<std::size_t>(bin)] += weight[k] * static_cast<double>(k) / n_;
  }
  all_ += all;
  all_square_ += sq(all);
}

// A ratio of two means; its error by the residuals w_k - share * (all weights).
Share FieldCensus::with_index(int k) const {
  if (made_ == 0) return {};
  const auto i = static_cast<std::size_t>(k);
  const double share = sum_[i] / all_;
  const double residual = square_[i] - 2 * share * cross_[i] + sq(share) * all_square_;
  return {share, std::sqrt(std::max(residual, 0.0)) / all_};
}

std::vector<FieldCensus::Level> FieldCensus::levels() const {
  std::vector<Level> all;
  for (int b = 0; b < bins; ++b) {
    const auto i = static_cast<std::size_t>(b);
    const double weight = level_weight_[i];
    all.push_back({-widest + (b + 0.5) * 2 * widest / bins, all_ > 0 ? weight / all_ : 0,
                   weight > 0 ? level_index_[i] / weight : 0});
  }
  return all;
}

double semicircle_index(double loss) {
  const double u = std::clamp(loss, -2.0, 2.0), height = sqrt(4 - u * u);
  return 0.5 + u * height / (4 * pi) + atan2(u, height) / pi;
}

NewtonCensus::NewtonCensus(int n, std::uint64_t seed, int starts)
    : n_(n), wanted_(starts), seed_(seed), by_index_(static_cast<std::size_t>(n) + 1) {
  assert(n >= 1 && n <= most_dimensions);
}

int NewtonCensus::converged() const {
  int all = 0;
  for (const int count : by_index_) all += count;
  return all;
}

namespace {

// The index of the critical point that Newton's method, without any safeguard, reaches within 60
// steps; -1 where it reaches none.
int newton_index(Space& space, std::vector<double> x) {
  const auto n = static_cast<Eigen::Index>(x.size());
  std::vector<double> g(x.size());
  for (int k = 0; k < 60; ++k) {
    space.gradient(x, g);
    const Eigen::Map<const Eigen::VectorXd> slope(g.data(), n);
    const std::vector<double> h = space.hessian(x);
    const Matrix hessian(h.data(), n, n);
    if (slope.norm() < 1e-10 * std::sqrt(static_cast<double>(n))) {
      const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(hessian, Eigen::EigenvaluesOnly);
      return static_cast<int>((solver.eigenvalues().array() < 0).count());
    }
    const Eigen::VectorXd step = hessian.partialPivLu().solve(slope);
    if (!step.allFinite()) return -1;
    for (std::size_t i = 0; i < x.size(); ++i) x[i] -= step[static_cast<Eigen::Index>(i)];
  }
  return -1;
}

}  // namespace

bool NewtonCensus::advance(Clock::time_point deadline) {
  const auto n = static_cast<std::size_t>(n_);
  Space space(random_field(n, seed_), n);
  while (made_ < wanted_) {
    const Stream random{.seed = seed_, .walker = static_cast<std::uint32_t>(made_)};
    std::vector<double> start;
    for (std::uint32_t i = 0; i < n; ++i)
      start.push_back(-5 + 10 * random.uniform(Purpose::start, 0, i));
    const int index = newton_index(space, start);
    if (index >= 0) ++by_index_[static_cast<std::size_t>(index)];
    ++made_;
    if (Clock::now() >= deadline) break;
  }
  return made_ >= wanted_;
}

}  // namespace fogline
