// SPDX-License-Identifier: MIT
// The two-loop recursion and the step around it.
#include "fogline/optimizers/lbfgs.hpp"

namespace fogline {

std::vector<Param> Lbfgs::params() {
  std::vector<Param> all = search.params();
  all.insert(all.begin(),
             integer("memory", memory, {1, 20}, {.low = 1, .high = 1000},
                     "Steps remembered, each with the change of the gradient over it."));
  return all;
}

Vec2 two_loops(const std::vector<Lbfgs::Pair>& pairs, Vec2 g) {
  std::vector<double> shares(pairs.size());
  for (std::size_t i = pairs.size(); i-- > 0;) {
    const auto& [s, y] = pairs[i];
    shares[i] = dot(s, g) / dot(s, y);
    g = g - shares[i] * y;
  }
  const auto& [last_s, last_y] = pairs.back();
  g = (dot(last_s, last_y) / dot(last_y, last_y)) * g;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [s, y] = pairs[i];
    g = g + (shares[i] - dot(y, g) / dot(s, y)) * s;
  }
  return g;
}

namespace {

void learn(Lbfgs::State& state, Vec2 s, Vec2 y, int memory) {
  if (!(dot(s, y) > 0)) return;
  if (state.pairs.size() >= static_cast<std::size_t>(memory))
    state.pairs.erase(state.pairs.begin());
  state.pairs.push_back({s, y});
  state.footing.fresh = false;
}

}  // namespace

Event Lbfgs::step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
  if (!s.footing.look(oracle, x)) return Event::none;
  const Vec2 g = s.footing.here.gradient;
  const bool fresh = s.footing.fresh;
  if (fresh) s.pairs.clear();
  const Line line{x, -1.0 * (fresh ? g : two_loops(s.pairs, g)), s.footing.here};
  const double first = fresh ? search.first_length(s.footing, moment) : 1;
  const Reached end = search(line, first, moment, oracle);
  s.way = end.length * line.direction;
  if (end.found == Found::nothing) {
    s.footing.give_up(first * norm(line.direction));
    return Event::none;
  }
  learn(s, end.x - x, end.here.gradient - g, memory);
  s.footing.here = end.here;
  x = end.x;
  return Event::none;
}

}  // namespace fogline
