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

bool meets(const Optimizer& optimizer, Need need) {
  if (need == Need::slope) return !info(optimizer).slopeless;
  if (need == Need::nothing) return true;
  return std::visit(
      [](const auto& o) {
        return requires { o.learning_rate; };
      },
      optimizer);
}

std::string unmet(const Optimizer& optimizer, Need need) {
  const std::string name(info(optimizer).name);
  return need == Need::rate ? name +
                                  " has no learning rate; take this axis away, or choose an "
                                  "optimizer with one"
                            : name +
                                  " asks for no slope; take this axis away, or choose an "
                                  "optimizer that does";
}

std::vector<Optimizer> all_optimizers() { return one_of_each<Optimizer>(); }

Optimizer make_optimizer(std::string_view id) { return make_by_id<Optimizer>(id, "optimizer"); }

}  // namespace fogline
