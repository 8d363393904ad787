// SPDX-License-Identifier: MIT
// Escapes as JSON: an array, the best first.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "fogline/engine/escape.hpp"

namespace fogline::app {

// The member "racer" of each can be pasted into a session's list of racers.
nlohmann::ordered_json escapes_json(const std::vector<Escape>& escapes);

}  // namespace fogline::app
