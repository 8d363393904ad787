// SPDX-License-Identifier: MIT
// Eigenvalues and eigenvectors of symmetric 2x2 matrices in closed form, and the Newton step of the
// absolute Hessian: what methods that use curvature and what judges a critical point both need.
#pragma once

#include "fogline/core/geometry.hpp"
#include "fogline/core/jet.hpp"

namespace fogline {

// low <= high, and unit vectors along their eigenvectors, at right angles. Equal eigenvalues have
// the axes as theirs.
struct Eigen2 {
  double low = 0, high = 0;
  Vec2 low_direction{1, 0}, high_direction{0, 1};
};

// Of the matrix (xx xy; xy yy). Exact for diagonal matrices, else both eigenvalues are right to a
// few ulp, also the lower one of a nearly singular matrix. Finite entries never give NaN; an
// eigenvalue beyond the largest double is infinite.
Eigen2 eigen(double xx, double xy, double yy);

// g with its component along each eigenvector divided by `by_low` or `by_high`. A component of
// exactly 0 stays 0 whatever it is divided by; any other over 0 makes the result not finite.
Vec2 divide(const Eigen2& e, Vec2 g, double by_low, double by_high);

// (|H| + damping I)^-1 g, |H| having the absolute eigenvalues of the Hessian: subtracted, it leads
// downhill along every eigenvector. Not finite where curvature plus damping is 0 under a slope.
Vec2 absolute_newton_step(const Jet& f, double damping = 0);

}  // namespace fogline
