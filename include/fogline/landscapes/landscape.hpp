// SPDX-License-Identifier: MIT
// All landscapes, and what derives from the structs in the roster of base_landscape.hpp.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "fogline/core/block.hpp"
#include "fogline/core/evaluator.hpp"
#include "fogline/landscapes/base_landscape.hpp"
#include "fogline/landscapes/blur.hpp"
#include "fogline/landscapes/drift.hpp"

namespace fogline {

template <class Roster, class... More>
struct Appended;
template <class... L, class... More>
struct Appended<std::variant<L...>, More...> {
  using type = std::variant<L..., More...>;
};

// The formulas, and what is made of another landscape. Compares by type and parameters.
using Landscape = Appended<BaseLandscape, Blur, Drift>::type;

const Info& info(const Landscape& landscape);
// Pointing into `landscape`: use them while it lives.
std::vector<Param> params(Landscape& landscape);
// What the map shows at first. Walkers may leave it.
Box domain(const Landscape& landscape);
// Where racers are put who have been given no start: at `Vec2 start() const` of the landscape, or,
// if it has none, at (0.2, 0.75) of its domain.
Vec2 default_start(const Landscape& landscape);
// Every known global minimum of the domain, to full double precision; empty where the loss has
// none, because it is unbounded below or does not reach its infimum.
std::vector<Vec2> minima(const Landscape& landscape);
// Known minima of the domain that are not global ones. Need not be all; empty where the landscape
// lists none.
std::vector<Vec2> local_minima(const Landscape& landscape);
// The loss at the listed minima, if any.
std::optional<double> best_known_loss(const Landscape& landscape);

// Whether it is another one at every step. Its minima are those at step 0.
bool drifts(const Landscape& landscape);

// Points into `landscape`, which must outlive it and stay in place.
Evaluator evaluator(const Landscape& landscape);
BlockEvaluator block_evaluator(const Landscape& landscape,
                               InstructionSet instructions = best_instruction_set());

// The values and, unless gx and gy are empty, the gradients at the points (x[i], y[i]), in SIMD
// lanes. `value` may be empty too; spans that are not empty are as long as `x`. `time` is the step,
// for landscapes that drift. The same bits for every instruction set, and as the evaluator's.
void sample(const Landscape& landscape, std::span<const double> x, std::span<const double> y,
            std::span<double> value, std::span<double> gx, std::span<double> gy,
            InstructionSet instructions = best_instruction_set(), double time = 0);

// One of each, with default parameters, in the order in which they are listed.
std::vector<Landscape> all_landscapes();
// Throws std::invalid_argument, naming the nearest id, when there is no such landscape.
Landscape make_landscape(std::string_view id);

}  // namespace fogline
