// SPDX-License-Identifier: MIT
// What derives from the roster of landscapes.
#include "fogline/landscapes/landscape.hpp"

#include <algorithm>

#include "fogline/core/roster.hpp"
#include "landscapes/formula.hpp"

namespace fogline {
const Info& info(const Landscape& landscape) {
  return std::visit([](const auto& l) -> const Info& { return l.info; }, landscape);
}

std::vector<Param> params(Landscape& landscape) {
  return std::visit([](auto& l) { return l.params(); }, landscape);
}

Box domain(const Landscape& landscape) {
  return std::visit([](const auto& l) { return l.domain(); }, landscape);
}

Vec2 default_start(const Landscape& landscape) {
  return std::visit(
      [](const auto& l) {
        if constexpr (requires { l.start(); })
          return l.start();
        else
          return l.domain().at(0.2, 0.75);
      },
      landscape);
}

// Where they have to be searched for that takes milliseconds, and the window asks many times a
// frame: those of the landscape asked about last are kept.
std::vector<Vec2> minima(const Landscape& landscape) {
  struct Known {
    Landscape landscape;
    std::vector<Vec2> minima;
  };
  thread_local std::optional<Known> last;
  if (!last || !(last->landscape == landscape))
    last = {landscape, std::visit([](const auto& l) { return l.minima(); }, landscape)};
  return last->minima;
}

std::vector<Vec2> local_minima(const Landscape& landscape) {
  return std::visit(
      [](const auto& l) -> std::vector<Vec2> {
        if constexpr (requires { l.local_minima(); })
          return l.local_minima();
        else
          return {};
      },
      landscape);
}

std::optional<double> best_known_loss(const Landscape& landscape) {
  const Evaluator f = evaluator(landscape);
  std::optional<double> best;
  for (const Vec2 m : minima(landscape)) {
    const double loss = f.value(m);
    best = best ? std::min(*best, loss) : loss;
  }
  return best;
}

Evaluator evaluator(const Landscape& landscape) {
  return std::visit([](const auto& l) { return evaluator_of(l); }, landscape);
}

bool drifts(const Landscape& landscape) { return std::holds_alternative<Drift>(landscape); }

std::vector<Landscape> all_landscapes() { return one_of_each<Landscape>(); }

Landscape make_landscape(std::string_view id) { return make_by_id<Landscape>(id, "landscape"); }

}  // namespace fogline
