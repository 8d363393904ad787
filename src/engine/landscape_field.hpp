// SPDX-License-Identifier: MIT
// A landscape's keys: its id and its params.
#pragma once

#include "fogline/landscapes/landscape.hpp"
#include "json_field.hpp"

namespace fogline {

Landscape read_landscape(const JsonField& field);

}  // namespace fogline
