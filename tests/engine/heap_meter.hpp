// SPDX-License-Identifier: MIT
// How many bytes this program holds on the heap, for tests that promise bounded memory.
#pragma once

#include <cstddef>

namespace fogline::tests {

std::size_t heap_bytes();

}  // namespace fogline::tests
