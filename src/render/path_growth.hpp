// SPDX-License-Identifier: MIT
// What of the paths lies in the picture already. While a race plays before a still camera its paths
// only grow, and drawing what is new is far cheaper than drawing all.
#pragma once

#include <vector>

#include "render/scene.hpp"

namespace fogline::render {

enum class PathChange { none, growth, other };

class PathGrowth {
 public:
  // How these paths differ from those laid. `growth`: each is the same or longer.
  PathChange change(const std::vector<Path>& paths) const;
  // All of these have been laid anew.
  void laid_all(const std::vector<Path>& paths);
  // The point of each path from which it must be drawn now; a little of what lies already comes
  // along, so that joints are whole.
  std::vector<std::size_t> grow(const std::vector<Path>& paths, const Lens& lens);
  // False once something was only added: edges blended twice are a little heavier.
  bool exact() const { return exact_; }

 private:
  struct Laid {
    std::uint64_t walk = 0;
    std::size_t count = 0;              // of points
    std::size_t start = 0, middle = 0;  // drawing goes on at `start`, soon at `middle`
    glm::vec3 color{0.0F};
    float opacity = 0, width = 1;
  };
  std::vector<Laid> laid_;
  bool exact_ = false;
};

}  // namespace fogline::render
