// SPDX-License-Identifier: MIT
// What the laboratory can be asked for, each a number: so that what is said of many dimensions can
// be claimed by a lesson, and checked.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fogline/core/param.hpp"
#include "fogline/engine/trajectory.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline {

struct MeasurementInfo {
  std::string_view id;    // snake_case; names it in files
  std::string_view name;  // as shown
};

// Of all critical points of a random Gaussian field those that are minima (FieldCensus).
struct MinimaShare {
  static constexpr MeasurementInfo info{.id = "minima_share", .name = "share of minima"};
  int dimensions = 2, samples = 2000, seed = 1;
  std::vector<Param> params();
};

// Of the critical points that Newton's method reaches from random starts those that are minima; NaN
// where it reaches none (NewtonCensus).
struct NewtonMinimaShare {
  static constexpr MeasurementInfo info{.id = "newton_minima_share",
                                        .name = "share of minima among what Newton's method finds"};
  int dimensions = 2, samples = 200, seed = 1;
  std::vector<Param> params();
};

// Of Styblinski and Tang's function, exactly: of its critical points those that are minima; how
// many these are; the share of its box from which descent leads to the lowest.
struct StyblinskiTangMinimaShare {
  static constexpr MeasurementInfo info{.id = "styblinski_tang_minima_share",
                                        .name = "share of minima of Styblinski-Tang"};
  int dimensions = 2;
  std::vector<Param> params();
};
struct StyblinskiTangMinima {
  static constexpr MeasurementInfo info{.id = "styblinski_tang_minima",
                                        .name = "minima of Styblinski-Tang"};
  int dimensions = 2;
  std::vector<Param> params();
};
struct StyblinskiTangGlobalBasin {
  static constexpr MeasurementInfo info{
      .id = "styblinski_tang_global_basin",
      .name = "share of starts that reach Styblinski-Tang's lowest valley"};
  int dimensions = 2;
  std::vector<Param> params();
};

// The mean share of falling directions at the critical points of a random Gaussian field whose loss
// is about `loss`, in standard deviations / sqrt(n); NaN where none was met.
struct FallingShare {
  static constexpr MeasurementInfo info{.id = "falling_share",
                                        .name = "share of falling directions"};
  int dimensions = 40;
  double loss = 0;
  int samples = 500, seed = 1;
  std::vector<Param> params();
};

// The share of the variance of walks that the plane of their first two principal components holds.
struct PlaneShare {
  static constexpr MeasurementInfo info{.id = "plane_share",
                                        .name = "share of the variance on the plane"};
  // A race of plane_methods(); a walk whose every step is Gaussian; as many Gaussian places,
  // scattered, that are no walk.
  enum class Walk : int { race, random_walk, scattered };
  int walk = static_cast<int>(Walk::race);
  int landscape = 3;  // among space_ids(); of a race
  int dimensions = 100, steps = 300, seed = 1;
  std::vector<Param> params();
};

// The middle one of an odd number of trials at a saddle (SaddleTrial); infinite where half of them
// have not left within `most`.
struct EscapeSteps {
  static constexpr MeasurementInfo info{.id = "escape_steps", .name = "steps to leave a saddle"};
  static constexpr std::uint32_t most = 5000;
  int dimensions = 2, disturbance = 0;  // as Disturbance
  double offset = 1e-3, noise = 0;
  int trials = 21, seed = 1;
  std::vector<Param> params();
};

// Steps until a chain of saddles is passed (chain_steps).
struct ChainSteps {
  static constexpr MeasurementInfo info{.id = "chain_steps",
                                        .name = "steps to pass a chain of saddles"};
  int saddles = 2;
  double noise = 0;
  int seed = 1;
  std::vector<Param> params();
};

using Measurement =
    std::variant<MinimaShare, NewtonMinimaShare, StyblinskiTangMinimaShare, StyblinskiTangMinima,
                 StyblinskiTangGlobalBasin, FallingShare, PlaneShare, EscapeSteps, ChainSteps>;

// By id; throws std::invalid_argument, naming the nearest, where there is none.
Measurement make_measurement(std::string_view id);
std::vector<Param> params(Measurement& measurement);
// "share of minima, dimensions 10": its name, its first param, and those that are not as usual.
std::string words(const Measurement& measurement);
// "dimensions 10": the params in which it differs from the other; its words where it is another.
std::string difference(const Measurement& measurement, const Measurement& from);

// The methods that race on the plane, at rates that suit the landscapes on offer.
std::vector<Optimizer> plane_methods();

// A measurement under way.
class Measuring {
 public:
  explicit Measuring(const Measurement& what);
  // True when the number is known.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  // Infinite where what is counted never happens, NaN where nothing could be measured; not known
  // before advance() says so.
  double value() const { return value_.value_or(std::numeric_limits<double>::infinity()); }

 private:
  std::function<std::optional<double>(Clock::time_point)> work_;
  std::optional<double> value_;
};

}  // namespace fogline
