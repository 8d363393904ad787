// SPDX-License-Identifier: MIT
// The layout at every size: nothing overlaps, nothing is negative, the terrain keeps its share.
#include "gui/panels/regions.hpp"

#include <array>

#include "catch.hpp"

using namespace fogline::gui;

namespace {

float area_shared(const Rect& a, const Rect& b) {
  const float width = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
  const float height = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
  return width > 0 && height > 0 ? width * height : 0;
}

std::array<Rect, 6> all(const Regions& r) {
  return {r.menu, r.left, r.terrain, r.status, r.right, r.transport};
}

std::array<Folds, 4> folds() {
  return {{{}, {.left = false}, {.right = false}, {.left = false, .right = false}}};
}

}  // namespace

TEST_CASE("no rectangle has a negative side, whatever the window") {
  for (const float width : {0.f, 1.f, 56.f, 320.f, 700.f, 1040.f, 1200.f, 3000.f})
    for (const float height : {0.f, 1.f, 40.f, 96.f, 97.f, 240.f, 900.f})
      for (const float scale : {0.5f, 1.f, 2.f, 4.f})
        for (const bool drawn : {false, true}) {
          Folds f;
          f.left_drawer = f.right_drawer = drawn;
          for (const Rect& r : all(lay_out({width, height}, scale, f))) {
            CAPTURE(width, height, scale, drawn);
            CHECK(r.width() >= 0);
            CHECK(r.height() >= 0);
          }
        }
}

TEST_CASE("nothing overlaps and the whole window is used while no drawer is out") {
  for (const float width : {340.f, 960.f, 1039.f, 1040.f, 1199.f, 1200.f, 1440.f, 2560.f})
    for (const Folds& f : folds())
      for (const float scale : {1.f, 2.f}) {
        CAPTURE(width, scale, f.left, f.right);
        const auto rects = all(lay_out({width * scale, 700 * scale}, scale, f));
        float used = 0;
        for (std::size_t i = 0; i < rects.size(); ++i) {
          used += rects[i].width() * rects[i].height();
          for (std::size_t j = 0; j < i; ++j) CHECK(area_shared(rects[i], rects[j]) == 0);
        }
        CHECK(used == Approx(width * 700 * scale * scale).epsilon(1e-5));
      }
}

TEST_CASE("the terrain keeps at least 55 % of the width") {
  for (const float width : {960.f, 1040.f, 1199.f, 1200.f, 1280.f, 1440.f, 1920.f})
    for (const float scale : {1.f, 2.f}) {
      CAPTURE(width, scale);
      const Regions r = lay_out({width * scale, 900 * scale}, scale, {});
      CHECK(r.terrain.width() >= 0.55f * width * scale);
    }
}

TEST_CASE("narrow windows turn panels into a drawer and a rail") {
  CHECK_FALSE(lay_out({1200, 800}, 1, {}).right_hidden);
  CHECK(lay_out({1199, 800}, 1, {}).right_hidden);
  CHECK_FALSE(lay_out({1040, 800}, 1, {}).left_rail);
  CHECK(lay_out({1039, 800}, 1, {}).left_rail);
  CHECK(lay_out({2079, 1600}, 2, {}).left_rail);
  CHECK(lay_out({1199, 800}, 1, {}).right.width() == 0);
  Folds out;
  out.left_drawer = out.right_drawer = true;
  const Regions drawn = lay_out({1000, 800}, 1, out), pushed = lay_out({1000, 800}, 1, {});
  CHECK(drawn.left.width() > pushed.left.width());
  CHECK(drawn.right.width() > 0);
  CHECK(drawn.terrain.width() == pushed.terrain.width());
}
