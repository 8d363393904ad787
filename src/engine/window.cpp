// SPDX-License-Identifier: MIT
// Sums over a window.
#include "window.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {
namespace {

using Sample = Window::Sample;

struct Half {
  Vec2 x;
  double loss = 0, variance = 0, count = 0;
};

Half half_of(const std::vector<Sample>& samples, std::size_t begin, std::size_t end) {
  Half h{.count = static_cast<double>(end - begin)};
  for (std::size_t i = begin; i < end; ++i) {
    h.x = h.x + (1 / h.count) * samples[i].x;
    h.loss += samples[i].loss / h.count;
  }
  for (std::size_t i = begin; i < end; ++i) {
    const double off = samples[i].loss - h.loss;
    h.variance += off * off / h.count;
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

// Which of the steps are looked at: all, or one of each of `most` pieces, at a place in its piece
// that follows the golden ratio, so that no period of the walk goes unseen.
std::vector<std::uint32_t> looked_at(std::uint32_t first, std::uint32_t last, std::uint32_t most) {
  std::vector<std::uint32_t> steps;
  const std::uint32_t n = last - first + 1;
  if (n <= most) {
    for (std::uint32_t k = first; k <= last; ++k) steps.push_back(k);
    return steps;
  }
  for (std::uint32_t i = 0; i < most; ++i) {
    const double within = 0.6180339887498949 * i;
    const double at = (i + (within - std::floor(within))) * n / most;
    steps.push_back(first + static_cast<std::uint32_t>(at));
  }
  return steps;
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

std::uint32_t life_begin(const Trajectory& t, std::uint32_t step, std::uint32_t most) {
  const std::uint32_t begin = step > most ? step - most : 0;
  if (!t.course().axes.restarts) return begin;
  for (std::uint32_t k = step; k > begin; --k)
    if (has(t.at(k).event, Event::restart)) return k;
  return begin;
}

Window look_back(const Trajectory& t, const OwnObjective& f, std::uint32_t first,
                 std::uint32_t last, std::uint32_t most) {
  Window w{.first = first, .last = last};
  for (const std::uint32_t k : looked_at(first, last, most)) {
    const Iterate i = t.at(k);
    w.samples.push_back({i.x, f.is_recorded() ? i.loss : f.value(i.x)});
  }
  w.best = *std::min_element(w.samples.begin(), w.samples.end(),
                             [](const Sample& a, const Sample& b) { return a.loss < b.loss; });
  const Vec2 now = t.at(last).x;
  const double n = static_cast<double>(w.samples.size());
  for (const Sample& s : w.samples) w.mean = w.mean + (1 / n) * s.x;
  double squares = 0;
  for (const Sample& s : w.samples) {
    const double off = norm(s.x - w.mean);
    squares += off * off / n;
    w.reach = std::max(w.reach, off);
    w.displacement = std::max(w.displacement, norm(s.x - now));
  }
  w.spread = std::sqrt(squares);
  compare_halves(w);
  return w;
}

}  // namespace fogline
