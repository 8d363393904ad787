// SPDX-License-Identifier: MIT
// Sessions as JSON, version 1. Reading checks everything before anything is taken over.
#pragma once

#include <string>
#include <string_view>

#include "fogline/engine/session.hpp"

namespace fogline {

inline constexpr std::size_t largest_session_file = 16 * 1024 * 1024;  // bytes

// Throws std::invalid_argument with one sentence: `source` (a file's name), the place in it, the
// cause and the remedy, e.g. "race.json: racers[2].optimizer: no optimizer 'adan'; did you mean
// 'adam'?". Missing keys take their defaults.
Session parse_session(std::string_view text, std::string_view source);

// Every parameter is written, so that the file means the same when a default changes. Ends with a
// newline.
std::string session_text(const Session& session);
// One racer as it stands in a session's list of racers.
std::string racer_text(const Racer& racer);

}  // namespace fogline
