// SPDX-License-Identifier: MIT
// A small map of the landscape, dark where it is low, with the walks of one cell.
#include <algorithm>
#include <cmath>

#include "fogline/landscapes/dimension.hpp"
#include "gui/mark.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/text.hpp"
#include "scene/basin_colours.hpp"

namespace fogline::gui {
namespace {

constexpr std::size_t most_walks = 10;
constexpr int side = 48;  // cells of the small map
constexpr float smallest = 90;
constexpr auto frame_share = std::chrono::milliseconds(3);

std::vector<Trajectory> walks_of(const SweepSetting& s, std::size_t cell) {
  const Outfit worn = s.outfit_of(cell);
  std::vector<Trajectory> walks;
  for (std::uint32_t i = 0; i < std::min(s.starts.size(), most_walks); ++i)
    walks.emplace_back(Course{s.landscape, worn.optimizer, worn.axes, s.starts[i], s.seed, i});
  return walks;
}

// True when the walks of the cell under the pointer are known as far as they are drawn.
bool follow_pointer(Hypermap& map, const SweepSetting& s) {
  if (!map.cell) {
    map.walks.reset();
    return true;
  }
  if (!map.walks || map.walks->cell != *map.cell)
    map.walks = HypermapWalks{*map.cell, walks_of(s, *map.cell), false};
  const auto deadline = Clock::now() + frame_share;
  HypermapWalks& shown = *map.walks;
  shown.known =
      shown.known || std::all_of(shown.walks.begin(), shown.walks.end(),
                                 [&](Trajectory& t) { return t.extend(s.steps, deadline); });
  return shown.known;
}

// The landscape's domain on the screen.
struct SmallMap {
  ImVec2 min;
  float size = 0;
  Box box;

  ImVec2 at(Vec2 x) const {
    const Vec2 u{(x.x - box.low.x) / box.size().x, (x.y - box.low.y) / box.size().y};
    return {min.x + size * static_cast<float>(std::clamp(u.x, -9.0, 9.0)),
            min.y + size * static_cast<float>(1 - std::clamp(u.y, -9.0, 9.0))};
  }
};

void draw_ground(ImDrawList& list, const SmallMap& map, const scene::Ground& ground) {
  const Evaluator f = ground.evaluator();
  for (int j = 0; j < side; ++j)
    for (int i = 0; i < side; ++i) {
      const double height =
          scene::height_at(f, ground.relief(), map.box.at((i + 0.5) / side, (j + 0.5) / side));
      const auto edge = [&](int k) { return std::round(map.size * static_cast<float>(k) / side); };
      list.AddRectFilled({map.min.x + edge(i), map.min.y + map.size - edge(j + 1)},
                         {map.min.x + edge(i + 1), map.min.y + map.size - edge(j)},
                         rgb(scene::tone_colour(height)));
    }
}

void draw_walk(const Ui& ui, ImDrawList& list, const SmallMap& map, const Trajectory& walk,
               int mark) {
  std::vector<ImVec2> line;
  walk.for_each_glimpse(walk.last(), [&](const Glimpse& g) { line.push_back(map.at(g.x)); });
  for (const auto& [width, ink] :
       {std::pair{3.5f, path_casing}, std::pair{1.5f, racer_colour(mark)}})
    list.AddPolyline(line.data(), static_cast<int>(line.size()), ink, 0, px(ui, width));
  list.AddCircle(line.front(), px(ui, 3), racer_colours[0], 16, px(ui, 1));
  draw_mark(list, line.back(), px(ui, 5), mark);
}

}  // namespace

void hypermap_walks(Ui& ui, Workbench& bench, const Rect& rect) {
  const auto picture = shown_hypermap(bench);
  const Experiment& e = bench.session.experiment;
  const float size = std::min(rect.width(), rect.height() - px(ui, 40));
  if (!picture || size < px(ui, smallest) || dimension(e.landscape) == 1) return;
  Hypermap& map = *bench.hypermap;
  if (!follow_pointer(map, picture->sweep->setting())) wake_after(ui, 0);
  if (!map.walks) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const SmallMap small{{rect.min.x, rect.max.y - size}, size, domain(e.landscape)};
  const ImVec2 max{small.min.x + size, small.min.y + size};
  put_text(list, ui.fonts.small, {small.min.x, small.min.y - px(ui, 24)}, ui.theme.muted,
           map.walks->walks.size() > 1 ? "the first walks" : "its walk");
  list.PushClipRect(small.min, max, true);
  draw_ground(list, small, bench.picture.ground(bench.session, bench.race));
  for (const Trajectory& walk : map.walks->walks)
    draw_walk(ui, list, small, walk, e.racers[bench.selected].mark);
  list.PopClipRect();
  ui.registry.note({.path = full_path(ui, "walks"), .min = small.min, .max = max, .visible = true});
}

}  // namespace fogline::gui
