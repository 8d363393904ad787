// SPDX-License-Identifier: MIT
// Racers are judged on what they descend: penalties, decay and weighted data move their minimum.
#include "catch.hpp"
#include "engine/judged.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Axes penalized(double l2, double l1 = 0) {
  Axes axes;
  axes.regularization = Regularization{.l2 = l2, .l1 = l1};
  return axes;
}

}  // namespace

TEST_CASE("a regularized racer rests at its own minimum, whose shift is stated") {
  const Landscape l = landscape("himmelblau");
  const Judgement mild = judged(l, descent(0.005), {3.5, 2.5}, 2000, penalized(0.01));
  CHECK(mild.verdict == Verdict::global_minimum);
  CHECK(*mild.evidence.shift > 1e-6);
  const Judgement strong = judged(l, descent(0.005), {3.5, 2.5}, 2000, penalized(10));
  CHECK(strong.verdict == Verdict::local_minimum);
  CHECK(*strong.evidence.shift > 0.1);
  CHECK(*strong.evidence.slope < 1e-6);
  CHECK(strong.map_says.find("beside that of the landscape") != std::string::npos);
  // The slope of the landscape itself is steep there.
  const Trajectory t = walked(l, descent(0.005), {3.5, 2.5}, 2000, penalized(10));
  CHECK(t.at(2000).gradient_norm > 1);
}

TEST_CASE("coupled weight decay is the same objective as an L2 penalty") {
  const Landscape l = landscape("himmelblau");
  const Judgement decay =
      judged(l, GradientDescent{.learning_rate = 0.005, .weight_decay = 5}, {3.5, 2.5}, 2000);
  const Judgement penalty = judged(l, descent(0.005), {3.5, 2.5}, 2000, penalized(5));
  CHECK(decay.verdict == penalty.verdict);
  CHECK(*decay.evidence.shift == Approx(*penalty.evidence.shift).epsilon(1e-6));
}

TEST_CASE("decoupled decay rests where no slope vanishes, and that is its minimum") {
  const Landscape l = landscape("himmelblau");
  Axes axes;
  axes.decoupled_weight_decay = DecoupledWeightDecay{.weight_decay = 1};
  for (const Optimizer& o : {descent(0.005), Optimizer(Momentum{.learning_rate = 0.001}),
                             Optimizer(Nesterov{.learning_rate = 0.001})}) {
    INFO(info(o).id);
    const Trajectory t = walked(l, o, {3.5, 2.5}, 3000, axes);
    CHECK(t.at(3000).gradient_norm > 0.1);
    const Judgement j = judged(t, 3000);
    CHECK((j.verdict == Verdict::global_minimum || j.verdict == Verdict::local_minimum));
    CHECK(*j.evidence.shift > 1e-4);
    CHECK(*j.evidence.newton_step < 1e-6);
  }
  // Adam with decoupled decay is AdamW.
  for (const std::uint32_t steps : {1500u, 3000u, 6000u}) {
    const Trajectory t = walked(l, Adam{.learning_rate = 0.02}, {3.5, 2.5}, steps, axes);
    const Judgement j = judged(t, steps);
    INFO(steps << " " << j.walker_says << j.map_says);
    CHECK((j.verdict == Verdict::global_minimum || j.verdict == Verdict::local_minimum));
    CHECK(j.evidence.shift);
  }
}

TEST_CASE("weighted data move the minimum, equal data do not") {
  const Landscape l = landscape("himmelblau");
  Axes axes;
  axes.mini_batches = MiniBatches{.batch = 32, .strength = 30};
  const Judgement equal = judged(l, descent(0.005), {3.5, 2.5}, 2000, axes);
  CHECK(equal.verdict == Verdict::global_minimum);
  CHECK(*equal.evidence.shift == Approx(0).margin(1e-9));
  axes.mini_batches->imbalance = 20;
  const Judgement weighted = judged(l, descent(0.005), {3.5, 2.5}, 2000, axes);
  CHECK(
      (weighted.verdict == Verdict::global_minimum || weighted.verdict == Verdict::local_minimum));
  CHECK(*weighted.evidence.shift > 1e-4);
}
