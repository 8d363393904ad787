// SPDX-License-Identifier: MIT
// Hues a golden angle apart, so that neighbours in the list differ.
#include "scene/basin_colours.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/elementary.hpp"

namespace fogline::scene {
namespace {

struct Rgb {
  double r = 0, g = 0, b = 0;
};

// Oklab (Ottosson 2020) to sRGB; `hue` in turns.
Rgb of_oklch(double lightness, double chroma, double hue) {
  const auto [s, c] = sincos(2 * pi * hue);
  const double a = chroma * c, b = chroma * s;
  const auto cube = [](double v) { return v * v * v; };
  const double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b),
               m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b),
               n = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * n,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * n,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * n};
}

std::uint32_t channel(double linear) {
  const double v = std::clamp(linear, 0.0, 1.0);
  const double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * exp(log(v) / 2.4) - 0.055;
  return static_cast<std::uint32_t>(std::lround(255 * encoded));
}

std::uint32_t packed(const Rgb& c) { return channel(c.r) << 16 | channel(c.g) << 8 | channel(c.b); }

}  // namespace

std::uint32_t valley_colour(std::size_t valley, double share) {
  constexpr double golden = 0.6180339887498949;
  const double turn = 0.58 + golden * static_cast<double>(valley);
  const double light = (valley == 0 ? 0.78 : 0.66) - 0.3 * std::sqrt(std::clamp(share, 0.0, 1.0));
  return packed(of_oklch(light, valley == 0 ? 0.05 : 0.07, turn - std::floor(turn)));
}

std::uint32_t verdict_colour(Verdict verdict) {
  switch (verdict) {
    case Verdict::diverged:
      return 0x16181C;
    case Verdict::left_domain:
      return 0x2A2E35;
    case Verdict::oscillating:
      return 0x4A4550;
    case Verdict::plateau:
      return 0x9A9A94;
    case Verdict::saddle:
    case Verdict::maximum:
      return 0xC4BFB4;
    default:
      return 0x6B6F76;
  }
}

std::uint32_t tone_colour(double share) {
  return packed(of_oklch(0.25 + 0.65 * std::clamp(share, 0.0, 1.0), 0.05, 0.7));
}

}  // namespace fogline::scene
