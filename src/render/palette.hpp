// SPDX-License-Identifier: MIT
// A colour map of 256 colours, read from a file of assets/colormaps at run time.
#pragma once

#include <array>
#include <filesystem>
#include <glm/vec3.hpp>

namespace fogline::render {

// sRGB colours, components 0..1, from the lowest tone to the highest.
struct Palette {
  std::array<glm::vec3, 256> colors{};

  friend bool operator==(const Palette&, const Palette&) = default;
};

// The colour of a tone (clamped to 0..1), linearly between the two nearest entries, as the shader
// does it.
glm::vec3 sample(const Palette&, float tone);

// Reads 256 rows `r,g,b` (0..1); empty lines, lines that start with '#' and a header "r,g,b" are
// skipped. Throws std::runtime_error with file, line and remedy.
Palette read_palette(const std::filesystem::path& file);

}  // namespace fogline::render
