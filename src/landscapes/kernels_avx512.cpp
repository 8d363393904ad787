// SPDX-License-Identifier: MIT
// The kernels for Avx512: see block_loop.hpp. Nothing else may stand in this file.
#include "landscapes/block_loop.hpp"

template const fogline::BlockEvaluator* fogline::kernels::table<fogline::Avx512>();
