// SPDX-License-Identifier: MIT
// One view of a scene, drawn into a texture. The terrain is kept as an image with its depths and is
// drawn again only when something of it changed; each frame lays the paths over it.
#pragma once

#include <memory>

#include "render/pixels.hpp"
#include "render/quality.hpp"
#include "render/scene.hpp"

namespace fogline::render {

// All calls need the OpenGL 3.3 context current that was current at construction. Framebuffer
// binding and viewport are left as they were found; blending, culling and depth test are switched
// off.
class TerrainView {
 public:
  // Compiles the shaders; throws ShaderError with the compiler's words.
  TerrainView();
  ~TerrainView();
  TerrainView(TerrainView&&) noexcept;
  TerrainView& operator=(TerrainView&&) noexcept;

  // Draws the scene at this size (clamped to what the driver allows); does nothing if a side is 0.
  // Scenes of one frame that differ in their paths only may be laid on a sheet each: all of them
  // are copies of one image of the terrain. Throws std::runtime_error if the driver reports an
  // error.
  void draw(const Scene&, Size, Quality = full_quality, std::size_t sheet = 0);
  // Gives up the sheets from `count` on.
  void keep_sheets(std::size_t count);

  // The OpenGL framebuffer that holds the picture, to be copied from; 0 before the first draw.
  unsigned framebuffer(std::size_t sheet = 0) const;
  Size size() const;
  Pixels read_pixels(std::size_t sheet = 0) const;

  int terrain_redraws() const;         // how often the terrain itself was drawn
  double last_redraw_seconds() const;  // what the latest of these took, to feed a QualityGovernor

  // Compiles the shaders anew (debug builds: from disk); keeps the old ones and throws if that
  // fails.
  void reload_shaders();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fogline::render
