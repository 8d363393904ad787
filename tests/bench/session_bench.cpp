// SPDX-License-Identifier: MIT
// Reading and writing sessions: the autosave must not be felt.
#include <benchmark/benchmark.h>

#include "fogline/engine/session_file.hpp"

namespace fogline {
namespace {

Session full_session() {
  Session s = first_session();
  while (s.experiment.racers.size() < most_racers)
    s.experiment.racers.push_back(new_racer(s.experiment, Adam{}, {0, 0}));
  return s;
}

void parse(benchmark::State& state) {
  const std::string text = session_text(full_session());
  for (auto _ : state) benchmark::DoNotOptimize(parse_session(text, "bench.json"));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(parse)->Unit(benchmark::kMicrosecond);

void write(benchmark::State& state) {
  const Session s = full_session();
  for (auto _ : state) benchmark::DoNotOptimize(session_text(s));
}
BENCHMARK(write)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace fogline
