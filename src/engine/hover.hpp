// SPDX-License-Identifier: MIT
// Walkers that never lie still and go nowhere: held about the bottom of one valley.
#pragma once

#include <optional>

#include "rest.hpp"

namespace fogline {

inline constexpr double hover_share = 0.1;  // of the diagonal: the widest hover

std::optional<Rest> hover_of(const Case& c);

}  // namespace fogline
