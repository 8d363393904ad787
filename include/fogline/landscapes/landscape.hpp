// SPDX-License-Identifier: MIT
// The roster of landscapes. To add one: write its header, include it here, add its name to the
// list. Everything else derives from the struct.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

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
#include "fogline/landscapes/dixon_price.hpp"
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
#include "fogline/landscapes/sample.hpp"
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
using Landscape =
    std::variant<Bowl, Booth, Matyas, Zakharov, Ravine, Rosenbrock, DixonPrice, Perm, Quadratic,
                 ComfortableTrap, TiltedDoubleWell, GaussianWells, ThreeHumpCamel, GoldsteinPrice,
                 MishraBird, Schwefel, Himmelblau, Branin, StyblinskiTang, SixHumpCamel, McCormick,
                 Peaks, Rastrigin, Ackley, Bohachevsky, Levy13, Griewank, DropWave, Salomon,
                 Schaffer2, Schaffer4, Eggholder, SpiralValley, Needle, RandomTerrain, Beale,
                 Saddle, SaddleBounded, MonkeySaddle, Plateau, Michalewicz, Easom, Alpine,
                 CrossInTray, HolderTable, Bukin6, Flower, Cliff>;

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
