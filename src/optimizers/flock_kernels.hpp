// SPDX-License-Identifier: MIT
// Where the rules compiled for each instruction set are found, and what they are called with.
#pragma once

#include <cstddef>

#include "fogline/core/lanes.hpp"

namespace fogline::kernels {

// Walkers side by side. Each row holds `n` doubles, a multiple of 16, and begins
// `pitch` doubles after the one before it: x, y, the slopes gx and gy, then the numbers of a
// coordinate's state, those of x first.
struct FlockBlock {
  double* rows = nullptr;
  std::size_t pitch = 0, n = 0;

  double* row(std::size_t index) const { return rows + index * pitch; }
};

// One step of a rule for every walker of a block, by the slopes that are in it. `shared` is the
// rule's Shared of this step.
using UpdateBlock = void (*)(const void* rule, const void* shared, const FlockBlock&);

// Widens the boxes around places: `low_x, low_y, high_x, high_y` are the rows of `boxes`, with the
// pitch of `block`.
using Embrace = void (*)(const FlockBlock& block, double* boxes);

// Whether all numbers of the first `rows` rows are finite.
using IsFinite = bool (*)(const FlockBlock& block, std::size_t rows);

// Rules in the order of the roster; null where one is not written for one coordinate. Instantiated
// in flock_kernels_<arch>.cpp, each compiled for its instruction set.
template <class Arch>
const UpdateBlock* updates();
template <class Arch>
Embrace embrace();
template <class Arch>
IsFinite is_finite();

}  // namespace fogline::kernels
