// SPDX-License-Identifier: MIT
// Looks through the paths, in shares of the domain's sides.
#include "gui/panels/trace.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::gui {
namespace {

constexpr float reach = 14;  // pixels at scale 1

struct Nearest {
  std::optional<Ghost> iterate;
  Vec2 x;
  double distance = HUGE_VAL;
};

Nearest nearest_iterate(const Workbench& bench, Vec2 place) {
  Nearest found;
  const Experiment& e = bench.session.experiment;
  const Vec2 size = domain(e.landscape).size();
  for (std::size_t i = 0; i < std::min(e.racers.size(), bench.race.size()); ++i) {
    if (!e.racers[i].visible) continue;
    const std::uint32_t now = bench.race.step_at(i, bench.session.view.playhead);
    bench.race[i].for_each_glimpse(now, [&](const Glimpse& g) {
      const double distance = std::hypot((g.x.x - place.x) / size.x, (g.x.y - place.y) / size.y);
      if (distance < found.distance) found = {Ghost{i, g.step}, g.x, distance};
    });
  }
  return found;
}

}  // namespace

std::optional<Ghost> traced_iterate(const Ui& ui, Workbench& bench, const Pane& pane,
                                    ImVec2 pointer) {
  if (!bench.hover || bench.playing) return std::nullopt;
  const Nearest nearest = nearest_iterate(bench, *bench.hover);
  if (!nearest.iterate) return std::nullopt;
  const scene::Ground& ground = bench.picture.ground(bench.session, bench.race);
  ImVec2 at;
  if (!on_screen(pane, ground.evaluator(), ground.relief(), nearest.x, at)) return std::nullopt;
  const bool near = std::hypot(at.x - pointer.x, at.y - pointer.y) <= px(ui, reach);
  return near ? nearest.iterate : std::nullopt;
}

}  // namespace fogline::gui
