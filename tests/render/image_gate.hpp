// SPDX-License-Identifier: MIT
// Compares pictures by what the eye and a broken renderer would change: means of 8 x 8 blocks,
// which find local damage, and the share of pixels that differ. A mean over the whole image would
// miss twenty lost triangles.
#pragma once

#include <string>

#include "render/pixels.hpp"

namespace fogline::render::test {

struct Difference {
  double block = 0;                // largest difference of 8 x 8 block means, 0..255
  double over_2 = 0, over_16 = 0;  // share of pixels with a channel off by more, 0..1
};

// Sizes must be equal.
Difference difference(const Pixels&, const Pixels&);

// The gate holds for the driver the references were made with and its likes;
// FOGLINE_IMAGE_GATE=loose is for unknown drivers.
bool passes(const Difference&);

// Compares with reference/NAME.png. On failure writes NAME.new.png, NAME.ref.png, NAME.diff.png to
// the build folder. With UPDATE_BASELINES=1 writes the reference instead and is content.
bool matches_reference(const Pixels&, const std::string& name);
// The same comparison without artefacts or updates, for pictures that must not match.
bool would_match(const Pixels&, const std::string& name);

}  // namespace fogline::render::test
