// SPDX-License-Identifier: MIT
// All paths go to the GPU in one upload a frame, drawn as ranges of it; a later path lies nearer in
// the depth buffer.
#include "render/path_layer.hpp"

#include <algorithm>
#include <cstddef>

#include "render/polyline.hpp"

namespace fogline::render {
namespace {

constexpr float casing_width = 1.5F;  // pixels at scale 1, on each side
constexpr glm::vec4 casing{0x0B / 255.0F, 0x0F / 255.0F, 0x14 / 255.0F, 0.85F};
constexpr float hidden = 0.25F;  // opacity of covered parts
constexpr float tolerance =
    0.012F;                   // world units a path may lie below the mesh and still count as on it
constexpr float blur = 0.5F;  // pixels of antialiasing outside

void attribute(GLuint place, GLint size, std::size_t offset) {
  glEnableVertexAttribArray(place);
  glVertexAttribPointer(place, size, GL_FLOAT, GL_FALSE, sizeof(StripVertex),
                        reinterpret_cast<const void*>(offset));
}

// Of the line alone, and with its casing; pixels.
glm::vec2 half_width(const Scene& scene, const Path& path) {
  const float core = 0.5F * path.width * scene.path_width * scene.scale;
  return {core, core + std::min(1.0F, 1.5F * path.width) * casing_width * scene.scale};
}

Path rest_of(const Path& path, std::size_t first) {
  const auto begin = static_cast<std::ptrdiff_t>(std::min(first, path.points.size()));
  Path rest{.points = {path.points.begin() + begin, path.points.end()}};
  for (const std::size_t b : path.breaks)
    if (b > first) rest.breaks.push_back(b - first);
  return rest;
}

}  // namespace

PathLayer::PathLayer()
    : program_("path"),
      array_(generate<VertexArray>(glGenVertexArrays)),
      vertices_(generate<Buffer>(glGenBuffers)),
      triangles_(generate<Buffer>(glGenBuffers)) {
  glBindVertexArray(array_.id());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, triangles_.id());
  attribute(0, 2, offsetof(StripVertex, pixel));
  attribute(1, 2, offsetof(StripVertex, center));
  attribute(2, 2, offsetof(StripVertex, depth));
  glBindVertexArray(0);
}

PathLayer::Range PathLayer::build(const Path& path, const Lens& lens, float half_width) {
  const std::size_t first = strip_.triangles.size();
  const Polylines lines = project_path(path, lens);
  for (std::size_t k = 0; k < lines.starts.size(); ++k)
    add_line(strip_, simplified(lines.line(k)), half_width);
  return {first, strip_.triangles.size() - first};
}

void PathLayer::upload() {
  glBindVertexArray(array_.id());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
  glBufferData(GL_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(strip_.vertices.size() * sizeof(StripVertex)),
               strip_.vertices.data(), GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(strip_.triangles.size() * sizeof(std::uint32_t)),
               strip_.triangles.data(), GL_STREAM_DRAW);
}

void PathLayer::draw_range(const Range& range, const Path& path, glm::vec2 half_width,
                           glm::vec2 layer) {
  if (range.count == 0) return;
  program_.set("u_color", path.color);
  program_.set("u_opacity", path.opacity);
  program_.set("u_half_width", half_width);
  program_.set("u_layer", layer);
  program_.check_complete();
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(range.count), GL_UNSIGNED_INT,
                 reinterpret_cast<const void*>(range.first * sizeof(std::uint32_t)));
}

void PathLayer::set_look(const Lens& lens) {
  program_.set("u_depth", 0);
  program_.set("u_half_size", 0.5F * glm::vec2(lens.size.width, lens.size.height));
  program_.set("u_range", lens.flat ? glm::vec2(1.0F) : glm::vec2(lens.near, lens.far));
  program_.set("u_last", glm::ivec2(lens.size.width - 1, lens.size.height - 1));
  program_.set("u_tolerance", tolerance);
  program_.set("u_hidden", hidden);
  program_.set("u_casing", casing);
}

void PathLayer::draw(const Scene& scene, const Lens& lens, const Texture& depth) {
  glDepthMask(GL_TRUE);
  glClear(GL_DEPTH_BUFFER_BIT);
  draw_from(std::vector<std::size_t>(scene.paths.size(), 0), scene, lens, depth);
}

void PathLayer::draw_from(const std::vector<std::size_t>& first, const Scene& scene,
                          const Lens& lens, const Texture& depth) {
  strip_.vertices.clear(), strip_.triangles.clear();
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < scene.paths.size(); ++i) {
    const float half = half_width(scene, scene.paths[i]).y + blur;
    ranges.push_back(first[i] == 0 ? build(scene.paths[i], lens, half)
                                   : build(rest_of(scene.paths[i], first[i]), lens, half));
  }
  if (strip_.triangles.empty()) return;
  upload();
  program_.use();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, depth.id());
  set_look(lens);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  const float step = 1.0F / static_cast<float>(ranges.size() + 1);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    draw_range(ranges[i], scene.paths[i], half_width(scene, scene.paths[i]),
               {1 - static_cast<float>(i + 2) * step, 0.9F * step});
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_BLEND);
  glBindVertexArray(0);
  glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace fogline::render
