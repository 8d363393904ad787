// SPDX-License-Identifier: MIT
// A racer's walk as a line on the terrain. Draping evaluates the exact function several times a
// step, so what has been draped is kept while the walk and the terrain are the same.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/trajectory.hpp"
#include "render/scene.hpp"
#include "scene/ground.hpp"

namespace fogline::scene {

class DrapedWalk {
 public:
  // Forgets everything if the walk or the terrain is another; then drapes what is missing up to
  // `last`.
  void follow(const Trajectory& walk, const std::shared_ptr<const Ground>& ground,
              std::uint32_t last);
  // The line through steps first..last, both followed already.
  render::Path path(std::uint32_t first, std::uint32_t last) const;

 private:
  void begin(const Course& course, const std::shared_ptr<const Ground>& ground);
  void go_to(const Evaluator& f, const Glimpse& g);
  void add(const Evaluator& f, Vec2 x);
  // How many points lead up to this step, its own included.
  std::size_t points_to(std::uint32_t step) const;

  std::optional<Course> course_;
  std::shared_ptr<const Ground> ground_;
  double piece_ = 0;  // longest line without a point of the terrain under it, domain units
  std::uint64_t id_ = 0;
  std::vector<glm::vec3> points_;
  std::vector<std::size_t> breaks_;
  std::vector<std::uint32_t> steps_;  // draped, ascending
  std::vector<std::size_t> ends_;     // of points_ after each of steps_
  Vec2 last_;
  std::uint32_t known_ = 0, shown_ = 0;  // of a long walk, when its outline was draped
};

}  // namespace fogline::scene
