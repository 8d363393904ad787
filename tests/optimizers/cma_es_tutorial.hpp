// SPDX-License-Identifier: MIT
// CMA-ES as its tutorial has it (Hansen, arXiv:1604.00772v2), with dense matrices: what ours is
// compared with.
#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "optimizers/driven.hpp"

namespace fogline::tests {

using Vector = Eigen::Vector2d;
using Matrix = Eigen::Matrix2d;

inline Vector vector(Vec2 v) { return {v.x, v.y}; }

// The tutorial's table 1 for n = 2, with its names, written out once more.
struct Table1 {
  std::vector<double> w;
  int mu;
  double mu_eff, c_sigma, d_sigma, c_c, c_1, c_mu;

  explicit Table1(int lambda) : w(static_cast<std::size_t>(lambda)), mu(lambda / 2) {
    constexpr double n = 2;
    for (int i = 0; i < lambda; ++i)
      w[static_cast<std::size_t>(i)] = std::log((lambda + 1) / 2.0) - std::log(i + 1.0);
    const auto ratio = [&](auto first, auto last) {
      const double sum = std::accumulate(first, last, 0.0);
      return sum * sum / std::inner_product(first, last, first, 0.0);
    };
    mu_eff = ratio(w.begin(), w.begin() + mu);
    const double mu_eff_minus = ratio(w.begin() + mu, w.end());
    c_sigma = (mu_eff + 2) / (n + mu_eff + 5);
    d_sigma = 1 + 2 * std::max(0.0, std::sqrt((mu_eff - 1) / (n + 1)) - 1) + c_sigma;
    c_c = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n);
    c_1 = 2 / (std::pow(n + 1.3, 2) + mu_eff);
    c_mu = std::min(
        1 - c_1, 2 * (1 / 4.0 + mu_eff + 1 / mu_eff - 2) / (std::pow(n + 2, 2) + 2 * mu_eff / 2));
    const double alpha = std::min(
        {1 + c_1 / c_mu, 1 + 2 * mu_eff_minus / (mu_eff + 2), (1 - c_1 - c_mu) / (n * c_mu)});
    double positive = 0, negative = 0;
    for (const double v : w) (v >= 0 ? positive : negative) += std::abs(v);
    for (double& v : w) v *= v >= 0 ? 1 / positive : alpha / negative;
  }
};

// The tutorial's generation, equations (38) to (47), with dense matrices and C^(-1/2) as it stands
// there.
struct Tutorial {
  Table1 k;
  Vector m, p_sigma{0, 0}, p_c{0, 0};
  Matrix C = Matrix::Identity();
  double sigma;
  int held = 0;  // generations with h_sigma = 0

  using Samples = std::vector<std::pair<double, Vector>>;  // loss and y, the best first

  Samples sample(const Probe& f, const Matrix& root, const Stream& random, std::uint32_t g) const {
    Samples y;
    for (std::uint32_t i = 0; i < k.w.size(); ++i) {
      const Vector yi = root * vector(random.normal_pair(Purpose::sample, g, i));
      const Vector x = m + sigma * yi;
      y.emplace_back(f.at({x(0), x(1)}).v, yi);
    }
    std::sort(y.begin(), y.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return y;
  }

  void generation(const Probe& f, const Stream& random, std::uint32_t g) {
    constexpr double n = 2;
    const double length = std::sqrt(2.0) * std::tgamma(1.5) / std::tgamma(1.0);  // E|N(0, I)|
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(C);
    const Matrix inverse = eigen.operatorInverseSqrt();
    const Samples y = sample(f, eigen.operatorSqrt(), random, g);
    Vector y_w{0, 0};
    for (std::size_t i = 0; i < static_cast<std::size_t>(k.mu); ++i) y_w += k.w[i] * y[i].second;
    m += sigma * y_w;
    p_sigma = (1 - k.c_sigma) * p_sigma +
              std::sqrt(k.c_sigma * (2 - k.c_sigma) * k.mu_eff) * (inverse * y_w);
    const bool h = p_sigma.norm() / std::sqrt(1 - std::pow(1 - k.c_sigma, 2 * (g + 1.0))) <
                   (1.4 + 2 / (n + 1)) * length;
    held += !h;
    p_c = (1 - k.c_c) * p_c + (h ? std::sqrt(k.c_c * (2 - k.c_c) * k.mu_eff) : 0) * y_w;
    const double delta = h ? 0 : k.c_c * (2 - k.c_c);
    const double sum = std::accumulate(k.w.begin(), k.w.end(), 0.0);
    C = (1 + k.c_1 * delta - k.c_1 - k.c_mu * sum) * C + k.c_1 * p_c * p_c.transpose();
    for (std::size_t i = 0; i < y.size(); ++i) {
      const Vector& yi = y[i].second;
      const double w = k.w[i] * (k.w[i] >= 0 ? 1 : n / (inverse * yi).squaredNorm());
      C += k.c_mu * w * yi * yi.transpose();
    }
    sigma *= std::exp(k.c_sigma / k.d_sigma * (p_sigma.norm() / length - 1));
  }
};

}  // namespace fogline::tests
