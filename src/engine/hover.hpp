// SPDX-License-Identifier: MIT
// Walkers that never lie still and go nowhere: held about the bottom of one valley.
#pragma once

#include <optional>

#include "rest.hpp"

namespace fogline {

inline constexpr double hover_share = 0.1;          // of the diagonal: the widest hover
inline constexpr std::uint32_t still_steps = 50;    // looked back on for stillness
inline constexpr std::uint32_t hover_steps = 1000;  // looked back on for a hover

std::optional<Rest> hover_of(const Case& c);

}  // namespace fogline
