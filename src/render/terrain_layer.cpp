// SPDX-License-Identifier: MIT
// Three programs, one palette texture; numbers of the look are those of the design ("Light",
// "Contours").
#include "render/terrain_layer.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <initializer_list>
#include <span>

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

Texture make_texture() {
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

glm::vec2 domain_per_world(const Box& domain) { return 1.0F / glm::vec2(world_scale(domain)); }

std::vector<glm::vec2> in_world(const Fog& fog, const Box& domain) {
  const glm::dvec2 scale = world_scale(domain);
  const glm::dvec2 center{domain.center().x, domain.center().y};
  std::vector<glm::vec2> places;
  for (const glm::vec2 w : fog.walkers)
    if (places.size() < Fog::most) places.emplace_back(scale * (glm::dvec2(w) - center));
  return places;
}

// Of a program that knows fog; without fog there is nothing to set.
void set_fog(Program& program, const Scene& scene, const Lens& lens) {
  if (!scene.fog) return;
  std::vector<glm::vec2> walkers = in_world(*scene.fog, lens.domain);
  program.set("u_walker_count", static_cast<int>(walkers.size()));
  if (walkers.empty()) walkers.emplace_back(0.0F);
  program.set("u_walkers[0]", walkers);
  program.set("u_domain_per_world", domain_per_world(lens.domain));
  program.set("u_clear_radius", scene.fog->radius);
  program.set("u_fog", scene.fog->opacity);
}

// Of a program that knows the tint, which is in the second unit.
void set_tint(Program& program, const Scene& scene, const Lens& lens) {
  if (scene.fog || !scene.tint) return;
  program.set("u_tint", 1);
  program.set("u_domain_in_world", 2.0F * glm::vec2(half_sides(lens.domain)));
}

// Into the texture that is bound.
void load_tint(const Tint& tint) {
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, tint.nx, tint.ny, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               tint.rgba.data());
}

glm::vec3 light_direction(const Lens& lens) {
  return glm::normalize(key_light.x * lens.right + key_light.y * lens.up +
                        key_light.z * lens.toward);
}

}  // namespace

TerrainLayer::TerrainLayer()
    : clear_{Program("terrain"), Program("skirt"), Program("floor")},
      seen_(generate<Buffer>(glGenBuffers)),
      palette_texture_(make_texture()),
      tint_texture_(make_texture()),
      no_vertices_(generate<VertexArray>(glGenVertexArrays)) {
  load_palette(palette_texture_, palette_);
}

TerrainLayer::Programs& TerrainLayer::programs(const Scene& scene) {
  if (!scene.fog && !scene.tint) return clear_;
  std::optional<Programs>& wanted = scene.fog ? fogged_ : tinted_;
  const char* prefix = scene.fog ? "fog.glsl" : "tint.glsl";
  if (!wanted)
    wanted.emplace(Programs{Program::prefixed("terrain", prefix),
                            Program::prefixed("skirt", prefix),
                            scene.fog ? Program::prefixed("floor", prefix) : Program("floor")});
  return *wanted;
}

TerrainLayer::Meshes& TerrainLayer::meshes(const Scene& scene, int mesh) {
  if (grid_ != scene.grid) meshes_.clear();
  grid_ = scene.grid;
  const auto found = meshes_.find(mesh);
  if (found != meshes_.end()) return found->second;
  const std::vector<SkirtVertex> walls = skirt_triangles(*grid_, mesh);
  Meshes made{upload(terrain_mesh(*grid_, mesh)), upload(std::span(walls), {3, 2, 2}), {}};
  return meshes_.emplace(mesh, std::move(made)).first->second;
}

void TerrainLayer::update_palette(const Palette& palette) {
  if (palette != palette_) load_palette(palette_texture_, palette);
  palette_ = palette;
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, palette_texture_.id());
}

// Into the second unit, where there is a tint.
void TerrainLayer::update_tint(const Scene& scene) {
  if (!scene.tint) return;
  glActiveTexture(GL_TEXTURE1);
  glBindTexture(GL_TEXTURE_2D, tint_texture_.id());
  if (scene.tint != tint_) load_tint(*scene.tint);
  tint_ = scene.tint;
  glActiveTexture(GL_TEXTURE0);
}

void TerrainLayer::draw(const Scene& scene, const Lens& lens, int mesh) {
  const glm::vec3 clear = scene.background;
  glClearColor(clear.r, clear.g, clear.b, 1);
  glDepthMask(GL_TRUE);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
  if (!scene.grid) return;
  Meshes& drawn = meshes(scene, mesh);
  Programs& p = programs(scene);
  update_palette(scene.palette);
  update_tint(scene);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  glEnable(GL_CULL_FACE);
  glCullFace(GL_BACK);
  glFrontFace(GL_CCW);
  draw_terrain(p.terrain, scene, lens, drawn, mesh);
  if (!lens.flat) {
    draw_skirt(p.skirt, scene, lens, drawn.skirt);
    draw_floor(p.floor, scene, lens);
  }
  glDisable(GL_CULL_FACE);
  glDisable(GL_DEPTH_TEST);
  glBindVertexArray(0);
  glBindTexture(GL_TEXTURE_2D, 0);
}

void TerrainLayer::draw_terrain(Program& program, const Scene& scene, const Lens& lens,
                                Meshes& drawn, int mesh) {
  program.use();
  program.set("u_palette", 0);
  program.set("u_world_to_clip", glm::mat4(lens.world_to_clip));
  program.set("u_half_size", 0.5F * glm::vec2(lens.size.width, lens.size.height));
  program.set("u_relief", lens.flat ? 0.0F : static_cast<float>(relief));
  program.set("u_shaded_relief", static_cast<float>(relief));
  program.set("u_light_direction", light_direction(lens));
  program.set("u_light", lens.flat ? map_light : surface_light);
  program.set("u_contours", scene.contours ? 1.0F : 0.0F);
  program.set("u_pixel", scene.scale);
  if (scene.fog) program.set("u_background", scene.background);
  set_fog(program, scene, lens);
  set_tint(program, scene, lens);
  program.check_complete();
  glBindVertexArray(drawn.terrain.array.id());
  const bool all = !scene.fog || scene.fog->opacity < 1;
  const GLsizei count = all ? drawn.terrain.count : gather_seen(*scene.fog, lens, drawn, mesh);
  glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, nullptr);
  if (!all) glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, drawn.terrain.triangles.id());
}

// Binds the triangles that reach into the clear radius, for the vertex array that is bound, and
// returns how many indices they are: where little is clear little is drawn.
GLsizei TerrainLayer::gather_seen(const Fog& fog, const Lens& lens, Meshes& drawn, int mesh) {
  if (drawn.source.vertices.empty()) drawn.source = terrain_mesh(*grid_, mesh);
  const std::vector<TerrainVertex>& vertices = drawn.source.vertices;
  const std::vector<glm::vec2> walkers = in_world(fog, lens.domain);
  const glm::vec2 unit = domain_per_world(lens.domain);
  const float cell = glm::length(unit * 2.0F * glm::vec2(half_sides(lens.domain))) /
                     static_cast<float>(std::min(mesh, grid_->nx) - 1);
  const float reach = fog.radius + cell;
  const auto is_near = [&](const TerrainVertex& v) {
    return std::any_of(walkers.begin(), walkers.end(), [&](glm::vec2 w) {
      const glm::vec2 away = (glm::vec2(v.x, v.y) - w) * unit;
      return glm::dot(away, away) < reach * reach;
    });
  };
  std::vector<std::uint32_t> seen;
  for (std::size_t i = 0; i < drawn.source.triangles.size(); i += 3)
    if (is_near(vertices[drawn.source.triangles[i]]))
      seen.insert(seen.end(), &drawn.source.triangles[i], &drawn.source.triangles[i] + 3);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, seen_.id());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(seen.size() * sizeof(std::uint32_t)), seen.data(),
               GL_STREAM_DRAW);
  return static_cast<GLsizei>(seen.size());
}

void TerrainLayer::draw_skirt(Program& program, const Scene& scene, const Lens& lens,
                              const GpuMesh& mesh) {
  program.use();
  program.set("u_palette", 0);
  program.set("u_world_to_clip", glm::mat4(lens.world_to_clip));
  program.set("u_light_direction", light_direction(lens));
  program.set("u_background", scene.background);
  program.set("u_skirt", static_cast<float>(skirt));
  set_fog(program, scene, lens);
  set_tint(program, scene, lens);
  program.check_complete();
  glBindVertexArray(mesh.array.id());
  glDrawArrays(GL_TRIANGLES, 0, mesh.count);
}

void TerrainLayer::draw_floor(Program& program, const Scene& scene, const Lens& lens) {
  const glm::vec2 half(half_sides(lens.domain));
  program.use();
  program.set("u_world_to_clip", glm::mat4(lens.world_to_clip));
  program.set("u_half_terrain", half);
  program.set("u_half_floor", half + static_cast<float>(floor_margin));
  program.set("u_level", static_cast<float>(-skirt));
  program.set("u_ink", scene.ink);
  program.set("u_pixel", scene.scale);
  set_fog(program, scene, lens);
  program.check_complete();
  glBindVertexArray(no_vertices_.id());
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
}

}  // namespace fogline::render
