// SPDX-License-Identifier: MIT
// Edits of a session as JSON, so that a lesson says only what changes from step to step.
#pragma once

#include <nlohmann/json.hpp>

namespace fogline {

// `target` after a JSON merge patch (RFC 7386): objects are merged, null takes a key away, anything
// else replaces. Beyond it, a list of racers takes an object by their names: {"Adam": {...}} edits
// Adam or adds it, "*" edits all, null takes one away.
nlohmann::json merged(nlohmann::json target, const nlohmann::json& patch);

}  // namespace fogline
