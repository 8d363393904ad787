// SPDX-License-Identifier: MIT
// A sweep, or what is known of one so far, as colours and shares to show.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/sweep.hpp"

namespace fogline::scene {

// What the colours of a sweep's map mean.
enum class SweepColour { verdict, loss, cost };

// Never changed once made.
struct SweepPicture {
  static constexpr std::uint32_t nothing = ~0u;

  std::shared_ptr<const Sweep> sweep;
  // For each cell the one whose colour it shows: itself once it is done, until then its neighbour
  // on the finest lattice known there; `nothing` while there is none.
  std::vector<std::uint32_t> shown;
  std::size_t cells_done = 0;

  bool complete() const { return cells_done == shown.size(); }
  // How much of the map is walked, 0 to 1.
  double share() const {
    return static_cast<double>(cells_done) / static_cast<double>(shown.size());
  }
};

// Of the cells done by now; any thread may, while others walk.
std::shared_ptr<const SweepPicture> make_picture(std::shared_ptr<const Sweep> sweep);

// How far the answer is above the best known loss: of the landscape where one is known, else of the
// map so far. 0 where it is not above it; none where the loss is not finite.
std::optional<double> gap(const SweepPicture& picture, const SweepCell& cell);
// Until the finish line was crossed, where at least half of the walks crossed it.
std::optional<double> typical_cost(const SweepPicture& picture, const SweepCell& cell);

// What tones mean: from the lightest, at `low`, to the darkest, at `high`, by ratios; all values
// between these are on the map.
struct ToneScale {
  double low = 0, high = 0;
  bool known() const { return low > 0 && low <= high; }
  // 0 at `low`, 1 at `high` and beyond.
  double share(double value) const;
  double at(double share) const;
};
// Of the losses or costs of what is known. Gaps of less than a millionth of a millionth of the
// map's relief count as that, those above the relief and what diverged as no more than it.
ToneScale tones(const SweepPicture& picture, SweepColour meaning);

// 0xRRGGBB for each cell; `nothing` where nothing is known yet.
std::vector<std::uint32_t> colours(const SweepPicture& picture, SweepColour meaning);
// Of a tone; and of a verdict on this map, where good, stuck, failed and undecided ends differ in
// lightness, too.
std::uint32_t sweep_tone(double share);
std::uint32_t sweep_verdict_colour(Verdict verdict);
// Of a cell that has no tone: it diverged, or fewer than half of its walks finished.
inline constexpr std::uint32_t toneless_colour = 0x16181C;

// How many of the cells that are done have which verdict, by the verdict's place in its list.
std::array<std::size_t, static_cast<std::size_t>(Verdict::stopped_early) + 1> verdict_counts(
    const SweepPicture& picture);

}  // namespace fogline::scene
