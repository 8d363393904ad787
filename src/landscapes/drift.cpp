// SPDX-License-Identifier: MIT
// A landscape one of whose parameters moves, or which moves itself: at each step another one, seen
// through its own evaluators.
#include "fogline/landscapes/drift.hpp"

#include <algorithm>
#include <array>

#include "landscapes/composite.hpp"

namespace fogline {
namespace {

constexpr std::array<std::string_view, 2> forms{"steady", "wave"};
enum Form { steady, wave };

// What can be moved of a landscape with default parameters: its map, and its real parameters.
std::vector<std::string_view> movable(BaseLandscape landscape) {
  std::vector<std::string_view> names{"shift_x", "shift_y"};
  for (const Param& p : base_params(landscape))
    if (p.kind() == Kind::real) names.push_back(p.name);
  return names;
}

std::span<const std::string_view> movable(int of) {
  static const auto all = [] {
    std::array<std::vector<std::string_view>, base_ids.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i)
      names[i] = movable(make_base(static_cast<int>(i)));
    return names;
  }();
  return all[static_cast<std::size_t>(of)];
}

// The value at `share` of the slider's length from p's, on the slider or, if it is not, no further
// from it.
double moved(const Param& p, double share) {
  const double from = p.get(), low = p.range.min, high = p.range.max;
  const double to = p.range.scale == Scale::log ? from * exp(share * log(high / low))
                                                : from + share * (high - low);
  return std::clamp(to, std::min(low, from), std::max(high, from));
}

// A block of at most this many points is shifted at a time.
constexpr std::size_t most = 256;

void fill_shifted(const BlockEvaluator& f, Vec2 shift, Block b) {
  double x[most], y[most];
  for (std::size_t i = 0; i < b.n; ++i) {
    x[i] = b.x[i] - shift.x;
    y[i] = b.y[i] - shift.y;
  }
  b.x = x;
  b.y = y;
  fill_with(f, b);
}

}  // namespace

std::vector<Param> Drift::params() {
  std::vector<Param> all{
      after<&Drift::take>(choice("of", of, planar_ids, "The landscape that drifts."), *this),
      choice("parameter", parameter, movable(of),
             "What moves: the map as a whole, or a parameter of the landscape."),
      choice("form", form, forms, "Steadily one way, or to and fro."),
      only_if(form == steady,
              real("rate", rate, {-2, 2}, any_finite, "Lengths of the slider in 1000 steps.")),
      only_if(form == wave, real("amplitude", amplitude, {0, 1}, any_finite,
                                 "How far to either side, in lengths of the slider.")),
      only_if(form == wave, real("period", period, {10, 10'000, Scale::log}, {.low = 1},
                                 "Steps from crest to crest."))};
  for (const Param& p : base_params(inner)) all.push_back(p);
  return all;
}

void Drift::take() {
  inner = make_base(of);
  parameter = movable(of).size() > first_own ? first_own : 0;
}

Box Drift::domain() const { return base_domain(inner); }
std::vector<Vec2> Drift::minima() const { return base_minima(inner); }
std::vector<Vec2> Drift::local_minima() const { return base_local_minima(inner); }

double Drift::share(double time) const {
  const double share =
      form == steady ? rate * (time / 1000) : amplitude * sin(2 * pi * (time / period));
  return std::clamp(share, -1.0, 1.0);
}

Drift::Moved Drift::at(double time) const {
  Moved now{inner, {}};
  const double share = this->share(time);
  if (share == 0) return now;
  if (parameter < first_own) {
    now.shift[static_cast<std::size_t>(parameter)] =
        share * domain().size()[static_cast<std::size_t>(parameter)];
    return now;
  }
  const std::string_view name = movable(of)[static_cast<std::size_t>(parameter)];
  for (const Param& p : base_params(now.landscape))
    if (p.name == name) {
      p.set(moved(p, share));
      break;  // the other params may be stale now
    }
  return now;
}

double Drift::value(Vec2 x, double time) const {
  const Moved now = at(time);
  return base_evaluator(now.landscape).value(x - now.shift);
}
Gradient Drift::gradient(Vec2 x, double time) const {
  const Moved now = at(time);
  return base_evaluator(now.landscape).gradient(x - now.shift);
}
Jet Drift::jet(Vec2 x, double time) const {
  const Moved now = at(time);
  return base_evaluator(now.landscape).jet(x - now.shift);
}

void Drift::fill(const Block& b, InstructionSet instructions) const {
  const Moved now = at(b.time);
  const BlockEvaluator f = base_block_evaluator(now.landscape, instructions);
  for (std::size_t i = 0; i < b.n; i += most)
    fill_shifted(f, now.shift, part(b, i, std::min(most, b.n - i)));
}

}  // namespace fogline
