// SPDX-License-Identifier: MIT
// Reading a session that stands inside another file.
#pragma once

#include "fogline/engine/session.hpp"
#include "json_field.hpp"

namespace fogline {

Session read_session(const JsonField& field);

}  // namespace fogline
