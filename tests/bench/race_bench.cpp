// SPDX-License-Identifier: MIT
// What a frame of a live drag asks of the engine: eight racers of 1,000 steps from a new start, and
// the standings.
#include <benchmark/benchmark.h>

#include "fogline/engine/standing.hpp"

namespace fogline {
namespace {

Experiment eight_racers(const Landscape& landscape) {
  Experiment e;
  e.landscape = landscape;
  const auto optimizers = all_optimizers();
  for (std::size_t i = 0; i < 8; ++i)
    e.racers.push_back(new_racer(e, optimizers[i % optimizers.size()], {-1, 1}));
  return e;
}

void live_drag(benchmark::State& state, const Landscape& landscape) {
  Experiment e = eight_racers(landscape);
  Race race;
  double x = -1;
  for (auto _ : state) {
    place_start(e, 0, {x += 1e-6, 1});
    race.follow(e);
    race.advance();
    benchmark::DoNotOptimize(standings(e, race, e.budget.amount));
  }
}
BENCHMARK_CAPTURE(live_drag, rosenbrock, Rosenbrock{})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(live_drag, rastrigin, Rastrigin{})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(live_drag, comfortable_trap, ComfortableTrap{})->Unit(benchmark::kMillisecond);

// A frame of playing: nothing is computed, the standings are read.
void playing(benchmark::State& state) {
  const Experiment e = eight_racers(Rosenbrock{});
  Race race;
  race.follow(e);
  race.advance();
  int playhead = 0;
  for (auto _ : state) {
    race.follow(e);
    race.advance();
    benchmark::DoNotOptimize(standings(e, race, ++playhead % 1000));
  }
}
BENCHMARK(playing)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace fogline
