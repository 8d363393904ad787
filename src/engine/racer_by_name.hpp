// SPDX-License-Identifier: MIT
// Finding a racer that a claim names.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/core/roster.hpp"
#include "fogline/engine/session.hpp"

namespace fogline {

// The racer's index. Throws std::invalid_argument with the nearest known name.
inline std::size_t racer_by_name(const Experiment& experiment, const std::string& name) {
  std::vector<std::string_view> known;
  for (const Racer& racer : experiment.racers) {
    if (racer.name == name) return known.size();
    known.push_back(racer.name);
  }
  throw std::invalid_argument(unknown_name("racer", name, known));
}

}  // namespace fogline
