// SPDX-License-Identifier: MIT
// The two palettes, the racers' colours and the measures of the window: every colour and distance
// of the interface stands here. Distances are pixels at scale 1.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

namespace fogline::gui {

// 0xRRGGBB and an opacity in 0..255 as ImGui packs a colour.
constexpr ImU32 rgb(std::uint32_t hex, unsigned opacity = 255) {
  return IM_COL32((hex >> 16) & 255u, (hex >> 8) & 255u, hex & 255u, opacity);
}

// The same colour with its opacity multiplied by `opacity` in 0..1.
ImU32 faded(ImU32 colour, float opacity);

// `a` moved towards `b` by `t` in 0..1, opacity included.
ImU32 mixed(ImU32 a, ImU32 b, float t);

struct PillColours {
  ImU32 ground, ink;
};

struct Theme {
  bool dark = true;
  ImU32 window = rgb(0x0E1217), panel = rgb(0x151A21), raised = rgb(0x1F262F);
  ImU32 line = rgb(0x2C3540), text = rgb(0xE8ECF1), muted = rgb(0x9CA8B5);
  ImU32 view = rgb(0x10151C);
  PillColours good{rgb(0x17352C), rgb(0x7FE0B4)}, stuck{rgb(0x3B2E17), rgb(0xF4C56B)};
  PillColours failed{rgb(0x42232A), rgb(0xFF9FA5)}, moving{rgb(0x232C37), rgb(0xC5D0DB)};
};

inline constexpr Theme dark_theme{};
inline constexpr Theme light_theme{
    .dark = false,
    .window = rgb(0xEEEFEB),
    .panel = rgb(0xF7F7F4),
    .raised = rgb(0xFFFFFF),
    .line = rgb(0xD5D8D3),
    .text = rgb(0x1B2128),
    .muted = rgb(0x545E69),
    .view = rgb(0xE6E8E4),
    .good = {rgb(0xD9F0E4), rgb(0x0F5B3F)},
    .stuck = {rgb(0xF8E7C4), rgb(0x6B4700)},
    .failed = {rgb(0xF9DADC), rgb(0x8A1F2B)},
    .moving = {rgb(0xE4E8EA), rgb(0x3C4854)},
};

// The same in both themes: hue belongs to racers, and they stand on this plate.
inline constexpr ImU32 curve_plate = rgb(0x18222F);
inline constexpr ImU32 path_casing = rgb(0x0B0F14, 217);
inline constexpr std::array<ImU32, 8> racer_colours{rgb(0xF5F7FA), rgb(0xEA5B1E), rgb(0x9C70F4),
                                                    rgb(0xFAE91D), rgb(0x1F9996), rgb(0xBAB4FB),
                                                    rgb(0xF2A119), rgb(0x68D7A1)};

// Colour of the mark with this index; marks beyond the eighth take the colours again (and are
// hollow).
ImU32 racer_colour(int mark);

namespace layout {
inline constexpr float menu = 40, left = 272, right = 336, transport = 56, gutter = 16;
inline constexpr float rail = 56, row = 28, gap = 8;
}  // namespace layout

// Writes the palette and the spacing times `scale` into ImGui's style, from a pristine one each
// time, so that repeated changes of scale do not add up their rounding.
void apply_style(const Theme& theme, float scale);

// A usable scale: kept in 0.5..4; 1 for what is not a positive number.
float usable_scale(float scale);
// One to choose by hand: rounded to quarters, too.
float sane_scale(float scale);

}  // namespace fogline::gui
