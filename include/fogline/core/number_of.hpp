// SPDX-License-Identifier: MIT
// Which number kernels compute in.
#pragma once

#include "fogline/core/lanes.hpp"

namespace fogline::kernels {

// What a kernel for Arch computes in: double where the baseline has no lanes.
template <class Arch>
struct NumberOf {
  using type = double;
};
template <class Arch>
requires requires { typename NativeArch<Arch>::type; }
struct NumberOf<Arch> {
  using type = Lanes<Arch>;
};

}  // namespace fogline::kernels
