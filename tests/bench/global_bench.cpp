// SPDX-License-Identifier: MIT
// Global methods: what one loss costs beside the landscape's own price, and a whole Bayesian
// search, whose work grows with what it knows. The counter "value" is the time of one evaluation.
#include <benchmark/benchmark.h>

#include "fogline/engine/trajectory.hpp"

namespace fogline {
namespace {

// Whole trajectories of `steps` steps on Rosenbrock.
void searched(benchmark::State& state, const Optimizer& optimizer, std::uint32_t steps) {
  Counts counts;
  for (auto _ : state) {
    Trajectory t({.landscape = Rosenbrock{}, .optimizer = optimizer, .start = {-1.5, 2}});
    t.extend(steps);
    counts = t.at(t.last()).counts;
    benchmark::DoNotOptimize(counts);
  }
  state.counters["value"] = benchmark::Counter(
      static_cast<double>(counts.values + counts.gradients),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["evaluations"] = static_cast<double>(counts.values + counts.gradients);
}
BENCHMARK_CAPTURE(searched, cma_es, CmaEs{}, 1667)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searched, bayesian, Bayesian{}, 200)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searched, differential_evolution, DifferentialEvolution{}, 500)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searched, genetic, Genetic{}, 250)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searched, particle_swarm, ParticleSwarm{}, 500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searched, basin_hopping, BasinHopping{}, 400)->Unit(benchmark::kMillisecond);

// What a picture of its beliefs costs at one place, all 200 losses known.
void believed(benchmark::State& state) {
  Trajectory t({.landscape = Rosenbrock{}, .optimizer = Bayesian{}, .start = {-1.5, 2}});
  t.extend(200);
  const auto fields = t.fields(200);
  double x = 0;
  for (auto _ : state) benchmark::DoNotOptimize(fields[2].at({x += 1e-6, 1}));
}
BENCHMARK(believed)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace fogline
