// SPDX-License-Identifier: MIT
// The axes that combine with any optimizer. Each is a described struct, in use or not. To add one:
// write its header and add a member and a line in `visit`.
#pragma once

#include <optional>

#include "fogline/optimizers/restarts.hpp"

namespace fogline {

struct Axes {
  std::optional<Restarts> restarts;

  // Calls f(std::optional<Axis>&) for every axis, in the order in which they are listed.
  template <class F>
  void visit(F&& f) {
    f(restarts);
  }
  friend bool operator==(const Axes&, const Axes&) = default;
};

}  // namespace fogline
