// SPDX-License-Identifier: MIT
// How things that move come to rest.
#pragma once

namespace fogline::gui {

inline constexpr double fade_seconds = 0.2;  // of a cross-fade, where motion is reduced

// From 0 to 1, slowing down.
inline double eased(double share) { return 1 - (1 - share) * (1 - share) * (1 - share); }

}  // namespace fogline::gui
