// SPDX-License-Identifier: MIT
// Draws the paths of a scene over the terrain, each a core in a casing, in order.
#pragma once

#include "render/framebuffer.hpp"
#include "render/scene.hpp"
#include "render/shader.hpp"
#include "render/strip.hpp"

namespace fogline::render {

class PathLayer {
 public:
  PathLayer();
  // Into the bound framebuffer, whose own depths it overwrites; `depth` is the terrain's depth
  // texture of the same size.
  void draw(const Scene&, const Lens&, const Texture& depth);
  // Only what lies beyond the given point of each path, over what was drawn before.
  void draw_from(const std::vector<std::size_t>& first, const Scene&, const Lens&,
                 const Texture& depth);

 private:
  struct Range {
    std::size_t first = 0, count = 0;
  };
  Range build(const Path&, const Lens&, float half_width);
  void upload();
  void draw_range(const Range&, const Path&, glm::vec2 half_width, glm::vec2 layer);
  void set_look(const Lens&);

  Program program_;
  VertexArray array_;
  Buffer vertices_, triangles_;
  Strip strip_;
};

}  // namespace fogline::render
