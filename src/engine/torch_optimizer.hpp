// SPDX-License-Identifier: MIT
// A per-coordinate rule in PyTorch's words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fogline/optimizers/optimizer.hpp"

namespace fogline {

struct TorchRule {
  std::string setup;            // lines before the loop
  std::string step;             // lines in the loop, indented by four: moves p by p.grad
  std::string_view needs = "";  // a version, if not any
};

// None for methods that move the whole point.
std::optional<TorchRule> torch_rule(const Optimizer& optimizer);

}  // namespace fogline
