// SPDX-License-Identifier: MIT
// Sampling a landscape in SIMD lanes and transforming what comes out.
#include "scene/relief.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace fogline::scene {
namespace {

constexpr double log_strength = 1e4;
// Samples a side for the range of losses; odd, to meet crests that run through the middle.
constexpr int probe = 193;

struct Samples {
  std::vector<double> x, y, value, gx, gy;
};

Samples nodes(const Box& box, int nx, int ny) {
  const auto n = static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny);
  Samples s{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n),
            std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t k = 0; k < n; ++k) {
    const Vec2 p = box.at(static_cast<double>(k % static_cast<std::size_t>(nx)) / (nx - 1),
                          static_cast<double>(k / static_cast<std::size_t>(nx)) / (ny - 1));
    s.x[k] = p.x;
    s.y[k] = p.y;
  }
  return s;
}

Samples sampled(const Landscape& landscape, const Box& box, int nx, int ny, double time = 0) {
  Samples s = nodes(box, nx, ny);
  sample(landscape, s.x, s.y, s.value, s.gx, s.gy, best_instruction_set(), time);
  return s;
}

Samples sampled(const Evaluator& f, const Box& box, int nx, int ny) {
  Samples s = nodes(box, nx, ny);
  for (std::size_t k = 0; k < s.x.size(); ++k) {
    const Gradient g = f.gradient({s.x[k], s.y[k]});
    s.value[k] = g.value;
    s.gx[k] = g.gradient.x;
    s.gy[k] = g.gradient.y;
  }
  return s;
}

// The range of the finite losses among `values`, and of `best`.
Relief relief_of(const std::vector<double>& values, HeightScale scale,
                 std::optional<double> best = {}) {
  Relief relief{scale, std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
  for (const double v : values)
    if (std::isfinite(v)) {
      relief.low = std::min(relief.low, v);
      relief.high = std::max(relief.high, v);
    }
  if (relief.low > relief.high) relief = {scale, 0, 1};  // nothing finite to see
  if (best) relief.low = std::min(relief.low, *best);
  if (!(relief.high > relief.low)) relief.high = relief.low + 1;  // a level plain
  return relief;
}

// Each tone becomes its rank among all, 0 for the lowest and 1 for the highest.
void rank(std::vector<float>& tones) {
  std::vector<float> sorted = tones;
  std::sort(sorted.begin(), sorted.end());
  const auto last = static_cast<float>(sorted.size() - 1);
  for (float& tone : tones)
    tone =
        static_cast<float>(std::lower_bound(sorted.begin(), sorted.end(), tone) - sorted.begin()) /
        last;
}

}  // namespace

double Relief::height(double loss) const {
  const double u = (loss - low) / (high - low);
  if (scale == HeightScale::linear) return u;
  return std::copysign(std::log1p(log_strength * std::abs(u)) / std::log1p(log_strength), u);
}

double Relief::slope(double loss) const {
  const double range = high - low;
  if (scale == HeightScale::linear) return 1 / range;
  return log_strength /
         ((1 + log_strength * std::abs(loss - low) / range) * std::log1p(log_strength) * range);
}

double Relief::loss(double h) const {
  if (scale == HeightScale::linear) return low + h * (high - low);
  return low + std::copysign(std::expm1(std::abs(h) * std::log1p(log_strength)) / log_strength, h) *
                   (high - low);
}

Relief make_relief(const Landscape& landscape, HeightScale scale) {
  return relief_of(sampled(landscape, domain(landscape), probe, probe).value, scale,
                   best_known_loss(landscape));
}

Relief make_relief(const Evaluator& f, const Box& box, HeightScale scale) {
  return relief_of(sampled(f, box, probe / 2, probe / 2).value, scale);
}

HeightScale natural_height(const Landscape& landscape) {
  Samples s = sampled(landscape, domain(landscape), probe, probe);
  const Relief linear = make_relief(landscape, HeightScale::linear);
  const auto middle = s.value.begin() + static_cast<std::ptrdiff_t>(s.value.size() / 2);
  std::nth_element(s.value.begin(), middle, s.value.end());
  return linear.height(*middle) < 0.125 ? HeightScale::log : HeightScale::linear;
}

double height_at(const Evaluator& f, const Relief& relief, Vec2 x) {
  return relief.height(f.value(x));
}

namespace {

std::shared_ptr<const render::HeightGrid> grid_of(const Samples& s, const Box& domain,
                                                  const Relief& relief, ColorScale color,
                                                  const Box& box, int nx, int ny) {
  auto grid = std::make_shared<render::HeightGrid>();
  grid->nx = nx;
  grid->ny = ny;
  grid->box = box;
  grid->domain = domain;
  const std::size_t n = s.value.size();
  for (auto* column : {&grid->height, &grid->slope_x, &grid->slope_y, &grid->tone})
    column->resize(n);
  for (std::size_t k = 0; k < n; ++k) {
    const double slope = relief.slope(s.value[k]);
    grid->height[k] = static_cast<float>(relief.height(s.value[k]));
    grid->slope_x[k] = static_cast<float>(slope * s.gx[k]);
    grid->slope_y[k] = static_cast<float>(slope * s.gy[k]);
    grid->tone[k] = std::clamp(grid->height[k], 0.0f, 1.0f);
  }
  if (color == ColorScale::rank) rank(grid->tone);
  return grid;
}

}  // namespace

std::shared_ptr<const render::HeightGrid> sample_grid(const Landscape& landscape,
                                                      const Relief& relief, ColorScale color,
                                                      const Box& box, int nx, int ny, double time) {
  return grid_of(sampled(landscape, box, nx, ny, time), domain(landscape), relief, color, box, nx,
                 ny);
}

std::shared_ptr<const render::HeightGrid> sample_grid(const Evaluator& f, const Box& domain,
                                                      const Relief& relief, ColorScale color,
                                                      const Box& box, int nx, int ny) {
  return grid_of(sampled(f, box, nx, ny), domain, relief, color, box, nx, ny);
}

}  // namespace fogline::scene
