// SPDX-License-Identifier: MIT
// Things with some of their params set, by name.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "fogline/core/param.hpp"

namespace fogline::tests {

using Settings = std::vector<std::pair<std::string, double>>;

template <class Described>
Described with(Described thing, const Settings& settings) {
  std::size_t found = 0;
  for_each_param([&] { return params(thing); },
                 [&](const Param& p) {
                   for (const auto& [name, value] : settings)
                     if (p.name == name) {
                       p.set(value);
                       ++found;
                     }
                 });
  if (found < settings.size()) throw std::invalid_argument("a parameter that is none");
  return thing;
}

}  // namespace fogline::tests
