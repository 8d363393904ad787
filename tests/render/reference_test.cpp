// SPDX-License-Identifier: MIT
// Pictures against stored references. Each has a negative control: a change that must be noticed.
#include "catch.hpp"
#include "image_gate.hpp"
#include "test_scene.hpp"

using namespace fogline::render;
using namespace fogline::render::test;

namespace {

constexpr Size size{300, 300};

void compare(Scene scene, const char* name) {
  need_context();
  TerrainView view;
  view.draw(scene, size);
  CHECK(matches_reference(view.read_pixels(), name));
  scene.camera.zoom *= 1.002;
  view.draw(scene, size);
  CHECK_FALSE(would_match(view.read_pixels(), name));
}

}  // namespace

TEST_CASE("the surface looks as it did") { compare(hills_scene(ViewKind::surface), "surface"); }

TEST_CASE("the map looks as it did") { compare(hills_scene(ViewKind::map), "map"); }

TEST_CASE("the gate notices a small patch and passes small noise") {
  Pixels a{size, std::vector<std::uint8_t>(4UL * size.width * size.height, 100)};
  Pixels noise = a, patch = a;
  for (std::size_t i = 0; i < noise.rgba.size(); i += 7) noise.rgba[i] = 101;
  for (std::size_t x = 0; x < 6; ++x)
    for (std::size_t y = 0; y < 6; ++y) patch.rgba[4 * (y * 300 + x)] = 160;
  CHECK(passes(difference(a, noise)));
  CHECK_FALSE(passes(difference(a, patch)));
}
