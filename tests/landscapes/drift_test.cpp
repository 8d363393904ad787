// SPDX-License-Identifier: MIT
// A drifting landscape is at every step the one whose parameter stands there.
#include <algorithm>

#include "catch.hpp"
#include "landscapes/composite.hpp"
#include "landscapes/variations.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Evaluator at_step(const Landscape& landscape, double step) {
  Evaluator f = evaluator(landscape);
  f.time = step;
  return f;
}

// `id` with the parameter of that name drifting.
Landscape drifting(std::string_view id, std::string_view parameter, const Settings& how) {
  Landscape l = make_landscape("drift");
  params(l)[0].set_text(id);
  params(l)[1].set_text(parameter);
  return with(l, how);
}

void check_same(const Landscape& drift, double step, const Landscape& fixed, Vec2 shift = {}) {
  INFO("step " << step);
  const Evaluator f = at_step(drift, step), g = evaluator(fixed);
  int different = 0;
  for (const Vec2 p : lattice(domain(fixed), 9)) {
    const Gradient here = f.gradient(p), there = g.gradient(p - shift);
    different += f.value(p) != g.value(p - shift) || here.value != there.value ||
                 here.gradient != there.gradient || f.jet(p).xx != g.jet(p - shift).xx;
  }
  CHECK(different == 0);
}

}  // namespace

TEST_CASE("at step 0 a drifting landscape is what drifts, to the bit, and so are its minima") {
  for (const std::string_view id : planar_ids)
    for (const double form : {0, 1}) {
      INFO(id);
      Landscape l = make_landscape("drift");
      params(l)[0].set_text(id);
      l = with(l, {{"form", form}});
      check_same(l, 0, make_landscape(id));
      CHECK(minima(l) == minima(make_landscape(id)));
      CHECK(domain(l) == domain(make_landscape(id)));
      CHECK(drifts(l));
    }
  for (const Landscape& l : all_landscapes()) CHECK(drifts(l) == (info(l).id == "drift"));
}

TEST_CASE("a parameter drifts steadily along its slider and stops at the end") {
  // The slider of tilt is 4 long; it begins at 0.4.
  const Landscape l = drifting("tilted_double_well", "tilt", {{"form", 0}, {"rate", -0.25}});
  check_same(l, 100, made("tilted_double_well", {{"tilt", 0.4 + -0.025 * 4}}));
  check_same(l, 1000, made("tilted_double_well", {{"tilt", 0.4 - 1}}));
  check_same(l, 4000, made("tilted_double_well", {{"tilt", -2}}));
  check_same(l, 1e6, made("tilted_double_well", {{"tilt", -2}}));
}

TEST_CASE("a parameter swings about where it is set") {
  const Landscape l = drifting("tilted_double_well", "tilt",
                               {{"form", 1}, {"amplitude", 0.25}, {"period", 400}, {"tilt", 0}});
  check_same(l, 100, made("tilted_double_well", {{"tilt", 1}}));
  check_same(l, 300, made("tilted_double_well", {{"tilt", -1}}));
  const double eighth = 0.25 * 4 * std::sqrt(0.5);
  CHECK(at_step(l, 50).value({1, 0}) == Approx(eighth).epsilon(1e-14));
}

TEST_CASE("on a logarithmic slider a parameter drifts by factors") {
  const Landscape l = drifting("ravine", "condition", {{"form", 0}, {"rate", 0.5}});
  // The slider reaches from 1 to 1000; a third of it is a factor of 10.
  CHECK(at_step(l, 2000.0 / 3).value({0, 1}) == Approx(250).epsilon(1e-12));
}

TEST_CASE("a map without parameters can be shifted") {
  const Landscape l = drifting("himmelblau", "shift_y", {{"form", 0}, {"rate", 1}});
  check_same(l, 250, make_landscape("himmelblau"), {0, 2.5});
  CHECK(at_step(l, 250).value({3, 4.5}) == 0);
}

TEST_CASE("what derives from a drifting parameter follows") {
  const Landscape l = drifting("random_terrain", "roughness", {{"form", 0}, {"rate", 1}});
  check_same(l, 250, made("random_terrain", {{"roughness", 0.75}}));
}

TEST_CASE("a parameter that is not there stands still") {
  const Landscape l =
      drifting("gaussian_wells", "depth4", {{"form", 0}, {"rate", 1}, {"number", 2}});
  check_same(l, 500, made("gaussian_wells", {{"number", 2}}));
}

TEST_CASE("blocks have the evaluator's bits at any step, for every instruction set") {
  const Landscape waves = drifting("rastrigin", "A", {{"form", 1}});
  const Landscape shifted = drifting("peaks", "shift_x", {{"form", 1}});
  for (const Landscape& l : {waves, shifted})
    for (const InstructionSet set :
         {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
      for (const double step : {0.0, 37.0, 1e6}) {
        if (!is_available(set)) continue;
        std::vector<double> x, y;
        for (const Vec2 p : lattice(domain(l), 25)) {
          x.push_back(p.x);
          y.push_back(p.y);
        }
        std::vector<double> value(x.size()), gx = value, gy = value;
        sample(l, x, y, value, gx, gy, set, step);
        const Evaluator f = at_step(l, step);
        int different = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
          const Gradient g = f.gradient({x[i], y[i]});
          different += g.value != value[i] || g.gradient != Vec2{gx[i], gy[i]};
        }
        CHECK(different == 0);
      }
}

TEST_CASE("a trap comes and goes as the double well tilts") {
  const Landscape l = drifting("tilted_double_well", "tilt",
                               {{"form", 1}, {"amplitude", 0.5}, {"period", 400}, {"tilt", 0}});
  Vec2 x{-1, 0.5};
  double leftmost = 0, rightmost = 0;
  for (int step = 0; step < 800; ++step) {
    x = x - 0.05 * at_step(l, step).gradient(x).gradient;
    leftmost = std::min(leftmost, x.x);
    rightmost = std::max(rightmost, x.x);
  }
  CHECK(leftmost < -1);
  CHECK(rightmost > 1);
}

TEST_CASE("no landscape has a parameter named as one of those that blur and drift add") {
  for (const char* made_of : {"blur", "drift"})
    for (const std::string_view id : planar_ids) {
      Landscape l = make_landscape(made_of);
      params(l)[0].set_text(id);
      std::vector<std::string_view> names;
      for (const Param& p : params(l)) names.push_back(p.name);
      std::sort(names.begin(), names.end());
      INFO(made_of << " of " << id);
      CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    }
}
