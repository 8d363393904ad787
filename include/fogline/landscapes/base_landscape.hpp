// SPDX-License-Identifier: MIT
// The roster of landscapes that are formulas of their own. To add one: write its header, include it
// here, add its name to the list. Everything else derives from the struct.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "fogline/core/evaluator.hpp"
#include "fogline/landscapes/ackley.hpp"
#include "fogline/landscapes/beale.hpp"
#include "fogline/landscapes/bowl.hpp"
#include "fogline/landscapes/cliff.hpp"
#include "fogline/landscapes/comfortable_trap.hpp"
#include "fogline/landscapes/gaussian_wells.hpp"
#include "fogline/landscapes/himmelblau.hpp"
#include "fogline/landscapes/needle.hpp"
#include "fogline/landscapes/peaks.hpp"
#include "fogline/landscapes/plateau.hpp"
#include "fogline/landscapes/quadratic.hpp"
#include "fogline/landscapes/random_terrain.hpp"
#include "fogline/landscapes/rastrigin.hpp"
#include "fogline/landscapes/ravine.hpp"
#include "fogline/landscapes/rosenbrock.hpp"
#include "fogline/landscapes/saddle.hpp"
#include "fogline/landscapes/saddle_bounded.hpp"
#include "fogline/landscapes/sample.hpp"
#include "fogline/landscapes/six_hump_camel.hpp"
#include "fogline/landscapes/spiral_valley.hpp"
#include "fogline/landscapes/styblinski_tang.hpp"
#include "fogline/landscapes/tilted_double_well.hpp"

namespace fogline {

// Compares by type and parameters.
using BaseLandscape = std::variant<Bowl, Ravine, Rosenbrock, ComfortableTrap, Himmelblau, Rastrigin,
                                   Ackley, StyblinskiTang, SixHumpCamel, Peaks, Beale, Saddle,
                                   SaddleBounded, Quadratic, TiltedDoubleWell, GaussianWells,
                                   RandomTerrain, SpiralValley, Needle, Plateau, Cliff>;

// The place of L in the roster.
template <class L>
inline constexpr int base_index = []<class... All>(std::type_identity<std::variant<All...>>) {
  int place = 0, found = -1;
  ((found = std::is_same_v<L, All> ? place : found, ++place), ...);
  return found;
}(std::type_identity<BaseLandscape>{});

// Their ids, in the order of the roster.
inline constexpr auto base_ids = []<class... All>(std::type_identity<std::variant<All...>>) {
  return std::array{All::info.id...};
}(std::type_identity<BaseLandscape>{});

// The one at a place of the roster, with default parameters.
BaseLandscape make_base(int place);

// These point into `landscape`, which must outlive them and stay in place.
std::vector<Param> base_params(BaseLandscape& landscape);
Evaluator base_evaluator(const BaseLandscape& landscape);
BlockEvaluator base_block_evaluator(const BaseLandscape& landscape, InstructionSet instructions);

Box base_domain(const BaseLandscape& landscape);
std::vector<Vec2> base_minima(const BaseLandscape& landscape);
std::vector<Vec2> base_local_minima(const BaseLandscape& landscape);

}  // namespace fogline
