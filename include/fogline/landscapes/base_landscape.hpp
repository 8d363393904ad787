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

#include "fogline/core/block.hpp"
#include "fogline/core/evaluator.hpp"
#include "fogline/landscapes/ackley.hpp"
#include "fogline/landscapes/alpine.hpp"
#include "fogline/landscapes/beale.hpp"
#include "fogline/landscapes/bohachevsky.hpp"
#include "fogline/landscapes/booth.hpp"
#include "fogline/landscapes/bowl.hpp"
#include "fogline/landscapes/branin.hpp"
#include "fogline/landscapes/bukin6.hpp"
#include "fogline/landscapes/cliff.hpp"
#include "fogline/landscapes/comfortable_trap.hpp"
#include "fogline/landscapes/cross_in_tray.hpp"
#include "fogline/landscapes/cubic_1d.hpp"
#include "fogline/landscapes/dixon_price.hpp"
#include "fogline/landscapes/double_well_1d.hpp"
#include "fogline/landscapes/drop_wave.hpp"
#include "fogline/landscapes/easom.hpp"
#include "fogline/landscapes/eggholder.hpp"
#include "fogline/landscapes/flower.hpp"
#include "fogline/landscapes/gaussian_wells.hpp"
#include "fogline/landscapes/goldstein_price.hpp"
#include "fogline/landscapes/griewank.hpp"
#include "fogline/landscapes/himmelblau.hpp"
#include "fogline/landscapes/holder_table.hpp"
#include "fogline/landscapes/levy13.hpp"
#include "fogline/landscapes/matyas.hpp"
#include "fogline/landscapes/mccormick.hpp"
#include "fogline/landscapes/michalewicz.hpp"
#include "fogline/landscapes/mishra_bird.hpp"
#include "fogline/landscapes/monkey_saddle.hpp"
#include "fogline/landscapes/needle.hpp"
#include "fogline/landscapes/parabola_1d.hpp"
#include "fogline/landscapes/peaks.hpp"
#include "fogline/landscapes/perm.hpp"
#include "fogline/landscapes/plateau.hpp"
#include "fogline/landscapes/quadratic.hpp"
#include "fogline/landscapes/random_terrain.hpp"
#include "fogline/landscapes/rastrigin.hpp"
#include "fogline/landscapes/ravine.hpp"
#include "fogline/landscapes/rosenbrock.hpp"
#include "fogline/landscapes/saddle.hpp"
#include "fogline/landscapes/saddle_bounded.hpp"
#include "fogline/landscapes/salomon.hpp"
#include "fogline/landscapes/schaffer2.hpp"
#include "fogline/landscapes/schaffer4.hpp"
#include "fogline/landscapes/schwefel.hpp"
#include "fogline/landscapes/six_hump_camel.hpp"
#include "fogline/landscapes/spiral_valley.hpp"
#include "fogline/landscapes/styblinski_tang.hpp"
#include "fogline/landscapes/three_hump_camel.hpp"
#include "fogline/landscapes/tilted_double_well.hpp"
#include "fogline/landscapes/zakharov.hpp"

namespace fogline {

// Compares by type and parameters.
using BaseLandscape = std::variant<
    Bowl, Booth, Matyas, Zakharov, Ravine, Rosenbrock, DixonPrice, Perm, Quadratic, ComfortableTrap,
    TiltedDoubleWell, GaussianWells, ThreeHumpCamel, GoldsteinPrice, MishraBird, Schwefel,
    Himmelblau, Branin, StyblinskiTang, SixHumpCamel, McCormick, Peaks, Rastrigin, Ackley,
    Bohachevsky, Levy13, Griewank, DropWave, Salomon, Schaffer2, Schaffer4, Eggholder, SpiralValley,
    Needle, RandomTerrain, Beale, Saddle, SaddleBounded, MonkeySaddle, Plateau, Michalewicz, Easom,
    Alpine, CrossInTray, HolderTable, Bukin6, Flower, Cliff, Parabola1d, Cubic1d, DoubleWell1d>;

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
