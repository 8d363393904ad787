// SPDX-License-Identifier: MIT
// Principal components from the smaller of the two matrices that have them.
#include "fogline/engine/laboratory/principal_plane.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cassert>
#include <cmath>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::size_t most_rows = 400;  // of all paths together, evenly spread

Rows gathered(std::span<const SpacePath> paths) {
  std::size_t count = 0;
  for (const SpacePath& p : paths) count += p.rows();
  const std::size_t stride = 1 + count / most_rows;
  std::vector<std::span<const double>> kept;
  for (const SpacePath& p : paths)
    for (std::size_t i = 0; i < p.rows(); i += stride) kept.push_back(p.row(i));
  Rows rows(static_cast<Eigen::Index>(kept.size()),
            static_cast<Eigen::Index>(paths.front().dimensions));
  for (std::size_t i = 0; i < kept.size(); ++i)
    rows.row(static_cast<Eigen::Index>(i)) =
        Eigen::Map<const Eigen::RowVectorXd>(kept[i].data(), rows.cols());
  return rows;
}

// The direction with the largest entry positive, so that it is the same on every machine.
std::vector<double> as_direction(Eigen::VectorXd v) {
  v.normalize();
  Eigen::Index largest = 0;
  v.cwiseAbs().maxCoeff(&largest);
  if (v[largest] < 0) v = -v;
  return {v.data(), v.data() + v.size()};
}

double inner_product(std::span<const double> a, std::span<const double> b) {
  double total = 0;
  for (std::size_t i = 0; i < a.size(); ++i) total += a[i] * b[i];
  return total;
}

}  // namespace

PrincipalPlane principal_plane(std::span<const SpacePath> paths) {
  assert(!paths.empty() && paths.front().dimensions >= 2);
  Rows rows = gathered(paths);
  const Eigen::RowVectorXd mean = rows.colwise().mean();
  rows.rowwise() -= mean;
  const auto n = static_cast<std::size_t>(rows.cols());
  PrincipalPlane plane{
      {mean.data(), mean.data() + n}, std::vector<double>(n), std::vector<double>(n)};
  plane.first[0] = plane.second[1] = 1;
  const double variance = rows.squaredNorm();
  if (!(variance > 0)) return plane;
  const bool wide = rows.cols() > rows.rows();
  const Eigen::MatrixXd square =
      wide ? Eigen::MatrixXd(rows * rows.transpose()) : Eigen::MatrixXd(rows.transpose() * rows);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(square);
  const Eigen::Index last = square.rows() - 1;
  const auto component = [&](Eigen::Index i) -> Eigen::VectorXd {
    const Eigen::VectorXd v = solver.eigenvectors().col(i);
    return wide ? Eigen::VectorXd(rows.transpose() * v) : v;
  };
  plane.first = as_direction(component(last));
  plane.first_share = solver.eigenvalues()[last] / variance;
  if (last < 1 || !(solver.eigenvalues()[last - 1] > 1e-24 * variance)) {
    // All on one line: any direction across it will do.
    std::vector<double> across(n);
    across[std::abs(plane.first[0]) < 0.9 ? 0 : 1] = 1;
    const double along = inner_product(across, plane.first);
    for (std::size_t i = 0; i < n; ++i) across[i] -= along * plane.first[i];
    plane.second = as_direction(Eigen::Map<const Eigen::VectorXd>(across.data(), rows.cols()));
    return plane;
  }
  plane.second = as_direction(component(last - 1));
  plane.second_share = solver.eigenvalues()[last - 1] / variance;
  return plane;
}

OnPlane project(const PrincipalPlane& plane, std::span<const double> x) {
  std::vector<double> rest(x.begin(), x.end());
  for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= plane.mean[i];
  OnPlane p{inner_product(rest, plane.first), inner_product(rest, plane.second)};
  for (std::size_t i = 0; i < rest.size(); ++i)
    rest[i] -= p.u * plane.first[i] + p.v * plane.second[i];
  p.distance = std::sqrt(inner_product(rest, rest));
  return p;
}

SpacePath random_walk(std::size_t n, std::uint32_t steps, std::uint64_t seed) {
  const Stream random{.seed = seed};
  SpacePath path;
  std::vector<double> x(n);
  path.add(0, 0, x);
  for (std::uint32_t k = 1; k <= steps; ++k) {
    for (std::uint32_t i = 0; i < n; ++i) {
      const Vec2 pair = random.normal_pair(Purpose::proposal, k, i / 2);
      x[i] += i % 2 == 0 ? pair.x : pair.y;
    }
    path.add(k, 0, x);
  }
  return path;
}

PlaneRace::PlaneRace(const Space& space, const std::vector<Optimizer>& methods, std::uint32_t steps,
                     std::uint64_t seed)
    : paths_(methods.size()),
      control_(random_walk(space.dimensions(), steps, seed)),
      steps_(steps) {
  for (std::size_t i = 0; i < methods.size(); ++i) {
    const SpaceWalker& w = walkers_.emplace_back(space, methods[i], random_start(space, seed, 0));
    paths_[i].add(0, w.loss(), w.x());
  }
}

bool PlaneRace::advance(Clock::time_point deadline) {
  while (next_ < walkers_.size()) {
    SpaceWalker& w = walkers_[next_];
    if (w.step() >= steps_ || !w.advance())
      ++next_;
    else
      paths_[next_].add(w.step(), w.loss(), w.x());
    if (Clock::now() >= deadline) return false;
  }
  if (!plane_) {
    plane_ = principal_plane(paths_);
    if (Clock::now() >= deadline) return false;
  }
  if (!plane_of_control_) plane_of_control_ = principal_plane({&control_, 1});
  return true;
}

}  // namespace fogline
