// SPDX-License-Identifier: MIT
// What derives from the roster of optimizers.
#include "fogline/optimizers/optimizer.hpp"

#include "fogline/core/roster.hpp"

namespace fogline {

const Info& info(const Optimizer& optimizer) {
  return std::visit([](const auto& o) -> const Info& { return o.info; }, optimizer);
}

Answer answer(const Optimizer& optimizer) {
  return std::visit([](const auto& o) { return o.answer; }, optimizer);
}

std::vector<Param> params(Optimizer& optimizer) {
  return std::visit([](auto& o) { return o.params(); }, optimizer);
}

std::vector<Optimizer> all_optimizers() { return one_of_each<Optimizer>(); }

Optimizer make_optimizer(std::string_view id) { return make_by_id<Optimizer>(id, "optimizer"); }

}  // namespace fogline
