// SPDX-License-Identifier: MIT
// The rules for Avx512: see flock_loop.hpp. Nothing else may stand in this file.
#include "optimizers/flock_loop.hpp"

template const fogline::kernels::UpdateBlock* fogline::kernels::updates<fogline::Avx512>();
template fogline::kernels::Embrace fogline::kernels::embrace<fogline::Avx512>();
template fogline::kernels::IsFinite fogline::kernels::is_finite<fogline::Avx512>();
