// SPDX-License-Identifier: MIT
// K=V and NAME.K=V as given on the command line, applied to described params.
#pragma once

#include <string>
#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/axes.hpp"

namespace fogline::app {

// Each throws std::invalid_argument with the option, the cause and the remedy.
void assign(const std::vector<Param>& params, const std::vector<std::string>& assignments,
            const std::string& option);
Axes read_axes(const std::vector<std::string>& assignments);
Vec2 read_point(const std::string& text, const std::string& option);

}  // namespace fogline::app
