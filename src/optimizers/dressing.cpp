// SPDX-License-Identifier: MIT
// The order in which axes act on what is told: landscape, batch, regularization; then noise, mask,
// clipping.
#include "fogline/optimizers/dressing.hpp"

#include "fogline/core/dual.hpp"

namespace fogline {

Dressing::Dressing(const Axes& axes, const Box& domain, const Stream& random)
    : axes_(axes), random_(random) {
  if (axes.mini_batches) copies_.emplace(*axes.mini_batches, domain, random);
}

bool Dressing::is_worn(const Axes& axes) {
  return axes.noise || axes.mini_batches || axes.coordinate_mask || axes.regularization ||
         axes.clipping;
}

// What adds nothing is not added, so that idle axes leave every bit as it is.
template <class T, class P>
T Dressing::dressed(T own, const P& point, const Data& data) const {
  if (!(data == Data{})) own = own + copies_->perturbation(data, point);
  if (axes_.regularization) own = own + (*axes_.regularization)(point);
  return own;
}

double Dressing::value(double own, Vec2 x, const Data& data) const { return dressed(own, x, data); }

Gradient Dressing::gradient(const Gradient& own, Vec2 x, const Data& data) const {
  const Dual<double> f =
      dressed(make_dual(own.value, own.gradient.x, own.gradient.y), dual_point(x.x, x.y), data);
  return {f.value, {f.dx, f.dy}};
}

Jet Dressing::jet(const Jet& own, Vec2 x, const Data& data) const {
  return dressed(own, jet_point(x), data);
}

Vec2 Dressing::disturbed(Vec2 g, Question question) const {
  if (axes_.noise) g = g + axes_.noise->drawn(random_, question);
  if (axes_.coordinate_mask) g = axes_.coordinate_mask->masked(g, random_, question);
  if (axes_.clipping) g = axes_.clipping->clipped(g);
  return g;
}

const Dressing::Data& Teller::data(std::uint32_t step) {
  if (step_ != step) data_ = dressing_.batch(step, decks_);
  step_ = step;
  return data_;
}

Objective Teller::objective() {
  const auto value = [](void* self, double own, Vec2 x, Question q) {
    auto& t = *static_cast<Teller*>(self);
    return t.dressing_.value(own, x, t.data(q.step));
  };
  const auto gradient = [](void* self, const Gradient& own, Vec2 x, Question q) {
    auto& t = *static_cast<Teller*>(self);
    const Gradient g = t.dressing_.gradient(own, x, t.data(q.step));
    return Gradient{g.value, t.dressing_.disturbed(g.gradient, q)};
  };
  const auto jet = [](void* self, const Jet& own, Vec2 x, Question q) {
    auto& t = *static_cast<Teller*>(self);
    Jet f = t.dressing_.jet(own, x, t.data(q.step));
    const Vec2 g = t.dressing_.disturbed({f.x, f.y}, q);
    f.x = g.x;
    f.y = g.y;
    return f;
  };
  return {this, value, gradient, jet};
}

}  // namespace fogline
