// SPDX-License-Identifier: MIT
// Kriging by a Cholesky factor that grows by a row with each sample.
#include "fogline/optimizers/gaussian_process.hpp"

#include <algorithm>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// The sum of a_i b_i, four at a time in a fixed order: as fast as it is the same on every machine.
double dot(const double* a, const double* b, std::size_t n) {
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < n; ++i) s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

constexpr std::size_t row(std::size_t i) { return i * (i + 1) / 2; }

}  // namespace

double correlation(Kernel kernel, double r_squared) {
  if (r_squared > 1e6) return 0;  // so it is far below; and the square may be infinite
  if (kernel == Kernel::rbf) return exp(-0.5 * r_squared);
  const double r = sqrt(5 * r_squared);
  return (1 + r + r * r / 3) * exp(-r);
}

double GaussianProcess::correlation_of(Vec2 a, Vec2 b) const {
  const Vec2 d = a - b;
  return correlation(kernel, sq(d.x / scale.x) + sq(d.y / scale.y));
}

void GaussianProcess::half_solve(Vec2 x, std::span<double> k) const {
  for (std::size_t i = 0; i < samples.size(); ++i) k[i] = correlation_of(x, samples[i].x);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double* l = &factor[row(i)];
    k[i] = (k[i] - dot(l, k.data(), i)) / l[i];
  }
}

void GaussianProcess::append(Vec2 x, double loss) {
  const std::size_t n = samples.size();
  factor.resize(row(n + 1));
  double* l = &factor[row(n)];
  half_solve(x, {l, n});
  // Rounding may not push the last pivot below what the noise alone leaves.
  l[n] = sqrt(max(1 + noise - dot(l, l, n), noise));
  Sample sample{x, loss, loss, 1};
  for (std::size_t i = 0; i < n; ++i) {
    sample.half_loss -= l[i] * samples[i].half_loss;
    sample.half_one -= l[i] * samples[i].half_one;
  }
  sample.half_loss /= l[n];
  sample.half_one /= l[n];
  samples.push_back(sample);
}

void GaussianProcess::rescale(Vec2 to) {
  scale = to;
  factor.clear();
  std::vector<Sample> again;
  again.swap(samples);
  samples.reserve(again.size());
  factor.reserve(row(again.size()));
  for (const Sample& s : again) append(s.x, s.loss);
}

GaussianProcess::Level GaussianProcess::level() const {
  double ones = 0, losses = 0;
  for (const Sample& s : samples) {
    ones += s.half_one * s.half_one;
    losses += s.half_one * s.half_loss;
  }
  const double mean = losses / ones;
  double squares = 0;
  for (const Sample& s : samples) squares += sq(s.half_loss - mean * s.half_one);
  return {mean, squares / static_cast<double>(samples.size()), 1 / ones};
}

GaussianProcess::Belief GaussianProcess::at(Vec2 x, const Level& level) const {
  std::vector<double> k(samples.size());
  half_solve(x, k);
  double losses = 0, ones = 0, squares = 0;
  for (std::size_t i = 0; i < k.size(); ++i) {
    losses += k[i] * samples[i].half_loss;
    ones += k[i] * samples[i].half_one;
    squares += k[i] * k[i];
  }
  return {level.mean + losses - level.mean * ones,
          level.variance * (max(0.0, 1 - squares) + level.doubt * sq(1 - ones))};
}

double GaussianProcess::log_likelihood() const {
  double log_root = 0;  // of the determinant of R
  for (std::size_t i = 0; i < samples.size(); ++i) log_root += log(factor[row(i) + i]);
  return -0.5 * static_cast<double>(samples.size()) * log(level().variance) - log_root;
}

namespace {

// The integral of the standard normal distribution up to -t, over its density there, for t >= 3: a
// continued fraction (Abramowitz and Stegun 1964, 26.2.14), of which the tail s in 1 / (t + s) is
// given.
double tail_fraction(double t) {
  double s = 0;
  for (int k = 50; k >= 1; --k) s = k / (t + s);
  return s;
}

// phi(z) + z Phi(z), z <= 3. Above -3 by Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/(3 5) + ...)
// (Marsaglia 2004, J. Stat. Softw. 11:4), else without cancellation: phi (1 - t / (t + s)).
double unit_improvement(double z) {
  const double density = 0.3989422804014327 * exp(-0.5 * z * z);
  if (z < -3) {
    const double s = tail_fraction(-z);
    return density * s / (s - z);
  }
  double sum = z, term = z;
  for (int k = 3; abs(term) > 1e-17 * abs(sum); k += 2) sum += term *= z * z / k;
  return density + z * (0.5 + density * sum);
}

}  // namespace

double expected_improvement(double best, const GaussianProcess::Belief& belief) {
  const double deviation = sqrt(belief.variance), gain = best - belief.mean;
  if (!(deviation > 0)) return max(0.0, gain);
  const double z = gain / deviation;
  // phi(z) + z Phi(z) = z + phi(-z) - z Phi(-z).
  return deviation * (z > 3 ? z + unit_improvement(-z) : unit_improvement(z));
}

}  // namespace fogline
