// SPDX-License-Identifier: MIT
// How a loss becomes a height and a colour: the transform of the terrain, and the sampled grid that
// the renderer draws.
#pragma once

#include <memory>

#include "fogline/engine/session.hpp"
#include "render/scene.hpp"

namespace fogline::scene {

// The transform of one landscape over its domain. Displayed heights are 0 at `low` and 1 at `high`;
// losses beyond, as walkers meet them off the map, give heights beyond.
struct Relief {
  HeightScale scale = HeightScale::linear;
  double low = 0,
         high = 1;  // lowest and highest loss on the domain (sampled, and at the listed minima)

  // Linear: u = (loss - low) / (high - low). Log: ln(1 + c u) / ln(1 + c) with c = 10^4, odd about
  // u = 0.
  double height(double loss) const;
  double slope(double loss) const;   // d height / d loss
  double loss(double height) const;  // the inverse of `height`
  friend bool operator==(const Relief&, const Relief&) = default;
};

Relief make_relief(const Landscape& landscape, HeightScale scale);
// The same of any function over `box`, from its samples alone.
Relief make_relief(const Evaluator& f, const Box& box, HeightScale scale);

// The scale that shows a landscape best when nobody has chosen one: log where half of the domain
// lies within the lowest eighth of the losses, as with walls around a valley.
HeightScale natural_height(const Landscape& landscape);

// Displayed height of the exact function at x.
double height_at(const Evaluator& f, const Relief& relief, Vec2 x);

// nx x ny samples of the exact function and its slope over `box`, coloured by height or by rank
// among the samples; `time` is that of a landscape that drifts.
std::shared_ptr<const render::HeightGrid> sample_grid(const Landscape& landscape,
                                                      const Relief& relief, ColorScale color,
                                                      const Box& box, int nx, int ny,
                                                      double time = 0);
// The same of any function whose domain is given.
std::shared_ptr<const render::HeightGrid> sample_grid(const Evaluator& f, const Box& domain,
                                                      const Relief& relief, ColorScale color,
                                                      const Box& box, int nx, int ny);

}  // namespace fogline::scene
