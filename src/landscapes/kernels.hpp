// SPDX-License-Identifier: MIT
// Where the kernels of each instruction set are found.
#pragma once

#include "fogline/core/block.hpp"
#include "fogline/core/lanes.hpp"

namespace fogline::kernels {

// One entry for each landscape in the order of the roster, without its landscape. Instantiated in
// kernels_<arch>.cpp, each compiled for its instruction set.
template <class Arch>
const BlockEvaluator* table();

}  // namespace fogline::kernels
