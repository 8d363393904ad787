// SPDX-License-Identifier: MIT
// Sessions of all kinds for the tests of session files.
#pragma once

#include <cmath>
#include <vector>

#include "fogline/engine/session.hpp"

namespace fogline::tests {

// Numbers drawn one after another.
struct Dice {
  Stream stream;
  std::uint32_t thrown = 0;

  double uniform() { return stream.uniform(Purpose::tie, thrown++); }
  int below(int n) { return static_cast<int>(uniform() * n); }
  // Of every scale and either sign; sometimes a number that is hard to write down.
  double number() {
    constexpr double hard[] = {0.0, -0.0, 0.1, 5e-324, 1.7976931348623157e308, -1.0 / 3, 1e21};
    if (below(4) == 0) return hard[below(7)];
    return (uniform() - 0.5) * std::pow(10.0, below(40) - 20);
  }
};

// Sets every param to a value that is valid, at random in its slider's range or anywhere.
template <class Take>
void shuffle(const Take& take, Dice& dice) {
  for_each_param(take, [&](const Param& p) {
    double v = p.range.min + dice.uniform() * (p.range.max - p.range.min);
    if (p.kind() != Kind::real) v = std::floor(v);
    if (const double wild = dice.number(); p.kind() == Kind::real && p.valid.contains(wild))
      v = wild;
    p.set(v);
  });
}

inline Racer random_racer(const Experiment& e, Optimizer o, Dice& dice) {
  shuffle([&] { return params(o); }, dice);
  Racer r = new_racer(e, o, {dice.number(), dice.number()});
  constexpr const char* names[] = {"", "plain", "quo\"te\\ \n\t\x01", "gr\xc3\xbc\xc3\x9f",
                                   "\xf0\x9f\x90\x8c"};
  r.name = names[dice.below(5)];
  r.mark = dice.below(marks_known);
  r.visible = dice.below(2) == 1;
  r.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    if (!meets(o, Axis::need) || dice.below(2) == 0) return;
    axis.emplace();
    shuffle([&] { return axis->params(); }, dice);
  });
  const int above = static_cast<int>(e.racers.size());
  if (above == 0) r.warm_start.reset();
  if (r.warm_start) r.warm_start->racer = 1 + dice.below(above);
  if (dice.below(3) == 0) {
    r.tuned =
        Tuned{o, e.landscape, 1 + dice.below(1000), 1 + dice.below(100), dice.below(1000) / 3.0};
    shuffle([&] { return params(r.tuned->optimizer); }, dice);
  }
  return r;
}

inline View random_view(Dice& dice) {
  View v{.layout = static_cast<Layout>(dice.below(4)),
         .azimuth = 360 * dice.uniform(),
         .elevation = 90 * dice.uniform(),
         .zoom = 0.01 + dice.uniform(),
         .target = {dice.uniform(), -dice.uniform(), 0.1},
         .map_zoom = 100 * dice.uniform() + 1,
         .map_target = {dice.uniform(), -1e5 * dice.uniform()}};
  v.height = static_cast<HeightScale>(dice.below(2));
  v.color = static_cast<ColorScale>(dice.below(2));
  v.palette = dice.below(2) ? "mist" : "cividis";
  v.contours = dice.below(2) == 1;
  v.overlay = static_cast<Overlay>(dice.below(4));
  v.critical_points = dice.below(2) == 1;
  v.fog = dice.below(2) == 1;
  v.terrain = static_cast<Terrain>(dice.below(6));
  v.terrain_of = static_cast<int>(dice.below(32));
  v.playhead = 1e6 * dice.uniform();
  return v;
}

inline Session random_session(const Landscape& l, const std::vector<Optimizer>& optimizers,
                              Dice& dice) {
  Session s;
  Experiment& e = s.experiment;
  e.landscape = l;
  shuffle([&] { return params(e.landscape); }, dice);
  for (const Optimizer& o : optimizers) e.racers.push_back(random_racer(e, o, dice));
  e.shared_start = dice.below(2) == 1;
  e.budget = dice.below(2) ? Budget{Unit::steps, 1.0 + dice.below(1'000'000)}
                           : Budget{Unit::cost, 1 + 1e5 * dice.uniform()};
  e.prices = {dice.uniform(), dice.uniform(), 1e6 * dice.uniform()};
  e.seed = dice.below(2) ? ~std::uint64_t{0} - dice.thrown : dice.thrown;
  e.finish = dice.uniform();
  s.view = random_view(dice);
  return s;
}

}  // namespace fogline::tests
