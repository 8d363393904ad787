// SPDX-License-Identifier: MIT
// The edits that are tried as escapes: a table, derived from what the racer's params say of
// themselves and from what the map and the verdict measured.
#pragma once

#include <vector>

#include "fogline/engine/escape.hpp"

namespace fogline {

// Of racer number `racer`, which ended as `parent`. Every one is a valid racer, and none equals its
// parent.
std::vector<Escape> escape_edits(const Experiment& experiment, std::size_t racer,
                                 const Standing& parent, const Survey& map);

}  // namespace fogline
