// SPDX-License-Identifier: MIT
// 512 x 512 walkers of 1,000 steps on two threads, every walk to its full length: flocks in the
// lanes of each instruction set, beside the same walks written by hand for one landscape and one
// rule, and one walker after the other; then finished and coarse maps. The counter "steps" is steps
// a second.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "by_hand.hpp"
#include "fogline/engine/basin_map.hpp"
#include "fogline/landscapes/landscape.hpp"
#include "fogline/optimizers/flock.hpp"

namespace fogline {
namespace {

constexpr std::size_t tile = 4096;
// Walkers a side; fewer where it is only to be seen that the benchmark runs. At least 64.
const std::size_t side = [] {
  const char* wanted = std::getenv("FOGLINE_BENCH_SIDE");
  return wanted != nullptr ? static_cast<std::size_t>(std::strtoul(wanted, nullptr, 10)) : 512;
}();
constexpr std::uint32_t steps = 1000;

std::vector<Vec2> starts(const Box& box) {
  std::vector<Vec2> all;
  for (std::size_t k = 0; k < side * side; ++k)
    all.push_back(box.at((static_cast<double>(k % side) + 0.5) / static_cast<double>(side),
                         (static_cast<double>(k / side) + 0.5) / static_cast<double>(side)));
  return all;
}

// f(first, n) for every tile, half of them on a second thread.
template <class F>
void on_two_threads(F f) {
  const auto half = [f](std::size_t begin) {
    for (std::size_t first = begin * tile; first < side * side; first += 2 * tile) f(first, tile);
  };
  std::jthread other(half, 1);
  half(0);
}

void report(benchmark::State& state) {
  state.counters["steps"] = benchmark::Counter(static_cast<double>(side * side) * steps,
                                               benchmark::Counter::kIsIterationInvariantRate);
}

void flock(benchmark::State& state, const Landscape& landscape, const Optimizer& optimizer,
           InstructionSet instructions) {
  if (!is_available(instructions)) return state.SkipWithError("not on this processor");
  const BlockEvaluator f = block_evaluator(landscape, instructions);
  const auto all = starts(domain(landscape));
  for (auto _ : state)
    on_two_threads([&](std::size_t first, std::size_t n) {
      Flock walkers(optimizer, {}, f, instructions, std::span(all).subspan(first, n));
      walkers.walk(steps);
      benchmark::DoNotOptimize(walkers.place(0));
    });
  report(state);
}

// The finished map of as many starts: early ends, every valley named.
void finished_map(benchmark::State& state, const Landscape& landscape, InstructionSet instructions,
                  int threads) {
  if (!is_available(instructions)) return state.SkipWithError("not on this processor");
  const BasinSetting setting{.landscape = landscape,
                             .optimizer = Momentum{.learning_rate = 1e-3},
                             .box = domain(landscape),
                             .nx = side,
                             .ny = side,
                             .steps = steps};
  for (auto _ : state) {
    BasinMap map(setting, instructions);
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back([&map] { map.advance(); });
    map.advance();
    others.clear();  // joins
    benchmark::DoNotOptimize(basins(map).valleys.size());
  }
}

// The first coarse picture, 64 x 64, of every per-coordinate rule with its usual hyperparameters on
// two threads: milliseconds of the clock for the rule that takes longest and for the median one.
void coarse_maps(benchmark::State& state, const Landscape& landscape) {
  std::vector<double> worst, median;
  for (auto _ : state) {
    std::vector<double> times;
    for (const Optimizer& o : all_optimizers()) {
      if (!flocks(o, {})) continue;
      const BasinSetting setting{.landscape = landscape,
                                 .optimizer = o,
                                 .box = domain(landscape),
                                 .nx = 64,
                                 .ny = 64,
                                 .steps = steps};
      const auto begin = Clock::now();
      BasinMap map(setting);
      std::jthread other([&map] { map.advance(); });
      map.advance();
      other.join();
      benchmark::DoNotOptimize(basins(map).valleys.size());
      times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::ranges::sort(times);
    worst.push_back(times.back());
    median.push_back(times[times.size() / 2]);
  }
  std::ranges::sort(worst);
  std::ranges::sort(median);
  state.counters["worst_ms"] = worst[worst.size() / 2];
  state.counters["median_ms"] = median[median.size() / 2];
}

Vec2 slope_by_hand(const Himmelblau&, double x, double y) {
  const double a = x * x + y - 11, b = x + y * y - 7;
  return {4 * a * x + 2 * b, 2 * a + 4 * b * y};
}
Vec2 slope_by_hand(const Rastrigin& f, double x, double y) {
  const double c = 2 * pi * f.A;
  return {2 * x + c * std::sin(2 * pi * x), 2 * y + c * std::sin(2 * pi * y)};
}

// One walker after the other, libm's sine.
template <class L>
void one_by_one_by_hand(benchmark::State& state, const L& landscape, double rate) {
  const auto all = starts(landscape.domain());
  for (auto _ : state)
    on_two_threads([&](std::size_t first, std::size_t n) {
      for (std::size_t i = first; i < first + n; i += 64) {  // a sample of them
        Vec2 x = all[i], v;
        for (std::uint32_t k = 0; k < steps; ++k) {
          v = 0.9 * v + slope_by_hand(landscape, x.x, x.y);
          x = x - rate * v;
        }
        benchmark::DoNotOptimize(x);
      }
    });
  state.counters["steps"] = benchmark::Counter(static_cast<double>(side * side / 64) * steps,
                                               benchmark::Counter::kIsIterationInvariantRate);
}

void walk_tile_by_hand(by_hand::Walk walk, std::span<const Vec2> from) {
  std::vector<double> x, y;
  for (const Vec2 start : from) {
    x.push_back(start.x);
    y.push_back(start.y);
  }
  walk(x.data(), y.data(), from.size(), steps, 1e-3);
  benchmark::DoNotOptimize(x.data());
}

void by_hand_alone(benchmark::State& state, const Box& box, by_hand::Walk walk,
                   InstructionSet set) {
  if (!is_available(set)) return state.SkipWithError("not on this processor");
  const auto all = starts(box);
  for (auto _ : state)
    on_two_threads([&](std::size_t first, std::size_t n) {
      walk_tile_by_hand(walk, std::span(all).subspan(first, n));
    });
  report(state);
}

// One tile by hand and one as a flock in turn, milliseconds each, so that both meet the processor
// in the same state: "ratio" is the median of the flock's speed over that by hand.
void flock_beside_by_hand(benchmark::State& state, const Landscape& landscape, by_hand::Walk walk,
                          InstructionSet set) {
  if (!is_available(set)) return state.SkipWithError("not on this processor");
  const BlockEvaluator f = block_evaluator(landscape, set);
  const auto all = starts(domain(landscape));
  const Momentum momentum{.learning_rate = 1e-3};
  std::vector<double> ratios;
  std::size_t first = 0;
  for (auto _ : state) {
    const auto some = std::span(all).subspan(first, tile);
    first = (first + tile) % all.size();
    const auto begin = Clock::now();
    walk_tile_by_hand(walk, some);
    const auto middle = Clock::now();
    Flock walkers(momentum, {}, f, set, some);
    walkers.walk(steps);
    benchmark::DoNotOptimize(walkers.place(0));
    ratios.push_back((middle - begin) / std::chrono::duration<double>(Clock::now() - middle));
  }
  std::ranges::sort(ratios);
  state.counters["ratio"] = ratios[ratios.size() / 2];
}

#ifdef FOGLINE_BY_HAND
// Seconds that a cycle of the processor takes now: on x86 a product of 64-bit integers waits three
// of them for the one before.
double cycle() {
  constexpr int products = 32768;
  std::uint64_t x = 3;
  benchmark::DoNotOptimize(x);
  const auto begin = Clock::now();
  for (int i = 0; i < products; ++i) x *= x;
  benchmark::DoNotOptimize(x);
  return std::chrono::duration<double>(Clock::now() - begin).count() / (3 * products);
}

// What a step of one register of walkers costs in cycles, whatever the clock is: a piece of the
// walk, between two looks at the clock; "cycles" is the median.
void flock_cycles(benchmark::State& state, const Landscape& landscape, const Optimizer& optimizer,
                  InstructionSet set) {
  if (!is_available(set)) return state.SkipWithError("not on this processor");
  const auto all = starts(domain(landscape));
  const double registers = static_cast<double>(tile) / (set == InstructionSet::avx512 ? 8 : 4);
  constexpr std::uint32_t piece = steps / 8;
  std::vector<double> cycles;
  for (auto _ : state) {
    Flock walkers(optimizer, {}, block_evaluator(landscape, set), set, std::span(all).first(tile));
    double before = cycle();
    while (walkers.step() < steps) {
      const auto begin = Clock::now();
      walkers.walk(piece);
      const std::chrono::duration<double> walked = Clock::now() - begin;
      const double after = cycle();
      cycles.push_back(walked.count() / (registers * piece) / (0.5 * (before + after)));
      before = after;
    }
  }
  std::ranges::sort(cycles);
  state.counters["cycles"] = cycles[cycles.size() / 2];
}
#endif

const bool registered = [] {
  const std::pair<const char*, InstructionSet> sets[] = {{"baseline", InstructionSet::baseline},
                                                         {"avx2", InstructionSet::avx2},
                                                         {"avx512", InstructionSet::avx512}};
  const std::pair<const char*, Optimizer> rules[] = {{"momentum", Momentum{.learning_rate = 1e-3}},
                                                     {"adam", Adam{}}};
  const auto add = [](const std::string& name, auto&&... args) {
    benchmark::RegisterBenchmark(name.c_str(), args...)
        ->UseRealTime()
        ->MeasureProcessCPUTime()
        ->Unit(benchmark::kMillisecond);
  };
  for (const auto& [set_name, set] : sets)
    for (const auto& [rule_name, rule] : rules)
      for (const Landscape& l : {Landscape(Himmelblau{}), Landscape(Rastrigin{})})
        add("flock/" + std::string(rule_name) + "/" + std::string(info(l).id) + "/" + set_name,
            flock, l, rule, set);
  for (const auto& [set_name, set] : sets)
    for (const int threads : {1, 2})
      for (const Landscape& l : {Landscape(Himmelblau{}), Landscape(Rastrigin{})})
        add("map/" + std::string(info(l).id) + "/" + set_name + "/" + std::to_string(threads),
            finished_map, l, set, threads);
  for (const char* id : {"himmelblau", "rastrigin", "peaks", "rosenbrock", "ackley"})
    add("coarse_maps/" + std::string(id), coarse_maps, make_landscape(id));
  add("one_by_one/himmelblau", one_by_one_by_hand<Himmelblau>, Himmelblau{}, 1e-3);
  add("one_by_one/rastrigin", one_by_one_by_hand<Rastrigin>, Rastrigin{}, 1e-3);
#ifdef FOGLINE_BY_HAND
  const auto add_by_hand = [&](const std::string& name, const Landscape& landscape,
                               by_hand::Walk walk, InstructionSet set) {
    add("by_hand/" + name, by_hand_alone, domain(landscape), walk, set);
    add("flock_beside_by_hand/" + name, flock_beside_by_hand, landscape, walk, set);
  };
  const Landscape himmelblau = Himmelblau{}, rastrigin = Rastrigin{};
  const auto avx2 = InstructionSet::avx2, avx512 = InstructionSet::avx512;
  add_by_hand("himmelblau/avx2", himmelblau, by_hand::himmelblau_avx2, avx2);
  add_by_hand("rastrigin/avx2", rastrigin, by_hand::rastrigin_avx2, avx2);
  add_by_hand("himmelblau/avx512", himmelblau, by_hand::himmelblau_avx512, avx512);
  add_by_hand("rastrigin/avx512", rastrigin, by_hand::rastrigin_avx512, avx512);
  for (const auto& [rule_name, rule] : rules)
    for (const Landscape& l : {himmelblau, rastrigin})
      for (const auto& [set_name, set] : {sets[1], sets[2]})
        add("flock_cycles/" + std::string(rule_name) + "/" + std::string(info(l).id) + "/" +
                set_name,
            flock_cycles, l, rule, set);
#endif
  return true;
}();

}  // namespace
}  // namespace fogline
