// SPDX-License-Identifier: MIT
// How fine the terrain is drawn: coarse while the camera moves, fine once it rests, always fine
// where the machine is fast. A value fed with times by its owner, so that tests need no clock.
#pragma once

namespace fogline::render {

struct Quality {
  int mesh = 256;   // vertices a side at most
  int samples = 4;  // of multisampling; 0 for none

  friend constexpr bool operator==(Quality, Quality) = default;
};

inline constexpr Quality full_quality{256, 4};
inline constexpr Quality draft_quality{128, 0};

// Seconds throughout, from any steady clock.
struct QualityGovernor {
  double rest = 0.05;         // the camera rests when it has not moved for this long
  double fast = 0.008;        // a full redraw below this: always full quality ...
  double slow = 0.011;        // ... until it takes more than this
  double draft_slow = 0.014;  // a draft above this: coarser drafts ...
  double draft_fast = 0.006;  // ... until they take less than this

  double moved_at = -1e300;  // when the camera moved last
  double full_cost = 0;      // of a full redraw, smoothed; 0 while unknown
  double draft_cost = 0;     // of a draft of the present mesh, smoothed; 0 while unknown
  bool always_full = false;
  int draft_mesh = draft_quality.mesh;

  void moved(double now) { moved_at = now; }
  // Takes note of what a redraw of this quality took; not finite or negative times are ignored.
  void measured(Quality, double seconds);
  Quality choose(double now) const;
  // True while a finer picture is still to come: the program must not sleep past moved_at + rest.
  bool pending(double now) const { return !always_full && now - moved_at < rest; }
};

}  // namespace fogline::render
