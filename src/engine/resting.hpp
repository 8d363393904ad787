// SPDX-License-Identifier: MIT
// When a walk of a basin map is over early, and in which valley it is then: the same for a walker
// in a flock and for one that walks alone, as each looks at nothing but its own iterates.
#pragma once

#include "basin_tile.hpp"
#include "critical_point.hpp"
#include "place_index.hpp"
#include "surroundings.hpp"

namespace fogline {

inline constexpr std::uint32_t look_every = 25, still_for = 50;  // steps

// What is remembered of one walker. Only once it has moved little between two looks is the box
// around its iterates watched; where it lies still but not at a minimum, the next look is put off
// longer and longer.
struct Patience {
  bool watching = false;
  std::uint32_t since = 0;
  std::uint32_t not_before = still_for, pause = look_every;
};

struct Arrival {
  std::uint32_t valley = 0;
  Verdict verdict = Verdict::local_minimum;
  Vec2 minimum;             // the landscape's below it: of a ring or line the one where it is
  bool degenerate = false;  // it is one of a ring or line
};

// The valleys that a tile's walks have ended in.
class ValleyBook {
 public:
  ValleyBook(const Survey& map, const OwnObjective& landscape)
      : map_(map), f_(landscape), places_(1e-3 * map.diagonal) {}

  double reach() const { return 1e-3 * map_.diagonal; }
  // The end of a walker that lies still at x and descends `own`, if it rests at a minimum of that.
  std::optional<Arrival> resting_at(const OwnObjective& own, Vec2 x);
  // Whether the loss rises around the minimum as far as steps of length `unrest` lead, 1e-3 d at
  // least, along its flattest direction and across. So it does beside a ring of minima and not
  // along a line of them.
  bool holds(const Arrival& at, double unrest);
  // The valley with this minimum of the landscape, noted if it is new.
  std::uint32_t number_of(const CriticalPoint& minimum);
  // The valley downhill of x.
  std::optional<std::uint32_t> below(Vec2 x);

  std::vector<Valley> valleys;

 private:
  // The curvature at a valley's bottom, and how different it may be where Newton's method must lead
  // there, all the same.
  struct Bottom {
    double xx = 0, xy = 0, yy = 0, tolerance = 0;
    std::optional<bool> holds;  // where it has been asked, always of one optimizer

    explicit Bottom(const CriticalPoint& minimum);
    bool curves_like(const Jet& f) const;
  };
  std::optional<std::uint32_t> known_near(Vec2 x, double radius) const;
  std::optional<Arrival> resting_on_the_landscape(Vec2 x);
  bool rises_around(Vec2 minimum, double as_far_as) const;

  const Survey& map_;
  OwnObjective f_;
  PlaceIndex places_;
  std::vector<Bottom> bottoms_;  // of the valleys
  std::uint32_t latest_ = 0;     // found last: neighbours end alike
};

// The end of a walk that has not ended early, judged as any racer's.
PixelEnd judged_end(const TileTask& task, const Walk& walk, ValleyBook& book,
                    SurroundingsMemo& memo);
// The course of a pixel.
Course course_of(const BasinSetting& setting, std::size_t pixel);

}  // namespace fogline
