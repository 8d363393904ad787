// SPDX-License-Identifier: MIT
// The roster of optimizers. To add one: write its header, include it here, add its name to the
// list.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fogline/optimizers/adabelief.hpp"
#include "fogline/optimizers/adadelta.hpp"
#include "fogline/optimizers/adagrad.hpp"
#include "fogline/optimizers/adam.hpp"
#include "fogline/optimizers/adamax.hpp"
#include "fogline/optimizers/adamw.hpp"
#include "fogline/optimizers/amsgrad.hpp"
#include "fogline/optimizers/annealing.hpp"
#include "fogline/optimizers/basin_hopping.hpp"
#include "fogline/optimizers/bayesian.hpp"
#include "fogline/optimizers/bfgs.hpp"
#include "fogline/optimizers/cma_es.hpp"
#include "fogline/optimizers/conjugate_gradient.hpp"
#include "fogline/optimizers/differential_evolution.hpp"
#include "fogline/optimizers/genetic.hpp"
#include "fogline/optimizers/gradient_descent.hpp"
#include "fogline/optimizers/lbfgs.hpp"
#include "fogline/optimizers/lion.hpp"
#include "fogline/optimizers/momentum.hpp"
#include "fogline/optimizers/nadam.hpp"
#include "fogline/optimizers/need.hpp"
#include "fogline/optimizers/nelder_mead.hpp"
#include "fogline/optimizers/nesterov.hpp"
#include "fogline/optimizers/newton.hpp"
#include "fogline/optimizers/newton_trust_region.hpp"
#include "fogline/optimizers/particle_swarm.hpp"
#include "fogline/optimizers/pattern_search.hpp"
#include "fogline/optimizers/qhm.hpp"
#include "fogline/optimizers/radam.hpp"
#include "fogline/optimizers/random_search.hpp"
#include "fogline/optimizers/rmsprop.hpp"
#include "fogline/optimizers/rprop.hpp"
#include "fogline/optimizers/saddle_free_newton.hpp"
#include "fogline/optimizers/spsa.hpp"
#include "fogline/optimizers/yogi.hpp"

namespace fogline {

using Optimizer =
    std::variant<GradientDescent, Momentum, Nesterov, Qhm, AdaGrad, RmsProp, AdaDelta, Adam,
                 AmsGrad, AdamW, Adamax, NAdam, RAdam, AdaBelief, Yogi, Lion, Rprop, Newton,
                 NewtonTrustRegion, SaddleFreeNewton, ConjugateGradient, Bfgs, Lbfgs, NelderMead,
                 PatternSearch, Spsa, RandomSearch, Annealing, BasinHopping, Genetic,
                 DifferentialEvolution, ParticleSwarm, CmaEs, Bayesian>;

const Info& info(const Optimizer& optimizer);
Answer answer(const Optimizer& optimizer);
// Pointing into `optimizer`: use them while it lives.
std::vector<Param> params(Optimizer& optimizer);
// One of each, with default hyperparameters, in the order in which they are listed.
std::vector<Optimizer> all_optimizers();
// Whether an axis with this need makes sense with the optimizer.
bool meets(const Optimizer& optimizer, Need need);
// The sentence that says why it does not, and what to do.
std::string unmet(const Optimizer& optimizer, Need need);
// Throws std::invalid_argument, naming the nearest id, when there is no such optimizer.
Optimizer make_optimizer(std::string_view id);

}  // namespace fogline
