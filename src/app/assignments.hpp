// SPDX-License-Identifier: MIT
// K=V and NAME.K=V as given on the command line, applied to described params.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/axes.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline::app {

// Each throws std::invalid_argument with the option, the cause and the remedy.

// Sets the params that take() returns as the assignments say: in the order of the params, as those
// at the front may change which follow; of several for one name the last.
void assign(const std::function<std::vector<Param>()>& take,
            const std::vector<std::string>& assignments, const std::string& option);
// The axes named, which must make sense for one walk with this optimizer.
Axes read_axes(const std::vector<std::string>& assignments, const Optimizer& optimizer);
Vec2 read_point(const std::string& text, const std::string& option);
// X0,X1,Y0,Y1, with X0 < X1 and Y0 < Y1.
Box read_box(const std::string& text, const std::string& option);

}  // namespace fogline::app
