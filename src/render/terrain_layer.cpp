// SPDX-License-Identifier: MIT
// Three programs, one palette texture; numbers of the look are those of the design ("Light",
// "Contours").
#include "render/terrain_layer.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <initializer_list>
#include <span>

#include "render/mesh.hpp"

namespace fogline::render {
namespace {

constexpr glm::dvec3 key_light{-0.62, 0.62, 0.48};  // direction to the light, in the view's axes
// base, gain, least, most: colour x clamp(base + gain n.l, least, most). A map's flat parts keep
// the colour bar's colour.
constexpr glm::vec4 surface_light{0.74F, 0.34F, 0.70F, 1.08F};
constexpr glm::vec4 map_light{0.856F, 0.30F, 0.80F, 1.08F};
constexpr double floor_margin = 0.16;  // of the terrain's longer side, around it

// A vertex array with float attributes of these sizes, one after another.
template <class Vertex>
GpuMesh upload(std::span<const Vertex> vertices, std::initializer_list<GLint> attributes) {
  GpuMesh mesh{generate<VertexArray>(glGenVertexArrays), generate<Buffer>(glGenBuffers), {}, 0};
  glBindVertexArray(mesh.array.id());
  glBindBuffer(GL_ARRAY_BUFFER, mesh.vertices.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size_bytes()), vertices.data(),
               GL_STATIC_DRAW);
  std::size_t offset = 0;
  GLuint place = 0;
  for (const GLint size : attributes) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place++, size, GL_FLOAT, GL_FALSE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offset));
    offset += static_cast<std::size_t>(size) * sizeof(float);
  }
  mesh.count = static_cast<GLsizei>(vertices.size());
  glBindVertexArray(0);
  return mesh;
}

GpuMesh upload(const TerrainMesh& source) {
  GpuMesh mesh = upload(std::span(source.vertices), {2, 4});
  mesh.triangles = generate<Buffer>(glGenBuffers);
  glBindVertexArray(mesh.array.id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, mesh.triangles.id());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(source.triangles.size() * sizeof(std::uint32_t)),
               source.triangles.data(), GL_STATIC_DRAW);
  mesh.count = static_cast<GLsizei>(source.triangles.size());
  glBindVertexArray(0);
  return mesh;
}

Texture make_palette_texture() {
  auto texture = generate<Texture>(glGenTextures);
  glBindTexture(GL_TEXTURE_2D, texture.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return texture;
}

void load_palette(const Texture& texture, const Palette& palette) {
  std::vector<std::uint8_t> bytes;
  for (const glm::vec3& color : palette.colors)
    for (int i = 0; i < 4; ++i)
      bytes.push_back(i < 3 ? static_cast<std::uint8_t>(std::lround(255 * color[i])) : 255);
  glBindTexture(GL_TEXTURE_2D, texture.id());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 256, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
}

glm::vec3 light_direction(const Lens& lens) {
  return glm::normalize(key_light.x * lens.right + key_light.y * lens.up +
                        key_light.z * lens.toward);
}

}  // namespace

TerrainLayer::TerrainLayer()
    : terrain_("terrain"),
      skirt_("skirt"),
      floor_("floor"),
      palette_texture_(make_palette_texture()),
      no_vertices_(generate<VertexArray>(glGenVertexArrays)) {
  load_palette(palette_texture_, palette_);
}

const TerrainLayer::Meshes& TerrainLayer::meshes(const Scene& scene, int mesh) {
  if (grid_ != scene.grid) meshes_.clear();
  grid_ = scene.grid;
  const auto found = meshes_.find(mesh);
  if (found != meshes_.end()) return found->second;
  const std::vector<SkirtVertex> walls = skirt_triangles(*grid_, mesh);
  Meshes made{upload(terrain_mesh(*grid_, mesh)), upload(std::span(walls), {3, 2, 2})};
  return meshes_.emplace(mesh, std::move(made)).first->second;
}

void TerrainLayer::update_palette(const Palette& palette) {
  if (palette != palette_) load_palette(palette_texture_, palette);
  palette_ = palette;
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, palette_texture_.id());
}

void TerrainLayer::draw(const Scene& scene, const Lens& lens, int mesh) {
  const glm::vec3 clear = scene.background;
  glClearColor(clear.r, clear.g, clear.b, 1);
  glDepthMask(GL_TRUE);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
  if (!scene.grid) return;
  const Meshes& drawn = meshes(scene, mesh);
  update_palette(scene.palette);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  glEnable(GL_CULL_FACE);
  glCullFace(GL_BACK);
  glFrontFace(GL_CCW);
  draw_terrain(scene, lens, drawn.terrain);
  if (!lens.flat) {
    draw_skirt(scene, lens, drawn.skirt);
    draw_floor(scene, lens);
  }
  glDisable(GL_CULL_FACE);
  glDisable(GL_DEPTH_TEST);
  glBindVertexArray(0);
  glBindTexture(GL_TEXTURE_2D, 0);
}

void TerrainLayer::draw_terrain(const Scene& scene, const Lens& lens, const GpuMesh& mesh) {
  terrain_.use();
  terrain_.set("u_palette", 0);
  terrain_.set("u_world_to_clip", glm::mat4(lens.world_to_clip));
  terrain_.set("u_half_size", 0.5F * glm::vec2(lens.size.width, lens.size.height));
  terrain_.set("u_relief", lens.flat ? 0.0F : static_cast<float>(relief));
  terrain_.set("u_shaded_relief", static_cast<float>(relief));
  terrain_.set("u_light_direction", light_direction(lens));
  terrain_.set("u_light", lens.flat ? map_light : surface_light);
  terrain_.set("u_contours", scene.contours ? 1.0F : 0.0F);
  terrain_.set("u_pixel", scene.scale);
  terrain_.check_complete();
  glBindVertexArray(mesh.array.id());
  glDrawElements(GL_TRIANGLES, mesh.count, GL_UNSIGNED_INT, nullptr);
}

void TerrainLayer::draw_skirt(const Scene& scene, const Lens& lens, const GpuMesh& mesh) {
  skirt_.use();
  skirt_.set("u_palette", 0);
  skirt_.set("u_world_to_clip", glm::mat4(lens.world_to_clip));
  skirt_.set("u_light_direction", light_direction(lens));
  skirt_.set("u_background", scene.background);
  skirt_.set("u_skirt", static_cast<float>(skirt));
  skirt_.check_complete();
  glBindVertexArray(mesh.array.id());
  glDrawArrays(GL_TRIANGLES, 0, mesh.count);
}

void TerrainLayer::draw_floor(const Scene& scene, const Lens& lens) {
  const glm::vec2 half(half_sides(lens.domain));
  floor_.use();
  floor_.set("u_world_to_clip", glm::mat4(lens.world_to_clip));
  floor_.set("u_half_terrain", half);
  floor_.set("u_half_floor", half + static_cast<float>(floor_margin));
  floor_.set("u_level", static_cast<float>(-skirt));
  floor_.set("u_ink", scene.ink);
  floor_.set("u_pixel", scene.scale);
  floor_.check_complete();
  glBindVertexArray(no_vertices_.id());
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
}

}  // namespace fogline::render
