// SPDX-License-Identifier: MIT
// The colours of a basin map: low in chroma, so that the racers' own stand out on them.
#pragma once

#include <cstdint>

#include "fogline/engine/verdict.hpp"

namespace fogline::scene {

// 0xRRGGBB. The global valley is the lightest; `share` of the steps were walked: the more the
// darker.
std::uint32_t valley_colour(std::size_t valley, double share);
// Of a walk that ended in no valley: greys, and what is lost nearly black.
std::uint32_t verdict_colour(Verdict verdict);
// From dark to light as `share` goes from 0 to 1, for losses.
std::uint32_t tone_colour(double share);

}  // namespace fogline::scene
