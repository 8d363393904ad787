// SPDX-License-Identifier: MIT
// The reference documentation as Markdown.
#pragma once

#include <string>
#include <string_view>

namespace fogline::app {

// `what` is landscapes, optimizers or axes.
std::string reference(std::string_view what);

}  // namespace fogline::app
