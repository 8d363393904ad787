// SPDX-License-Identifier: MIT
// The order in which axes act on what is told: landscape, batch, regularization; then noise, mask,
// clipping.
#include "fogline/optimizers/dressing.hpp"

namespace fogline {
namespace {

Jet flat(const Gradient& g) { return {.v = g.value, .x = g.gradient.x, .y = g.gradient.y}; }
Gradient slope(const Jet& f) { return {f.v, {f.x, f.y}}; }

}  // namespace

Dressing::Dressing(const Axes& axes, const Box& domain, const Stream& random)
    : axes_(axes), random_(random) {
  if (axes.mini_batches) copies_.emplace(*axes.mini_batches, domain, random);
}

bool Dressing::is_worn(const Axes& axes) {
  return axes.noise || axes.mini_batches || axes.coordinate_mask || axes.regularization ||
         axes.clipping;
}

// What is added to the landscape at a point of doubles or jets.
template <class P>
auto Dressing::added(const P& point, const Copies::Mix* mix) const {
  auto sum = 0.0 * point.x;
  if (copies_ && mix) sum = sum + copies_->perturbation(*mix, point);
  if (axes_.regularization) sum = sum + (*axes_.regularization)(point);
  return sum;
}

Jet Dressing::dressed(Jet f, Vec2 x, const Copies::Mix* mix) const {
  return f + added(jet_point(x), mix);
}

double Dressing::value(const Evaluator& f, Vec2 x) const {
  return f.value(x) + added(x, copies_ ? &copies_->full() : nullptr);
}

Jet Dressing::jet(const Evaluator& f, Vec2 x) const {
  return dressed(f.jet(x), x, copies_ ? &copies_->full() : nullptr);
}

Gradient Dressing::gradient(const Evaluator& f, Vec2 x) const {
  return slope(dressed(flat(f.gradient(x)), x, copies_ ? &copies_->full() : nullptr));
}

Gradient Dressing::batch_gradient(const Evaluator& f, Vec2 x, std::uint32_t step) const {
  const Copies::Mix mix = copies_ ? copies_->batch(step) : Copies::Mix{};
  return slope(dressed(flat(f.gradient(x)), x, &mix));
}

double Dressing::validation(const Evaluator& f, Vec2 x) const {
  return f.value(x) + added(x, copies_ ? &copies_->held_out() : nullptr);
}

Vec2 Dressing::disturbed(Vec2 g, Question question) const {
  if (axes_.noise) g = g + axes_.noise->drawn(random_, question);
  if (axes_.coordinate_mask) g = axes_.coordinate_mask->masked(g, random_, question);
  if (axes_.clipping) g = axes_.clipping->clipped(g);
  return g;
}

double Dressing::told_value(const void* self, const Evaluator& f, Vec2 x, Question question) {
  const auto& d = *static_cast<const Dressing*>(self);
  const Copies::Mix mix = d.copies_ ? d.copies_->batch(question.step) : Copies::Mix{};
  return f.value(x) + d.added(x, &mix);
}

Gradient Dressing::told_gradient(const void* self, const Evaluator& f, Vec2 x, Question question) {
  const auto& d = *static_cast<const Dressing*>(self);
  const Gradient g = d.batch_gradient(f, x, question.step);
  return {g.value, d.disturbed(g.gradient, question)};
}

Jet Dressing::told_jet(const void* self, const Evaluator& f, Vec2 x, Question question) {
  const auto& d = *static_cast<const Dressing*>(self);
  const Copies::Mix mix = d.copies_ ? d.copies_->batch(question.step) : Copies::Mix{};
  Jet told = d.dressed(f.jet(x), x, &mix);
  const Vec2 g = d.disturbed({told.x, told.y}, question);
  told.x = g.x;
  told.y = g.y;
  return told;
}

Objective Dressing::told() const { return {this, &told_value, &told_gradient, &told_jet}; }

}  // namespace fogline
