// SPDX-License-Identifier: MIT
// The rules for Baseline: see flock_loop.hpp. Nothing else may stand in this file.
#include "optimizers/flock_loop.hpp"

template const fogline::kernels::UpdateBlock* fogline::kernels::updates<fogline::Baseline>();
template fogline::kernels::Embrace fogline::kernels::embrace<fogline::Baseline>();
template fogline::kernels::IsFinite fogline::kernels::is_finite<fogline::Baseline>();
