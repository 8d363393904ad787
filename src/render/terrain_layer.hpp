// SPDX-License-Identifier: MIT
// Draws terrain, skirt and floor. Meshes stay on the GPU as long as the grid is the same.
#pragma once

#include <map>
#include <memory>

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
  };
  const Meshes& meshes(const Scene&, int mesh);
  void update_palette(const Palette&);
  void draw_terrain(const Scene&, const Lens&, const GpuMesh&);
  void draw_skirt(const Scene&, const Lens&, const GpuMesh&);
  void draw_floor(const Scene&, const Lens&);

  Program terrain_, skirt_, floor_;
  Texture palette_texture_;
  Palette palette_;
  VertexArray no_vertices_;
  std::shared_ptr<const HeightGrid> grid_;
  std::map<int, Meshes> meshes_;  // of grid_, by vertices a side
};

}  // namespace fogline::render
