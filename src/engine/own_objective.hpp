// SPDX-License-Identifier: MIT
// What a racer descends: the landscape as it is at a step, with the racer's regularization, its
// whole training data and its weight decay, without noise.
#pragma once

#include <memory>

#include "fogline/engine/walk.hpp"

namespace fogline {

class OwnObjective {
 public:
  // Of a racer where it stands. Borrows its landscape.
  OwnObjective(const Gear& gear, const Walker& walker);
  OwnObjective(const Walk& walk, std::uint32_t step);
  // The landscape alone.
  explicit OwnObjective(const Evaluator& landscape) : landscape_(landscape) {}

  double value(Vec2 x) const;
  // At an iterate of the walk, whose recorded loss need not be asked for again unless it drifts.
  double value(const Glimpse& iterate) const;
  Jet jet(Vec2 x) const;
  // Whether nothing is added.
  bool is_landscape() const { return !dressing_ && decay_ == Vec2{}; }
  // Whether it is what walks record of all their iterates: the landscape, and the same at all
  // times.
  bool is_recorded() const { return is_landscape() && !drifts_; }
  // Whether its minima move while a racer rests at one.
  bool moves() const { return moves_; }
  const Evaluator& landscape() const { return landscape_; }

 private:
  OwnObjective(const Gear& gear, std::uint32_t step);  // without decay
  double added_to(double bare, Vec2 x) const;

  Evaluator landscape_;
  std::shared_ptr<const Dressing> dressing_;
  bool drifts_ = false, moves_ = false;
  Vec2 decay_;  // weights of half the squared coordinates
};

}  // namespace fogline
