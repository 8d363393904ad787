// SPDX-License-Identifier: MIT
// Judgements as JSON: numbers as numbers, what is absent as null.
#pragma once

#include <nlohmann/json.hpp>

#include "fogline/engine/verdict.hpp"

namespace fogline::app {

nlohmann::ordered_json evidence_json(const Evidence& evidence);

}  // namespace fogline::app
