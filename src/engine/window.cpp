// SPDX-License-Identifier: MIT
// Sums over a window.
#include "window.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {
namespace {

using Sample = Window::Sample;

double farthest(const std::vector<Sample>& samples, Vec2 from) {
  double square = -1;
  Vec2 off;
  for (const Sample& s : samples) {
    const Vec2 here = s.x - from;
    if (!(dot(here, here) > square)) continue;
    square = dot(here, here);
    off = here;
  }
  return norm(off);
}

struct Half {
  Vec2 x;
  double loss = 0, variance = 0, count = 0;
};

Half half_of(const std::vector<Sample>& samples, std::size_t begin, std::size_t end) {
  Half h{.count = static_cast<double>(end - begin)};
  const double share = 1 / h.count;
  for (std::size_t i = begin; i < end; ++i) {
    h.x = h.x + share * samples[i].x;
    h.loss += share * samples[i].loss;
  }
  for (std::size_t i = begin; i < end; ++i) {
    const double off = samples[i].loss - h.loss;
    h.variance += share * off * off;
  }
  return h;
}

void compare_halves(Window& w) {
  const std::size_t n = w.samples.size();
  if (n < 2) return;
  const Half early = half_of(w.samples, 0, n / 2), late = half_of(w.samples, n / 2, n);
  w.drift = late.x - early.x;
  w.fall = early.loss - late.loss;
  w.fall_noise = std::sqrt(early.variance / early.count + late.variance / late.count);
}

// The i-th of the steps that are looked at: of all, or of one of each of `most` pieces, at a place
// in its piece that follows the golden ratio, so that no period of the walk goes unseen.
std::uint32_t looked_at(std::uint32_t first, std::uint32_t n, std::uint32_t most, std::uint32_t i) {
  if (n <= most) return first + i;
  const double along = 0.6180339887498949 * i, within = along - static_cast<std::uint32_t>(along);
  return first + static_cast<std::uint32_t>((i + within) * n / most);
}

}  // namespace

bool Window::falls() const {
  double mean_loss = 0;
  for (const Sample& s : samples) mean_loss += s.loss / static_cast<double>(samples.size());
  return fall > std::max(0.01 * (mean_loss - best.loss), 3 * fall_noise);
}

bool Window::gets_lower() const {
  double mean_loss = 0, highest = best.loss, early_best = HUGE_VAL;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    mean_loss += samples[i].loss / static_cast<double>(samples.size());
    highest = std::max(highest, samples[i].loss);
    if (i < samples.size() / 2) early_best = std::min(early_best, samples[i].loss);
  }
  const double gain = early_best - best.loss;  // 0 where the best is an early one
  return gain > 0.25 * (highest - best.loss) || (gain > 0 && fall > 0.1 * (mean_loss - best.loss));
}

std::uint32_t life_begin(const Walk& t, std::uint32_t step, std::uint32_t most) {
  const std::uint32_t begin = step > most ? step - most : 0;
  if (!t.course().axes.restarts) return begin;
  for (std::uint32_t k = step; k > begin; --k)
    if (has(t.glimpse(k).event, Event::restart)) return k;
  return begin;
}

Window look_back(const Walk& t, const OwnObjective& f, std::uint32_t first, std::uint32_t last,
                 std::uint32_t most) {
  Window w{.first = first, .last = last};
  const std::uint32_t steps = last - first + 1, count = std::min(steps, most);
  w.samples.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Glimpse g = t.glimpse(looked_at(first, steps, most, i));
    w.samples.push_back({g.x, f.is_recorded() ? g.loss : f.value(g.x)});
  }
  w.best = *std::min_element(w.samples.begin(), w.samples.end(),
                             [](const Sample& a, const Sample& b) { return a.loss < b.loss; });
  const Vec2 now = t.glimpse(last).x;
  const double share = 1 / static_cast<double>(count);
  for (const Sample& s : w.samples) w.mean = w.mean + share * s.x;
  double squares = 0;
  for (const Sample& s : w.samples) squares += share * dot(s.x - w.mean, s.x - w.mean);
  w.spread = std::sqrt(squares);
  w.reach = farthest(w.samples, w.mean);
  w.displacement = farthest(w.samples, now);
  compare_halves(w);
  return w;
}

}  // namespace fogline
