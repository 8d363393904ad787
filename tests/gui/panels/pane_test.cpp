// SPDX-License-Identifier: MIT
// Small multiples: one pane for each visible racer, as many as fit, all of one size and camera.
#include "gui/panels/pane.hpp"

#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/pane_grid.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

const Rect area{{100, 50}, {1140, 690}};

Workbench with_racers(std::size_t count) {
  Workbench bench;
  while (bench.session.experiment.racers.size() < count) add_racer(bench, Adam{});
  bench.selected = 0;
  act(bench, Action::view_panes);
  return bench;
}

std::vector<std::size_t> racers_of(const std::vector<Pane>& panes) {
  std::vector<std::size_t> racers;
  for (const Pane& pane : panes) racers.push_back(pane.racer.value());
  return racers;
}

}  // namespace

TEST_CASE("panes fill the area in cells of one size, none narrower than 260 pixels") {
  for (const float scale : {1.f, 1.5f, 2.f})
    for (const ImVec2 size : {ImVec2{260, 150}, {760, 594}, {904, 474}, {1040, 640}, {2000, 1100}})
      for (int wanted = 1; wanted <= 12; ++wanted) {
        CAPTURE(size.x, size.y, scale, wanted);
        const ImVec2 real{size.x * scale, size.y * scale};
        const PaneGrid grid = lay_out_panes(real, scale, wanted);
        CHECK(grid.shown >= 1);
        CHECK(grid.shown <= std::min(wanted, most_panes));
        CHECK(grid.columns * grid.rows >= grid.shown);
        CHECK(grid.cell.x >= narrowest_pane * scale);
        CHECK(grid.cell.y >= lowest_pane * scale);
        CHECK(grid.cell.x * static_cast<float>(grid.columns) <= real.x);
        CHECK(grid.cell.y * static_cast<float>(grid.rows) <= real.y);
      }
  CHECK(lay_out_panes({0, 0}, 1, 0).shown == 1);
  CHECK(lay_out_panes({300, 2000}, 1, 9).columns == 1);
  CHECK(lay_out_panes({1300, 800}, 1, 12).shown == most_panes);
}

TEST_CASE("each visible racer has a pane of its own, all on one image of the terrain") {
  Workbench bench = with_racers(6);
  bench.session.experiment.racers[2].visible = false;
  const std::vector<Pane> all = panes(bench, 1, area);
  CHECK(racers_of(all) == std::vector<std::size_t>{0, 1, 3, 4, 5});
  for (const Pane& pane : all) {
    CHECK(pane.canvas == 0);
    CHECK(pane.lens.size == all.front().lens.size);
    CHECK(pane.lens.domain_to_clip == all.front().lens.domain_to_clip);
    CHECK(pane.shows(*pane.racer));
    CHECK_FALSE(pane.shows(2));
    for (const Pane& other : all)
      if (other.index != pane.index)
        CHECK_FALSE(
            other.rect.contains({pane.rect.min.x + 0.5f * pane.rect.width(), pane.rect.min.y + 1}));
  }
}

TEST_CASE("in fog each pane has an image of its own: other racers feel other ground") {
  Workbench bench = with_racers(4);
  bench.session.view.fog = true;
  const std::vector<Pane> all = panes(bench, 1, area);
  REQUIRE(all.size() == 4);
  for (const Pane& pane : all) CHECK(pane.canvas == pane.index);
}

TEST_CASE("where room is short the pages of panes follow the selected racer") {
  Workbench bench = with_racers(8);
  const Rect small{{0, 0}, {560, 320}};
  CHECK(racers_of(panes(bench, 1, small)) == std::vector<std::size_t>{0, 1, 2, 3});
  bench.selected = 3;
  CHECK(racers_of(panes(bench, 1, small)) == std::vector<std::size_t>{0, 1, 2, 3});
  bench.selected = 4;
  CHECK(racers_of(panes(bench, 1, small)) == std::vector<std::size_t>{4, 5, 6, 7});
  bench.session.experiment.racers.resize(6);
  CHECK(racers_of(panes(bench, 1, small)) == std::vector<std::size_t>{2, 3, 4, 5});
}

TEST_CASE("without a racer to show panes are one picture") {
  Workbench bench = with_racers(4);
  bench.session.experiment.racers.clear();
  const std::vector<Pane> all = panes(bench, 1, area);
  REQUIRE(all.size() == 1);
  CHECK_FALSE(all.front().racer);
}
