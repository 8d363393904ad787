// SPDX-License-Identifier: MIT
// Draws terrain, skirt and floor. Meshes stay on the GPU as long as the grid is the same.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "render/mesh.hpp"
#include "render/scene.hpp"
#include "render/shader.hpp"

namespace fogline::render {

// Buffers of one mesh.
struct GpuMesh {
  VertexArray array;
  Buffer vertices, triangles;
  GLsizei count = 0;  // of indices, or of vertices where there are none
};

class TerrainLayer {
 public:
  TerrainLayer();
  // Into the bound framebuffer, colour and depth, which it clears. The mesh has at most `mesh`
  // vertices a side.
  void draw(const Scene&, const Lens&, int mesh);

 private:
  struct Meshes {
    GpuMesh terrain, skirt;
    TerrainMesh source;  // of the terrain, once fog has asked for it
  };
  struct Programs {
    Program terrain, skirt, floor;
  };
  Meshes& meshes(const Scene&, int mesh);
  Programs& programs(const Scene&);
  void update_palette(const Palette&);
  void update_tint(const Scene&);
  void draw_terrain(Program&, const Scene&, const Lens&, Meshes&, int mesh);
  void draw_skirt(Program&, const Scene&, const Lens&, const GpuMesh&);
  void draw_floor(Program&, const Scene&, const Lens&);
  GLsizei gather_seen(const Fog&, const Lens&, Meshes&, int mesh);

  Programs clear_;
  std::optional<Programs> fogged_, tinted_;  // compiled when first needed
  Buffer seen_;                              // triangles of the terrain that fog leaves
  Texture palette_texture_;
  Palette palette_;
  Texture tint_texture_;
  std::shared_ptr<const Tint> tint_;  // in tint_texture_
  VertexArray no_vertices_;
  std::shared_ptr<const HeightGrid> grid_;
  std::map<int, Meshes> meshes_;  // of grid_, by vertices a side
};

}  // namespace fogline::render
