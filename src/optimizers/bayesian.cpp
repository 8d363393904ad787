// SPDX-License-Identifier: MIT
// Bayesian optimization: the choice of scales, the search for the best place to ask.
#include "fogline/optimizers/bayesian.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "fogline/core/elementary.hpp"

namespace fogline {

std::vector<Param> Bayesian::params() {
  return {integer("evaluations", evaluations, {10, 500, Scale::log}, {.low = 1, .high = 1000},
                  "Losses it asks for at most; the work grows with the square of their number."),
          integer("initial_samples", initial_samples, {1, 50}, {.low = 1, .high = 1000},
                  "Losses it asks for before it believes anything: the start and random places."),
          choice("kernel", kernel, kernels,
                 "How smooth the landscape is thought to be: twice differentiable, or infinitely."),
          real("noise", noise, {1e-12, 0.1, Scale::log}, {.low = 1e-12, .high = 1e6},
               "Variance of the noise in a loss, as a share of the landscape's own variance."),
          real("exploration", exploration, {0, 1}, non_negative,
               "Improvement asked for beyond the best, as a share of the landscape's deviation.")};
}

namespace {

constexpr std::size_t candidate_count = 512;
constexpr int looks = 24;                           // of one search for more
constexpr double widest = 1.6, narrowest = 0.0125;  // scales as shares of the domain's sides
constexpr double largest_loss = 1e100;              // losses beyond it count as it
constexpr double precision = 1e-15;                 // differences below this share are rounding

using State = Bayesian::State;

// What the acquisition is made of, at the samples known now.
struct Outlook {
  const GaussianProcess& surrogate;
  GaussianProcess::Level level;
  double target = 0;  // losses below it are an improvement

  double operator()(Vec2 x) const { return expected_improvement(target, surrogate.at(x, level)); }
  double operator()(const Bayesian::Candidate& c) const {
    const double mean = level.mean + c.losses - level.mean * c.ones;
    const double spread = max(0.0, 1 - c.squares) + level.doubt * sq(1 - c.ones);
    return expected_improvement(target, {mean, level.variance * spread});
  }
};

const GaussianProcess::Sample& best_sample(const GaussianProcess& surrogate) {
  return *std::min_element(surrogate.samples.begin(), surrogate.samples.end(),
                           [](const auto& a, const auto& b) { return a.loss < b.loss; });
}

Outlook outlook(const GaussianProcess& surrogate, double exploration) {
  const auto level = surrogate.level();
  return {surrogate, level, best_sample(surrogate).loss - exploration * sqrt(level.variance)};
}

// A loss that is not finite is as bad as the worst known.
double observed(double loss, const GaussianProcess& surrogate) {
  if (std::isfinite(loss)) return std::clamp(loss, -largest_loss, largest_loss);
  double worst = surrogate.samples.empty() ? 0 : surrogate.samples.front().loss;
  for (const auto& s : surrogate.samples) worst = std::max(worst, s.loss);
  return worst;
}

// Climbs the likelihood over a lattice of scales, each twice or half its neighbour. Level ground
// tells nothing of them.
void choose_scales(GaussianProcess& surrogate, Vec2 sides) {
  const auto level = surrogate.level();
  if (!(sqrt(level.variance) > 10 * precision * abs(level.mean))) return;
  double best = surrogate.log_likelihood();
  for (bool climbing = true; climbing;) {
    climbing = false;
    const Vec2 from = surrogate.scale;
    Vec2 to = from;
    for (const Vec2 factor : {Vec2{2, 1}, Vec2{0.5, 1}, Vec2{1, 2}, Vec2{1, 0.5}}) {
      const Vec2 scale{from.x * factor.x, from.y * factor.y};
      const Vec2 share{scale.x / sides.x, scale.y / sides.y};
      if (max(share.x, share.y) > 1.01 * widest || min(share.x, share.y) < 0.99 * narrowest)
        continue;
      surrogate.rescale(scale);
      const double likelihood = surrogate.log_likelihood();
      if (!(likelihood > best)) continue;
      best = likelihood;
      to = scale;
      climbing = true;
    }
    surrogate.rescale(to);
  }
}

// Brings the candidates up to date with sample i, the last one they do not know.
void add_row(State& s, std::size_t i) {
  const std::size_t count = s.candidates.size();
  const double* l = &s.surrogate.factor[i * (i + 1) / 2];
  const auto& sample = s.surrogate.samples[i];
  s.half.resize((i + 1) * count);
  double* v = &s.half[i * count];
  for (std::size_t c = 0; c < count; ++c)
    v[c] = s.surrogate.correlation_of(sample.x, s.candidates[c].x);
  for (std::size_t j = 0; j < i; ++j) {
    const double* u = &s.half[j * count];
    for (std::size_t c = 0; c < count; ++c) v[c] -= l[j] * u[c];
  }
  for (std::size_t c = 0; c < count; ++c) {
    v[c] /= l[i];
    Bayesian::Candidate& candidate = s.candidates[c];
    candidate.losses += v[c] * sample.half_loss;
    candidate.ones += v[c] * sample.half_one;
    candidate.squares += v[c] * v[c];
  }
}

// Other scales change what all candidates know: take new ones.
void draw_candidates(State& s, const Moment& moment) {
  s.candidates.clear();
  s.half.clear();
  for (std::uint32_t c = 0; c < candidate_count; ++c) {
    const Vec2 u = moment.random.uniform_pair(Purpose::candidate, moment.step, c);
    s.candidates.push_back({moment.domain.at(u.x, u.y)});
  }
  for (std::size_t i = 0; i < s.surrogate.samples.size(); ++i) add_row(s, i);
}

struct Find {
  Vec2 x;
  double gain = 0;
};

// Pattern search (Hooke and Jeeves 1961 without their double steps): on along each axis, forth and
// back, by shares h of the sides; h is quartered where no way leads up.
Find climb(const Outlook& acquisition, Find best, double h, const Box& domain) {
  const Vec2 sides = domain.size();
  const Vec2 ways[] = {{sides.x, 0}, {-sides.x, 0}, {0, sides.y}, {0, -sides.y}};
  std::size_t way = 0;
  for (int asked = 0, failed = 0; asked < looks; ++asked) {
    const Find next{best.x + h * ways[way], 0};
    const double gain = domain.contains(next.x) ? acquisition(next.x) : -1;
    if (gain > best.gain) {
      best = {next.x, gain};
      failed = 0;
      continue;
    }
    way = (way + 1) % 4;
    if (++failed < 4) continue;
    failed = 0;
    h *= 0.25;
  }
  return best;
}

// Where to ask next. Where nothing is to be gained anywhere, the candidate least known.
Vec2 best_place(const State& s, const Outlook& acquisition, const Box& domain) {
  Find best{s.candidates.front().x, -1};
  const Bayesian::Candidate* vaguest = &s.candidates.front();
  for (const auto& c : s.candidates) {
    const double gain = acquisition(c);
    if (gain > best.gain) best = {c.x, gain};
    if (c.squares < vaguest->squares) vaguest = &c;
  }
  const double spacing = 1 / sqrt(static_cast<double>(candidate_count));
  best = climb(acquisition, best, 0.5 * spacing, domain);
  const Vec2 known = best_sample(s.surrogate).x;
  const Find near = climb(acquisition, {known, acquisition(known)}, 0.25 * spacing, domain);
  if (near.gain > best.gain && domain.contains(near.x)) best = near;
  return best.gain > precision * abs(acquisition.target) ? best.x : vaguest->x;
}

// A walk that asks for nothing more needs neither, and is copied more cheaply.
void forget_all_but_samples(State& s) {
  s.surrogate.factor = std::vector<double>();
  s.candidates = std::vector<Bayesian::Candidate>();
  s.half = std::vector<double>();
}

// The number of samples at which scales are looked for again.
std::uint32_t next_rescaling(std::size_t samples) {
  return static_cast<std::uint32_t>(samples + std::max<std::size_t>(1, samples / 2));
}

// Where to ask next: the start, random places, and then where most is to be gained.
Vec2 next_place(const Bayesian& rule, State& s, Vec2 start, const Moment& moment) {
  const std::size_t known = s.surrogate.samples.size();
  const Box& domain = moment.domain;
  if (known == 0) {
    s.surrogate.kernel = static_cast<Kernel>(rule.kernel);
    s.surrogate.scale = 0.2 * domain.size();
    s.surrogate.noise = rule.noise;
    return start;
  }
  if (known < static_cast<std::size_t>(rule.initial_samples)) {
    const Vec2 u = moment.random.uniform_pair(Purpose::population, moment.step);
    return domain.at(u.x, u.y);
  }
  if (known >= s.rescale_at) {
    choose_scales(s.surrogate, domain.size());
    draw_candidates(s, moment);
    s.rescale_at = next_rescaling(known);
  }
  return best_place(s, outlook(s.surrogate, rule.exploration), domain);
}

}  // namespace

Event Bayesian::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  auto& surrogate = state.surrogate;
  const std::size_t known = surrogate.samples.size();
  if (known >= static_cast<std::size_t>(evaluations)) {
    x = best_sample(surrogate).x;
    return Event::none;
  }
  const Vec2 place = next_place(*this, state, x, moment);
  const double loss = oracle.value(place);
  surrogate.append(place, observed(loss, surrogate));
  if (!state.candidates.empty()) add_row(state, known);
  if (std::isfinite(loss)) x = place;
  if (known + 1 == static_cast<std::size_t>(evaluations)) forget_all_but_samples(state);
  return Event::none;
}

std::vector<Mark> Bayesian::marks(const State& state) const {
  Mark samples{"samples", {}};
  for (const auto& s : state.surrogate.samples)
    samples.values.insert(samples.values.end(), {s.x.x, s.x.y});
  return {samples};
}

std::vector<Field> Bayesian::fields(const State& state) const {
  if (state.surrogate.samples.empty()) {
    const auto nothing = [](Vec2) { return 0.0; };
    return {{"surrogate", nothing}, {"uncertainty", nothing}, {"acquisition", nothing}};
  }
  GaussianProcess surrogate = state.surrogate;
  if (surrogate.factor.empty()) surrogate.rescale(surrogate.scale);
  const auto model = std::make_shared<const GaussianProcess>(std::move(surrogate));
  const auto view = outlook(*model, exploration);
  const auto level = view.level;
  const double target = view.target;
  return {
      {"surrogate", [=](Vec2 x) { return model->at(x, level).mean; }},
      {"uncertainty", [=](Vec2 x) { return std::sqrt(model->at(x, level).variance); }},
      {"acquisition", [=](Vec2 x) { return expected_improvement(target, model->at(x, level)); }}};
}

}  // namespace fogline
