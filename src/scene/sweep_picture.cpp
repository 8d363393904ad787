// SPDX-License-Identifier: MIT
// Cells to colours, a coarser lattice's where one is missing.
#include "scene/sweep_picture.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/elementary.hpp"
#include "scene/basin_colours.hpp"

namespace fogline::scene {
namespace {

constexpr std::size_t tones_told_apart = 64;
constexpr double smallest_gap = 1e-12;  // of the relief

// The nearest node of a lattice of every `stride`th cell, of n in all.
std::size_t node_near(std::size_t i, std::size_t stride, std::size_t n) {
  const std::size_t node = (i + stride / 2) / stride * stride;
  return node < n ? node : node - stride;
}

std::uint32_t shown_at(const Sweep& sweep, std::size_t i, std::size_t j) {
  const SweepSetting& s = sweep.setting();
  for (std::size_t stride = 1; stride <= Sweep::coarsest; stride *= 2) {
    const std::size_t cell = node_near(j, stride, s.ny) * s.nx + node_near(i, stride, s.nx);
    if (sweep.is_done(cell)) return static_cast<std::uint32_t>(cell);
  }
  return SweepPicture::nothing;
}

template <class F>
void for_each_known(const SweepPicture& p, F&& f) {
  for (std::uint32_t cell = 0; cell < p.shown.size(); ++cell)
    if (p.shown[cell] == cell) f((*p.sweep)[cell]);
}

// Of the answers so far.
double lowest_loss(const SweepPicture& p) {
  double lowest = HUGE_VAL;
  for_each_known(p, [&](const SweepCell& c) {
    if (c.loss) lowest = std::min(lowest, *c.loss);
  });
  return lowest;
}

// What the tones show of a cell.
std::optional<double> toned(const SweepPicture& p, const SweepCell& cell, SweepColour meaning,
                            double lowest) {
  if (meaning == SweepColour::cost) return typical_cost(p, cell);
  if (!cell.loss || cell.verdict == Verdict::diverged) return std::nullopt;
  const double relief = p.sweep->survey().relief;
  return std::clamp(*cell.loss - lowest, smallest_gap * relief, relief);
}

double reference_loss(const SweepPicture& p) {
  return p.sweep->survey().lowest ? *p.sweep->survey().lowest : lowest_loss(p);
}

ToneScale tones_above(const SweepPicture& p, SweepColour meaning, double lowest) {
  ToneScale scale{HUGE_VAL, 0};
  for_each_known(p, [&](const SweepCell& c) {
    const auto value = toned(p, c, meaning, lowest);
    if (!value) return;
    scale.low = std::min(scale.low, std::max(*value, 1e-300));
    scale.high = std::max(scale.high, *value);
  });
  return scale.low <= scale.high ? scale : ToneScale{};
}

}  // namespace

std::shared_ptr<const SweepPicture> make_picture(std::shared_ptr<const Sweep> sweep) {
  auto p = std::make_shared<SweepPicture>();
  const SweepSetting& s = sweep->setting();
  for (std::size_t j = 0; j < s.ny; ++j)
    for (std::size_t i = 0; i < s.nx; ++i) p->shown.push_back(shown_at(*sweep, i, j));
  for (std::uint32_t cell = 0; cell < p->shown.size(); ++cell)
    p->cells_done += p->shown[cell] == cell;
  p->sweep = std::move(sweep);
  return p;
}

std::optional<double> gap(const SweepPicture& p, const SweepCell& cell) {
  if (!cell.loss) return std::nullopt;
  return std::max(0.0, *cell.loss - reference_loss(p));
}

std::optional<double> typical_cost(const SweepPicture& p, const SweepCell& cell) {
  return 2 * cell.finished >= p.sweep->setting().starts.size() ? cell.cost : std::nullopt;
}

double ToneScale::share(double value) const {
  if (!(low < high)) return 0;
  return std::clamp(log(std::max(value, low) / low) / log(high / low), 0.0, 1.0);
}

double ToneScale::at(double share) const { return low * exp(share * log(high / low)); }

ToneScale tones(const SweepPicture& p, SweepColour meaning) {
  return tones_above(p, meaning, reference_loss(p));
}

std::uint32_t sweep_tone(double share) {
  constexpr double steps = tones_told_apart - 1;
  return tone_colour(1 - std::round(share * steps) / steps);
}

std::uint32_t sweep_verdict_colour(Verdict verdict) {
  switch (verdict) {
    case Verdict::global_minimum:
    case Verdict::lowest_found:
      return valley_colour(0, 0);
    case Verdict::local_minimum:
      return 0xA98A5A;
    case Verdict::plateau:
      return 0x8C7B62;
    case Verdict::saddle:
    case Verdict::maximum:
      return 0x75664F;
    case Verdict::oscillating:
      return 0x5A3A45;
    case Verdict::left_domain:
      return 0x3A262E;
    case Verdict::diverged:
      return toneless_colour;
    default:
      return 0x5A6B80;
  }
}

std::vector<std::uint32_t> colours(const SweepPicture& p, SweepColour meaning) {
  const double lowest = reference_loss(p);
  const ToneScale scale = tones_above(p, meaning, lowest);
  std::array<std::uint32_t, tones_told_apart> tone{};
  for (std::size_t i = 0; i < tone.size(); ++i)
    tone[i] = sweep_tone(static_cast<double>(i) / (tone.size() - 1));
  std::vector<std::uint32_t> all;
  all.reserve(p.shown.size());
  for (const std::uint32_t cell : p.shown) {
    if (cell == SweepPicture::nothing) {
      all.push_back(SweepPicture::nothing);
      continue;
    }
    const SweepCell& c = (*p.sweep)[cell];
    const auto value = toned(p, c, meaning, lowest);
    const double place = value ? scale.share(*value) * (tone.size() - 1) : 0;
    all.push_back(meaning == SweepColour::verdict ? sweep_verdict_colour(c.verdict)
                  : value ? tone[static_cast<std::size_t>(std::lround(place))]
                          : toneless_colour);
  }
  return all;
}

std::array<std::size_t, static_cast<std::size_t>(Verdict::stopped_early) + 1> verdict_counts(
    const SweepPicture& p) {
  std::array<std::size_t, static_cast<std::size_t>(Verdict::stopped_early) + 1> counts{};
  for_each_known(p, [&](const SweepCell& c) { ++counts[static_cast<std::size_t>(c.verdict)]; });
  return counts;
}

}  // namespace fogline::scene
