// SPDX-License-Identifier: MIT
// A race of four over many random starts, 1,000 steps each, on one thread: in lanes, and one walk
// after the other.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "fogline/engine/many_starts.hpp"

namespace fogline {
namespace {

// Four racers that flock, at rates with which they come to rest within the budget, or do not.
Experiment four(const Landscape& landscape, bool brisk) {
  Experiment e;
  e.landscape = landscape;
  const double rate = brisk ? 2e-3 : 2e-5;
  const Optimizer methods[] = {
      GradientDescent{.learning_rate = rate}, Momentum{.learning_rate = 0.25 * rate},
      Adam{.learning_rate = 25 * rate}, RmsProp{.learning_rate = 5 * rate}};
  for (const Optimizer& o : methods) e.racers.push_back(new_racer(e, o, {1, 1}));
  return e;
}

void many_starts(benchmark::State& state, const Experiment& e, int starts,
                 std::optional<InstructionSet> instructions) {
  if (instructions && !is_available(*instructions))
    return state.SkipWithError("not on this processor");
  for (auto _ : state) {
    ManyStarts races(e, {Pattern::random, starts}, instructions);
    races.advance();
    benchmark::DoNotOptimize(races.done());
  }
}

const bool registered = [] {
  // Fewer where it is only to be seen that the benchmark runs.
  const bool brief = std::getenv("FOGLINE_BENCH_SIDE") != nullptr;
  const std::pair<const char*, Landscape> lands[] = {{"himmelblau", Himmelblau{}},
                                                     {"rastrigin", Rastrigin{}}};
  const std::pair<const char*, std::optional<InstructionSet>> ways[] = {
      {"alone", {}}, {"avx2", InstructionSet::avx2}, {"avx512", InstructionSet::avx512}};
  for (const int starts : {1'000, 10'000})
    for (const bool brisk : {true, false})
      for (const auto& [land, landscape] : lands)
        for (const auto& [way, set] : ways)
          benchmark::RegisterBenchmark(
              ("many_starts/" + std::string(land) + (brisk ? "/brisk/" : "/slow/") +
               std::to_string(starts) + "/" + way)
                  .c_str(),
              many_starts, four(landscape, brisk), brief ? 100 : starts, set)
              ->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
}  // namespace fogline
