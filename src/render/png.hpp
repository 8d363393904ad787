// SPDX-License-Identifier: MIT
// Pictures as PNG bytes; saving them safely is the caller's business.
#pragma once

#include <cstdint>
#include <vector>

#include "render/pixels.hpp"

namespace fogline::render {

// Throws std::runtime_error if the picture is empty or memory runs out.
std::vector<unsigned char> encode_png(const Pixels&);

}  // namespace fogline::render
