// SPDX-License-Identifier: MIT
// Properties of the drawn picture: it shows what it was given, where the camera says, and draws no
// more than needed.
#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "catch.hpp"
#include "test_scene.hpp"

using namespace fogline;
using namespace fogline::render;
using namespace fogline::render::test;

namespace {

constexpr Size size{320, 240};

glm::vec3 color_at(const Pixels& pixels, glm::dvec2 place) {
  const std::uint8_t* p = pixels.at(static_cast<int>(place.x), static_cast<int>(place.y));
  return glm::vec3(p[0], p[1], p[2]) / 255.0F;
}

Pixels picture_of(const Scene& scene, Quality quality = full_quality) {
  need_context();
  TerrainView view;
  view.draw(scene, size, quality);
  CHECK(glGetError() == GL_NO_ERROR);
  return view.read_pixels();
}

Projected place_of(const Scene& scene, glm::dvec3 p) {
  return make_lens(scene.camera, scene.grid->box, size).project(p.x, p.y, p.z);
}

// Red; of a length of a few pixels around a point.
Path dash(double x, double y, float height) {
  return {.points = {{x - 0.04, y, height}, {x + 0.04, y, height}}, .color = {1, 0, 0}};
}

double share_changed(const Pixels& a, const Pixels& b) {
  std::size_t changed = 0;
  for (std::size_t k = 0; k < a.rgba.size(); ++k) changed += std::abs(a.rgba[k] - b.rgba[k]) > 8;
  return static_cast<double>(changed) / static_cast<double>(a.rgba.size());
}

bool is_red(glm::vec3 c) { return c.r > 0.95F && c.g < 0.05F && c.b < 0.05F; }

}  // namespace

TEST_CASE("the picture is not blank: the terrain's colours on the background") {
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map}) {
    Scene scene = hills_scene(kind);
    scene.paths.clear();
    const Pixels pixels = picture_of(scene);
    CHECK(glm::distance(color_at(pixels, {2, 2}), scene.background) < 0.01F);
    const glm::vec3 top =
        color_at(pixels, place_of(scene, {0.9, 0.7, hills_height(0.9, 0.7)}).pixel);
    const glm::vec3 hollow =
        color_at(pixels, place_of(scene, {0.2, -1.0, hills_height(0.2, -1.0)}).pixel);
    CHECK(top.r > hollow.r + 0.2F);
  }
}

TEST_CASE("a tint takes the palette's place over the domain, and grey shows where it is clear") {
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map}) {
    Scene scene = hills_scene(kind);
    scene.paths.clear();
    scene.contours = false;
    // Red to the left, nothing known to the right.
    scene.tint = std::make_shared<Tint>(Tint{2, 1, {255, 0, 0, 255, 0, 0, 0, 0}});
    const Pixels pixels = picture_of(scene);
    const auto at = [&](double x, double y) {
      return color_at(pixels, place_of(scene, {x, y, hills_height(x, y)}).pixel);
    };
    const glm::vec3 known = at(-1.6, -1.2), unknown = at(1.6, -1.2);
    CHECK(known.r > 0.6F);
    CHECK(known.g < 0.1F);
    CHECK(std::abs(unknown.r - unknown.b) < 0.02F);
    CHECK(unknown.r > 0.1F);
    scene.tint = nullptr;
    CHECK(glm::distance(color_at(picture_of(scene),
                                 place_of(scene, {-1.6, -1.2, hills_height(-1.6, -1.2)}).pixel),
                        known) > 0.1F);
  }
}

TEST_CASE("a view draws anew for another tint only, and fog takes the tint away") {
  need_context();
  Scene scene = hills_scene(ViewKind::map);
  TerrainView view;
  scene.tint = std::make_shared<Tint>(Tint{1, 1, {0, 200, 0, 255}});
  view.draw(scene, size, full_quality);
  view.draw(scene, size, full_quality);
  CHECK(view.terrain_redraws() == 1);
  scene.tint = std::make_shared<Tint>(Tint{1, 1, {200, 0, 0, 255}});
  view.draw(scene, size, full_quality);
  CHECK(view.terrain_redraws() == 2);
  scene.fog = Fog{.walkers = {{0, 0}}, .radius = 3, .opacity = 0.5F};
  const Pixels fogged = picture_of(scene);
  scene.tint = nullptr;
  CHECK(share_changed(fogged, picture_of(scene)) == 0);
}

TEST_CASE("a point is drawn at the pixel where the camera projects it") {
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map})
    for (const Vec2 p : {Vec2{0, 0}, {0.9, 0.7}, {-1.5, 1.2}, {1.9, -1.9}})
      for (const Quality quality : {full_quality, draft_quality}) {
        Scene scene = hills_scene(kind);
        const float height = hills_height(p.x, p.y);
        scene.paths = {dash(p.x, p.y, height)};
        CHECK(is_red(
            color_at(picture_of(scene, quality), place_of(scene, {p.x, p.y, height}).pixel)));
      }
}

TEST_CASE("a path under the pointer's ray is where the map says, too, after zoom and pan") {
  Scene scene = hills_scene(ViewKind::map);
  scene.camera.zoom = 6;
  scene.camera.target = {0.2, 0.1, 0};
  scene.paths = {dash(0.8, 0.4, 0)};
  CHECK(is_red(color_at(picture_of(scene), place_of(scene, {0.8, 0.4, 0}).pixel)));
}

TEST_CASE("what the terrain covers is faded, what lies before it is not") {
  Scene scene{.grid = ridge(), .palette = mist()};
  scene.camera.azimuth = 0;  // from +x: the far side of the ridge is hidden
  scene.camera.elevation = 15;
  const glm::dvec3 before{0.5, 0, ridge_height(0.5, 0)}, behind{-0.3, 0, ridge_height(-0.3, 0)};
  const Pixels bare = picture_of(scene);
  for (const glm::dvec3 p : {before, behind})
    scene.paths.push_back({.points = {{p.x, -0.1, p.z}, {p.x, 0.1, p.z}}, .color = {1, 0, 0}});
  const Pixels drawn = picture_of(scene);
  CHECK(is_red(color_at(drawn, place_of(scene, before).pixel)));
  const glm::dvec2 hidden = place_of(scene, behind).pixel;
  const glm::vec3 expected = 0.75F * color_at(bare, hidden) + 0.25F * glm::vec3(1, 0, 0);
  CHECK(glm::distance(color_at(drawn, hidden), expected) < 0.05F);
}

TEST_CASE("opacity, casing and width are as asked for") {
  Scene scene = hills_scene(ViewKind::map);
  scene.contours = false;
  scene.paths.clear();
  const Pixels bare = picture_of(scene);
  Path line{.points = {{-1, 0, 0}, {1, 0, 0}}, .color = {1, 0, 0}, .opacity = 0.35F};
  scene.paths = {line};
  scene.scale = 2;
  const Pixels drawn = picture_of(scene);
  const glm::dvec2 center = place_of(scene, {0, 0, 0}).pixel;
  const glm::vec3 expected = 0.65F * color_at(bare, center) + 0.35F * line.color;
  CHECK(glm::distance(color_at(drawn, center), expected) < 0.02F);
  int changed = 0;
  for (int y = 0; y < size.height; ++y)
    changed += glm::distance(color_at(drawn, {center.x, y}), color_at(bare, {center.x, y})) > 0.02F;
  CHECK(changed >= 10);  // (2.5 + 2 * 1.5) * 2 = 11 pixels
  CHECK(changed <= 13);
}

TEST_CASE("a translucent path that crosses itself has one opacity at its core") {
  Scene scene = hills_scene(ViewKind::map);
  scene.contours = false;
  scene.paths = {{.points = {{-1, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, -1, 0}},
                  .color = {1, 0, 0},
                  .opacity = 0.35F}};
  const Pixels drawn = picture_of(scene);
  const glm::vec3 crossing = color_at(drawn, place_of(scene, {0, 0, 0}).pixel);
  const glm::vec3 beside = color_at(drawn, place_of(scene, {0.3, 0, 0}).pixel);
  CHECK(std::abs(crossing.r - beside.r) < 0.1F);
}

TEST_CASE("the terrain is drawn again only when something of it changed") {
  need_context();
  TerrainView view;
  Scene scene = hills_scene(ViewKind::surface);
  const auto redraws = [&](Size s = size, Quality q = full_quality) {
    const int before = view.terrain_redraws();
    view.draw(scene, s, q);
    return view.terrain_redraws() - before;
  };
  CHECK(redraws() == 1);
  CHECK(redraws() == 0);
  scene.paths.pop_back();
  CHECK(redraws() == 0);
  scene.camera.azimuth += 1;
  CHECK(redraws() == 1);
  scene.contours = false;
  CHECK(redraws() == 1);
  scene.grid = hills();
  CHECK(redraws() == 1);
  scene.palette.colors[0] = {1, 1, 1};
  CHECK(redraws() == 1);
  CHECK(redraws({300, 200}) == 1);
  CHECK(redraws({300, 200}, draft_quality) == 1);
  CHECK(redraws({300, 200}, draft_quality) == 0);
  CHECK(view.last_redraw_seconds() > 0);
}

TEST_CASE("paths disappear from the picture when they leave the scene") {
  need_context();
  TerrainView view;
  Scene scene = hills_scene(ViewKind::surface);
  std::vector<Path> paths;
  std::swap(paths, scene.paths);
  view.draw(scene, size);
  const Pixels bare = view.read_pixels();
  scene.paths = paths;
  view.draw(scene, size);
  CHECK(view.read_pixels().rgba != bare.rgba);
  scene.paths.clear();
  view.draw(scene, size);
  CHECK(view.read_pixels().rgba == bare.rgba);
}

TEST_CASE("sizes of zero draw nothing, huge ones are clamped, an empty scene is background") {
  need_context();
  TerrainView view;
  const Scene empty;
  view.draw(empty, {0, 0});
  view.draw(empty, {-5, 100});
  CHECK(view.framebuffer() == 0);
  CHECK(view.read_pixels().rgba.empty());
  view.draw(empty, {3, 1000000}, draft_quality);
  CHECK(view.size().height <= 16384);
  CHECK(glm::distance(color_at(view.read_pixels(), {1, 1}), empty.background) < 0.01F);
  view.draw(hills_scene(ViewKind::surface), {1, 1});
  CHECK(view.size() == Size{1, 1});
}

TEST_CASE("what others bound is bound again afterwards, what they switched on does no harm") {
  need_context();
  const Scene scene = hills_scene(ViewKind::surface);
  const Pixels expected = picture_of(scene);
  TerrainView other;
  other.draw({}, {64, 64});
  GLuint framebuffer = 0;
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(1, 2, 3, 4);
  glEnable(GL_SCISSOR_TEST);
  glScissor(0, 0, 5, 5);
  glEnable(GL_BLEND);
  CHECK(picture_of(scene).rgba == expected.rgba);
  GLint bound = 0, viewport[4] = {};
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
  glGetIntegerv(GL_VIEWPORT, viewport);
  CHECK(bound == static_cast<GLint>(framebuffer));
  CHECK(viewport[3] == 4);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDeleteFramebuffers(1, &framebuffer);
}

TEST_CASE("holes in the grid show the background, and shaders can be reloaded") {
  need_context();
  auto grid = std::make_shared<HeightGrid>(*hills());
  for (float& h : grid->height) h = std::nanf("");
  Scene scene{.grid = grid, .palette = mist()};
  scene.camera.kind = ViewKind::map;
  TerrainView view;
  view.draw(scene, size);
  view.reload_shaders();
  view.draw(scene, size);
  CHECK(glm::distance(color_at(view.read_pixels(), {160, 120}), scene.background) < 0.01F);
}

TEST_CASE("a path that grows ends in the picture that is drawn at once") {
  need_context();
  const Scene whole = hills_scene(ViewKind::surface);
  const std::size_t all = whole.paths[0].points.size();
  TerrainView view;
  for (std::size_t shown = 2; shown <= all; shown += 3) {
    Scene scene = whole;
    for (std::size_t i = 0; i < scene.paths.size(); ++i) {
      scene.paths[i].walk = i + 1;
      scene.paths[i].points.resize(std::min(shown, scene.paths[i].points.size()));
    }
    view.draw(scene, size);
  }
  const Pixels growing = view.read_pixels();
  Scene last = whole;
  for (std::size_t i = 0; i < last.paths.size(); ++i) last.paths[i].walk = i + 1;
  view.draw(last, size);
  view.draw(last, size);
  const Pixels settled = view.read_pixels(), at_once = picture_of(whole);
  CHECK(settled.rgba == at_once.rgba);
  std::size_t changed = 0;
  for (std::size_t k = 0; k < at_once.rgba.size(); ++k)
    changed += std::abs(growing.rgba[k] - at_once.rgba[k]) > 48;
  CHECK(changed < at_once.rgba.size() / 2000);
}

TEST_CASE("a path that shrinks or changes is drawn anew") {
  need_context();
  Scene scene = hills_scene(ViewKind::map);
  scene.paths.resize(1);
  scene.paths[0].walk = 1;
  TerrainView view;
  view.draw(scene, size);
  scene.paths[0].points.resize(20);
  view.draw(scene, size);
  CHECK(view.read_pixels().rgba == picture_of(scene).rgba);
  scene.paths[0].color = {0, 1, 0};
  view.draw(scene, size);
  CHECK(view.read_pixels().rgba == picture_of(scene).rgba);
}

TEST_CASE("fog leaves the ground near a walker as it is and hides what is farther") {
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map}) {
    Scene scene = hills_scene(kind);
    scene.paths.clear();
    const Pixels clear = picture_of(scene);
    scene.fog = Fog{.walkers = {{0.9F, 0.7F}}, .radius = 0.8F};
    const Pixels fogged = picture_of(scene);
    const auto at = [&](Vec2 p) {
      return place_of(scene, {p.x, p.y, hills_height(p.x, p.y)}).pixel;
    };
    for (const Vec2 p : {Vec2{0.9, 0.7}, {0.9, 0.4}, {1.3, 0.7}})
      CHECK(glm::distance(color_at(fogged, at(p)), color_at(clear, at(p))) < 0.01F);
    for (const Vec2 p : {Vec2{-0.9, -0.4}, {0.9, -0.4}, {-1.8, -1.8}, {1.9, -1.9}})
      CHECK(glm::distance(color_at(fogged, at(p)), scene.background) < 0.01F);
    const glm::vec3 between = color_at(fogged, at({0.9, 0.06}));
    CHECK(glm::distance(between, scene.background) > 0.02F);
    CHECK(glm::distance(between, color_at(clear, at({0.9, 0.06}))) > 0.02F);
  }
}

TEST_CASE(
    "nothing of what fog hides can be seen: no wall, no floor, no hill before a clear place") {
  Scene scene{.grid = ridge(), .palette = mist()};
  scene.camera.azimuth = 0;  // the ridge stands between the eye and the walker
  scene.camera.elevation = 10;
  scene.fog = Fog{.walkers = {{-0.8F, 0}}, .radius = 0.3F};
  const Pixels flat_seen = picture_of(scene);
  const glm::dvec2 behind = place_of(scene, {-0.8, 0, ridge_height(-0.8, 0)}).pixel;
  CHECK(glm::distance(color_at(flat_seen, behind), scene.background) > 0.05F);
  scene.fog->walkers = {{50, 50}};
  const Pixels nothing = picture_of(scene);
  int seen = 0;
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      seen += glm::distance(color_at(nothing, {x, y}), scene.background) > 0.01F;
  CHECK(seen == 0);
}

TEST_CASE("fog that thins or has spread to the edges lets the whole terrain through") {
  Scene scene = hills_scene(ViewKind::surface);
  const Pixels clear = picture_of(scene);
  scene.fog = Fog{.walkers = {{0, 0}}, .radius = 20};
  CHECK(share_changed(picture_of(scene), clear) < 0.002);  // the floor along the edge
  scene.fog = Fog{.walkers = {{0, 0}}, .radius = 0.1F, .opacity = 0};
  CHECK(share_changed(picture_of(scene), clear) < 0.002);
  scene.fog->opacity = 0.5F;
  const Pixels half = picture_of(scene);
  const glm::dvec2 far = place_of(scene, {-1.8, 1.8, hills_height(-1.8, 1.8)}).pixel;
  const glm::vec3 expected = 0.5F * color_at(clear, far) + 0.5F * scene.background;
  CHECK(glm::distance(color_at(half, far), expected) < 0.02F);
}

TEST_CASE("a walker that moves in fog has its surroundings drawn anew") {
  need_context();
  TerrainView view;
  Scene scene = hills_scene(ViewKind::surface);
  scene.fog = Fog{.walkers = {{0, 0}}, .radius = 0.5F};
  view.draw(scene, size);
  view.draw(scene, size);
  CHECK(view.terrain_redraws() == 1);
  scene.fog->walkers[0].x = 0.1F;
  view.draw(scene, size);
  CHECK(view.terrain_redraws() == 2);
}

TEST_CASE("sheets share one image of the terrain, each with paths of its own") {
  need_context();
  TerrainView view;
  const Scene all = hills_scene(ViewKind::surface);
  std::vector<Scene> scenes(2, all);
  scenes[0].paths.resize(1);
  scenes[1].paths.erase(scenes[1].paths.begin());
  for (int round = 0; round < 2; ++round)
    for (std::size_t i = 0; i < 2; ++i) view.draw(scenes[i], size, full_quality, i);
  CHECK(view.terrain_redraws() == 1);
  for (std::size_t i = 0; i < 2; ++i) CHECK(view.read_pixels(i).rgba == picture_of(scenes[i]).rgba);
  CHECK(view.framebuffer(0) != view.framebuffer(1));
  for (Scene& scene : scenes) scene.camera.azimuth += 10;
  for (std::size_t i = 0; i < 2; ++i) view.draw(scenes[i], size, full_quality, i);
  CHECK(view.terrain_redraws() == 2);
  CHECK(view.read_pixels(0).rgba == picture_of(scenes[0]).rgba);
  view.keep_sheets(1);
  CHECK(view.framebuffer(1) == 0);
}
