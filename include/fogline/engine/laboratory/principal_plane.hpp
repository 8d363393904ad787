// SPDX-License-Identifier: MIT
// Walks of many dimensions drawn on the plane that holds most of them, with what the plane leaves
// out.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "fogline/engine/laboratory/space_walk.hpp"
#include "fogline/engine/trajectory.hpp"

namespace fogline {

// The plane through the mean of all recorded places along their first two principal components
// (Pearson 1901, Phil. Mag. 2:559).
struct PrincipalPlane {
  std::vector<double> mean, first, second;   // n numbers each; the directions are of length 1
  double first_share = 0, second_share = 0;  // of the variance
};

// Of paths of one number of dimensions with at least one place that differs from the others; else
// the shares are 0 and the directions the first two axes.
PrincipalPlane principal_plane(std::span<const SpacePath> paths);

struct OnPlane {
  double u = 0, v = 0;  // coordinates along the two directions
  double distance = 0;  // from the plane
};
OnPlane project(const PrincipalPlane& plane, std::span<const double> x);

// The control: a walk of n dimensions whose every step is Gaussian and leads nowhere. In many
// dimensions two components hold (1 + 1/4) 6 / pi^2 = 76 % of its variance, and on the plane it
// looks like a purposeful curve (Antognini and Sohl-Dickstein 2018, NeurIPS 31:10307).
SpacePath random_walk(std::size_t n, std::uint32_t steps, std::uint64_t seed);

// Several methods from one random start of a landscape of many dimensions, and the random walk as
// their control; computed little by little, then drawn on the plane of their paths.
class PlaneRace {
 public:
  // Each method that moves each coordinate alike takes part; throws std::invalid_argument for
  // another.
  PlaneRace(const Space& space, const std::vector<Optimizer>& methods, std::uint32_t steps,
            std::uint64_t seed);
  // True when all is known.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  // One for each method. Complete, with their plane, once all is known.
  const std::vector<SpacePath>& paths() const { return paths_; }
  const std::optional<PrincipalPlane>& plane() const { return plane_; }
  const SpacePath& control() const { return control_; }
  const std::optional<PrincipalPlane>& plane_of_control() const { return plane_of_control_; }

 private:
  std::vector<SpaceWalker> walkers_;
  std::vector<SpacePath> paths_;
  SpacePath control_;
  std::uint32_t steps_;
  std::size_t next_ = 0;  // walker that walks
  std::optional<PrincipalPlane> plane_, plane_of_control_;
};

}  // namespace fogline
