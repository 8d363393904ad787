// SPDX-License-Identifier: MIT
// CMA-ES in the plane; equation numbers are those of the tutorial's second version.
#include "fogline/optimizers/cma_es.hpp"

#include "fogline/core/elementary.hpp"
#include "fogline/core/symmetric2.hpp"

namespace fogline {

std::vector<Param> CmaEs::params() {
  return {population_param(population, 2),
          real("initial_step_size", initial_step_size, {0.001, 1, Scale::log}, positive,
               "Standard deviation of the first samples, as a share of the domain's diagonal."),
          on_off("negative_weights", negative_weights,
                 "Whether the worse half of the samples shrinks the covariance where it lies.")};
}

namespace {

constexpr double slimmest = 1e-14;                  // ratio of the eigenvalues of C at least
constexpr double n = 2;                             // dimensions
constexpr double mean_length = 1.2533141373155003;  // E|N(0, I)| = sqrt(pi / 2) for n = 2

using Covariance = CmaEs::Covariance;

Vec2 operator*(const Covariance& a, Vec2 v) {
  return {a.xx * v.x + a.xy * v.y, a.xy * v.x + a.yy * v.y};
}

void add_outer_product(Covariance& a, double weight, Vec2 v) {
  a.xx += weight * v.x * v.x;
  a.xy += weight * v.x * v.y;
  a.yy += weight * v.y * v.y;
}

// (sum w)^2 / sum w^2.
double effective(const std::vector<double>& w, std::size_t first, std::size_t last) {
  double sum = 0, squares = 0;
  for (std::size_t i = first; i < last; ++i) {
    sum += w[i];
    squares += w[i] * w[i];
  }
  return squares > 0 ? sum * sum / squares : 0;
}

// The weights of equation (53) from the raw ones of (49).
void scale_weights(CmaEs::Constants& k, bool negative_weights) {
  const double mu_eff_negative = effective(k.weights, k.mu, k.weights.size());
  const double largest = min(1 + k.c_1 / k.c_mu, min(1 + 2 * mu_eff_negative / (k.mu_eff + 2),
                                                     (1 - k.c_1 - k.c_mu) / (n * k.c_mu)));
  double positive_sum = 0, negative_sum = 0;
  for (const double w : k.weights) (w >= 0 ? positive_sum : negative_sum) += abs(w);
  for (double& w : k.weights)
    w = w >= 0 ? w / positive_sum : negative_weights ? w * largest / negative_sum : 0;
}

}  // namespace

CmaEs::Constants CmaEs::constants() const {
  Constants k;
  const auto lambda = static_cast<std::size_t>(population);
  k.mu = lambda / 2;
  for (std::size_t i = 1; i <= lambda; ++i)
    k.weights.push_back(log((static_cast<double>(lambda) + 1) / 2) - log(static_cast<double>(i)));
  const double mu_eff = k.mu_eff = effective(k.weights, 0, k.mu);
  k.c_sigma = (mu_eff + 2) / (n + mu_eff + 5);
  k.d_sigma = 1 + 2 * max(0.0, sqrt((mu_eff - 1) / (n + 1)) - 1) + k.c_sigma;
  k.c_c = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n);
  k.c_1 = 2 / (sq(n + 1.3) + mu_eff);
  k.c_mu = min(1 - k.c_1, 2 * (0.25 + mu_eff + 1 / mu_eff - 2) / (sq(n + 2) + mu_eff));
  scale_weights(k, negative_weights);
  return k;
}

// B D B', C = B D^2 B'.
Covariance Covariance::root() const {
  const Eigen2 e = eigen(xx, xy, yy);
  Covariance root{0, 0, 0};
  add_outer_product(root, sqrt(e.high), e.high_direction);
  add_outer_product(root, sqrt(max(e.low, slimmest * e.high)), e.low_direction);
  return root;
}

namespace {

void sample(CmaEs::State& s, Oracle& oracle, std::size_t count, const Moment& moment) {
  const Covariance root = s.C.root();
  s.samples.clear();
  for (std::uint32_t k = 0; k < count; ++k) {
    const Vec2 z = moment.random.normal_pair(Purpose::sample, moment.step, k);  // (38)
    const Vec2 x = s.mean + s.sigma * (root * z);                               // (39), (40)
    s.samples.push_back({z, x, or_worst(oracle.value(x))});
  }
  std::stable_sort(s.samples.begin(), s.samples.end(),
                   [](const auto& a, const auto& b) { return a.loss < b.loss; });
}

// Equations (46) and (47). C^(-1/2) y is z, for y was made by the symmetric root.
void learn_shape(CmaEs::State& s, const CmaEs::Constants& k, const Covariance& root, bool h_sigma) {
  double sum = 0;
  for (const double w : k.weights) sum += w;
  const double lost = h_sigma ? 0 : k.c_1 * k.c_c * (2 - k.c_c);
  const double kept = 1 + lost - k.c_1 - k.c_mu * sum;
  s.C = {kept * s.C.xx, kept * s.C.xy, kept * s.C.yy};
  add_outer_product(s.C, k.c_1, s.path_c);
  for (std::size_t i = 0; i < k.weights.size(); ++i) {
    const Vec2 z = s.samples[i].z;
    const double w = k.weights[i];
    add_outer_product(s.C, k.c_mu * (w >= 0 ? w : w * n / max(dot(z, z), 1e-300)), root * z);
  }
}

// Equations (41) to (47).
void update(CmaEs::State& s, const CmaEs::Constants& k) {
  const Covariance root = s.C.root();
  Vec2 z_w;
  for (std::size_t i = 0; i < k.mu; ++i) z_w = z_w + k.weights[i] * s.samples[i].z;
  const Vec2 y_w = root * z_w;
  s.mean = s.mean + s.sigma * y_w;

  s.path_sigma =
      (1 - k.c_sigma) * s.path_sigma + sqrt(k.c_sigma * (2 - k.c_sigma) * k.mu_eff) * z_w;
  const double length = norm(s.path_sigma);
  const int age = static_cast<int>(std::min(++s.generation, 1000u));  // the power is 0 long before
  const bool h_sigma =
      length < (1.4 + 2 / (n + 1)) * mean_length * sqrt(1 - pow(1 - k.c_sigma, 2 * age));
  s.path_c = (1 - k.c_c) * s.path_c + (h_sigma ? sqrt(k.c_c * (2 - k.c_c) * k.mu_eff) : 0.0) * y_w;
  learn_shape(s, k, root, h_sigma);
  s.sigma *= exp(k.c_sigma / k.d_sigma * (length / mean_length - 1));
}

// What a long walk on level ground would else bring out of range. An ellipse too slim for its
// numbers is opened. Scale is handed from C to sigma by powers of two, which changes no sample by a
// bit.
void keep_in_range(CmaEs::State& s) {
  const Eigen2 e = eigen(s.C.xx, s.C.xy, s.C.yy);
  const double lift = max(0.0, slimmest * e.high - e.low);
  s.C.xx += lift;
  s.C.yy += lift;
  const double to_sigma = e.high > 0x1p40 ? 0x1p20 : e.high < 0x1p-40 ? 0x1p-20 : 1;
  const double square = to_sigma * to_sigma;
  s.sigma *= to_sigma;
  s.C = {s.C.xx / square, s.C.xy / square, s.C.yy / square};
  s.path_c = (1 / to_sigma) * s.path_c;
}

}  // namespace

Event CmaEs::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  if (state.generation == 0) {
    state.mean = x;
    state.sigma = initial_step_size * moment.domain.diagonal();
  }
  const Constants k = constants();
  sample(state, oracle, k.weights.size(), moment);
  update(state, k);
  keep_in_range(state);
  x = state.mean;
  return Event::none;
}

std::vector<Mark> CmaEs::marks(const State& state) const {
  if (state.generation == 0) return {};
  Mark places{"population", {}};
  for (const Sample& s : state.samples)
    if (is_finite(s.x)) places.values.insert(places.values.end(), {s.x.x, s.x.y});
  const double square = sq(state.sigma);
  const Covariance& C = state.C;
  const Mark ellipse{"ellipse",
                     {state.mean.x, state.mean.y, square * C.xx, square * C.xy, square * C.yy}};
  if (!std::isfinite(square * (C.xx + C.yy))) return {places};
  return {places, ellipse};
}

}  // namespace fogline
