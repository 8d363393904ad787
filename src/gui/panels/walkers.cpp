// SPDX-License-Identifier: MIT
// Balls, what belongs to them, and ties between them.
#include "gui/panels/walkers.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "gui/mark.hpp"
#include "gui/panels/presenter.hpp"
#include "scene/picking.hpp"

namespace fogline::gui {
namespace {

constexpr float together = 16;           // pixels within which walkers are drawn as one ring
constexpr std::size_t most_stacked = 6;  // in a column
constexpr float sign_room = 28;          // pixels between columns, for the verdicts' signs
constexpr float word_height = 26;        // pixels of a verdict in words, and a little air
constexpr float hidden_alpha = 0.35f;
constexpr float stack = 2.5f, leader = 3.75f;  // radii between stacked marks, from ring to stack

struct Stage {
  const Ui& ui;
  ImDrawList& list;
  const Workbench& bench;
  const Pane& pane;
  const scene::Ground& ground;

  int mark_of(std::size_t racer) const { return bench.session.experiment.racers[racer].mark; }
  const Trajectory& walk_of(std::size_t racer) const {
    return bench.race.copies(racer)[bench.race.best_copy(racer, bench.session.view.playhead)];
  }
};

float distance(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

std::uint32_t step_of(const Workbench& bench, std::size_t racer) {
  const double playhead = bench.session.view.playhead;
  return bench.race.step_at(racer, playhead, bench.race.best_copy(racer, playhead));
}

std::vector<WalkerPlace> alone(const Workbench& bench, const Pane& pane,
                               const scene::Ground& ground) {
  std::vector<WalkerPlace> all;
  const Experiment& e = bench.session.experiment;
  for (std::size_t i = 0; i < std::min(e.racers.size(), bench.race.size()); ++i) {
    const std::size_t copy = bench.race.best_copy(i, bench.session.view.playhead);
    const Iterate here = bench.race.copies(i)[copy].at(step_of(bench, i));
    ImVec2 at;
    const bool drawn = e.racers[i].visible && pane.shows(i) && here.step > 0;
    if (!drawn || !on_screen(pane, ground.evaluator(), ground.relief(), here.x, at)) continue;
    all.push_back({i, at, at, alpha_at(bench, pane, ground.evaluator(), ground.relief(), here.x)});
  }
  return all;
}

void draw_ball(const Stage& s, ImVec2 at, int mark, float alpha) {
  const float radius = ball_radius(s.ui, s.bench);
  s.list.AddCircleFilled(at, radius + px(s.ui, 1.5f), faded(path_casing, alpha));
  draw_mark(s.list, at, radius, mark, alpha);
}

// The ring at a place where several stand, and the leader to their marks.
void draw_ring(const Stage& s, const WalkerPlace& w) {
  s.list.AddCircle(w.at, px(s.ui, 9), path_casing, 0, px(s.ui, 4));
  s.list.AddCircle(w.at, px(s.ui, 9), racer_colours[0], 0, px(s.ui, 2));
  s.list.AddLine({w.at.x + px(s.ui, 11), w.at.y},
                 {w.mark.x - ball_radius(s.ui, s.bench) - px(s.ui, 4), w.at.y},
                 faded(s.ui.theme.text, 0.6f), px(s.ui, 1.5f));
}

// The mean of the walk's tail: the same mark, hollow.
void draw_average(const Stage& s, const WalkerPlace& w) {
  const auto mean = s.walk_of(w.racer).average(step_of(s.bench, w.racer));
  ImVec2 at;
  if (!mean || !on_screen(s.pane, s.ground.evaluator(), s.ground.relief(), *mean, at)) return;
  const int mark = s.mark_of(w.racer), hollow = mark % mark_shapes + mark_shapes;
  const float radius = px(s.ui, mark < mark_shapes ? 8.f : 5.5f);  // a hollow racer's is smaller
  s.list.AddCircleFilled(at, px(s.ui, 9.5f), faded(path_casing, 0.7f * w.alpha));
  draw_mark(s.list, at, radius, hollow, w.alpha);
}

void draw_dots(const Stage& s, ImVec2 from, ImVec2 to) {
  const float gap = px(s.ui, 7), length = distance(from, to);
  const int count = std::min(400, static_cast<int>(length / gap));
  for (int i = 2; i <= count - 2; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(count);
    const ImVec2 at{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
    s.list.AddCircleFilled(at, px(s.ui, 2.2f), path_casing, 8);
    s.list.AddCircleFilled(at, px(s.ui, 1.3f), s.ui.theme.text, 8);
  }
}

// Between a rival and its parent, where one of them is selected.
void draw_ties(const Stage& s, const std::vector<WalkerPlace>& all) {
  for (const WalkerPlace& rival : all) {
    const auto parent = parent_of(s.bench, rival.racer);
    if (!parent || (s.bench.selected != rival.racer && s.bench.selected != *parent)) continue;
    for (const WalkerPlace& w : all)
      if (w.racer == *parent) draw_dots(s, w.at, rival.at);
  }
}

// Marks one below the other beside a place, with room for verdicts in words; in columns, and with
// signs only, if they are many.
void stack_up(const Ui& ui, std::span<WalkerPlace> group, ImVec2 at, float radius) {
  if (group.size() < 2) return;
  const std::size_t rows = std::min(group.size(), most_stacked);
  const bool crowded = group.size() > rows;
  const float pitch = crowded ? stack * radius : std::max(stack * radius, px(ui, word_height));
  const float top = at.y - 0.5f * pitch * static_cast<float>(rows - 1);
  for (std::size_t i = 0; i < group.size(); ++i) {
    group[i].at = at;
    group[i].mark = {
        at.x + leader * radius + static_cast<float>(i / rows) * (2 * radius + px(ui, sign_room)),
        top + pitch * static_cast<float>(i % rows)};
    group[i].crowded = crowded;
  }
}

}  // namespace

float alpha_at(const Workbench& bench, const Pane& pane, const Evaluator& f,
               const scene::Relief& relief, Vec2 x) {
  const bool hidden = !bench.session.view.fog && scene::is_hidden(pane.lens, f, relief, x);
  return hidden ? hidden_alpha : 1;
}

std::vector<WalkerPlace> walker_places(const Ui& ui, const Workbench& bench, const Pane& pane,
                                       const scene::Ground& ground) {
  std::vector<WalkerPlace> all = alone(bench, pane, ground);
  for (auto group = all.begin(); group != all.end();) {
    const ImVec2 at = group->at;
    const auto end = std::stable_partition(group, all.end(), [&](const WalkerPlace& w) {
      return distance(w.at, at) <= px(ui, together);
    });
    stack_up(ui, {group, end}, at, ball_radius(ui, bench));
    group = end;
  }
  return all;
}

void draw_walkers(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                  const scene::Ground& ground) {
  const Stage stage{ui, list, bench, pane, ground};
  const std::vector<WalkerPlace> all = walker_places(ui, bench, pane, ground);
  draw_ties(stage, all);
  for (const WalkerPlace& w : all) draw_average(stage, w);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool stacked = all[i].mark.x != all[i].at.x;
    if (stacked && (i == 0 || distance(all[i - 1].at, all[i].at) > 0)) draw_ring(stage, all[i]);
    draw_ball(stage, all[i].mark, stage.mark_of(all[i].racer), all[i].alpha);
  }
}

}  // namespace fogline::gui
