// SPDX-License-Identifier: MIT
// One step of a walk on Rosenbrock: ours, recorded in all columns with the axes compiled in but
// idle, beside an update written out by hand that records nothing. The counter "step" is the time
// of one step. (ensmallen, the nearest library, is not packaged for Debian 12.)
#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "fogline/engine/trajectory.hpp"

namespace fogline {
namespace {

constexpr int steps = 1000;

void report(benchmark::State& state) {
  state.counters["step"] = benchmark::Counter(
      steps, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// A start that the compiler does not know.
Vec2 hidden_start() {
  Vec2 x{-1.5, 2};
  benchmark::DoNotOptimize(x);
  return x;
}

Vec2 rosenbrock_slope(Vec2 p) {
  const double a = 1 - p.x, b = p.y - p.x * p.x;
  return {-2 * a - 400 * p.x * b, 200 * b};
}

void gradient_descent_by_hand(benchmark::State& state) {
  for (auto _ : state) {
    Vec2 x = hidden_start();
    for (int k = 0; k < steps; ++k) x = x - 1e-3 * rosenbrock_slope(x);
    benchmark::DoNotOptimize(x);
  }
  report(state);
}
BENCHMARK(gradient_descent_by_hand);

void adam_by_hand(benchmark::State& state) {
  constexpr double rate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
  for (auto _ : state) {
    Vec2 x = hidden_start(), m, v;
    double power1 = 1, power2 = 1;
    for (int k = 0; k < steps; ++k) {
      const Vec2 g = rosenbrock_slope(x);
      power1 *= beta1;
      power2 *= beta2;
      const double step = rate / (1 - power1), root = 1 / std::sqrt(1 - power2);
      for (std::size_t i = 0; i < 2; ++i) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        x[i] -= step * m[i] / (root * std::sqrt(v[i]) + epsilon);
      }
    }
    benchmark::DoNotOptimize(x);
  }
  report(state);
}
BENCHMARK(adam_by_hand);

// A trajectory from nothing: its columns are allocated in the measured time too.
void recorded(benchmark::State& state, const Optimizer& optimizer) {
  for (auto _ : state) {
    Trajectory t({.landscape = Rosenbrock{}, .optimizer = optimizer, .start = hidden_start()});
    t.extend(steps);
    benchmark::DoNotOptimize(t.at(steps));
  }
  report(state);
}
BENCHMARK_CAPTURE(recorded, gradient_descent, GradientDescent{.learning_rate = 1e-3});
BENCHMARK_CAPTURE(recorded, momentum, Momentum{.learning_rate = 1e-4});
BENCHMARK_CAPTURE(recorded, nesterov, Nesterov{.learning_rate = 1e-4});
BENCHMARK_CAPTURE(recorded, rmsprop, RmsProp{});
BENCHMARK_CAPTURE(recorded, adam, Adam{});
BENCHMARK_CAPTURE(recorded, annealing, Annealing{});

}  // namespace
}  // namespace fogline
