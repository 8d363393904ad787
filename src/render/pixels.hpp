// SPDX-License-Identifier: MIT
// Sizes in pixels and pictures as plain arrays: what the renderer hands out and the PNG writer
// takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fogline::render {

// Physical pixels (framebuffer, not window units). A side of 0 or less means: nothing to draw.
struct Size {
  int width = 0, height = 0;

  constexpr bool empty() const { return width <= 0 || height <= 0; }
  friend constexpr bool operator==(Size, Size) = default;
};

// A picture, row-major from the top left, four bytes (red, green, blue, alpha; sRGB) a pixel.
struct Pixels {
  Size size;
  std::vector<std::uint8_t> rgba;

  const std::uint8_t* at(int x, int y) const {
    return rgba.data() + 4 * (static_cast<std::size_t>(y) * size.width + x);
  }
};

}  // namespace fogline::render
