// SPDX-License-Identifier: MIT
// Reading one racer of a session.
#pragma once

#include "fogline/engine/session.hpp"
#include "json_field.hpp"

namespace fogline {

// The racer that follows those read so far. Its axes must make sense with its optimizer, and its
// warm start must name a racer before it.
Racer read_racer(const JsonField& field, const Experiment& so_far);
// "start": [x, y].
Vec2 read_point(const JsonField& field);
int read_whole(const JsonField& field, double low, double high);

}  // namespace fogline
