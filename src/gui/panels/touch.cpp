// SPDX-License-Identifier: MIT
// One gesture at a time, from press to release.
#include "gui/panels/touch.hpp"

#include <algorithm>
#include <cmath>

#include "gui/compat.hpp"
#include "gui/panels/guess.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/profile_card.hpp"
#include "gui/panels/trace.hpp"
#include "gui/panels/wells.hpp"
#include "render/gestures.hpp"
#include "scene/picking.hpp"

namespace fogline::gui {
namespace {

constexpr float still = 4;   // pixels within which a press is a click
constexpr float reach = 22;  // pixels around a marker that take it
constexpr float flag_reach = 14;
constexpr double depth_a_pixel = 0.04;
constexpr double zoom_rate = 0.1, most_wheel = 5;

float distance(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

struct Terrain {
  Ui& ui;
  Workbench& bench;
  const std::vector<Pane>& panes;
  Evaluator f;
  scene::Relief relief;

  Terrain(Ui& u, Workbench& b, const std::vector<Pane>& p)
      : ui(u),
        bench(b),
        panes(p),
        f(b.picture.ground(b.session, b.race).evaluator()),
        relief(b.picture.ground(b.session, b.race).relief()) {}

  const Pane* under(ImVec2 point) const {
    const auto found = std::find_if(panes.begin(), panes.end(),
                                    [&](const Pane& p) { return p.rect.contains(point); });
    return found == panes.end() ? nullptr : &*found;
  }
  const Pane* touched() const {
    const auto index = static_cast<std::size_t>(bench.touch.view);
    return index < panes.size() ? &panes[index] : nullptr;
  }
  std::optional<Vec2> pick(const Pane& pane, ImVec2 point) const {
    if (pane.curve) return Vec2{pane.lens.ray(pane.pixel(point)).origin.x, 0};
    return scene::pick(pane.lens, f, relief, pane.pixel(point));
  }
  // On the plane at this displayed height: what is dragged over a terrain that it changes itself
  // must not chase the terrain.
  std::optional<Vec2> at_height(const Pane& pane, ImVec2 point, double height) const {
    const render::Ray ray = pane.lens.ray(pane.pixel(point));
    if (pane.lens.flat) return Vec2{ray.origin.x, ray.origin.y};
    const double t = (height - ray.origin.z) / ray.direction.z;
    const Vec2 x{ray.origin.x + t * ray.direction.x, ray.origin.y + t * ray.direction.y};
    return t > 0 && is_finite(x) ? std::optional(x) : std::nullopt;
  }

  // The racer whose start marker is nearest to the point and within reach; the selected one first.
  std::optional<std::size_t> start_at(const Pane& pane, ImVec2 point, ImVec2& marker) const {
    const auto& racers = bench.session.experiment.racers;
    std::optional<std::size_t> found;
    float nearest = px(ui, reach);
    for (std::size_t k = 0; k < racers.size(); ++k) {
      const std::size_t i = (bench.selected + k) % racers.size();
      ImVec2 at;
      if (!racers[i].visible || !pane.shows(i) ||
          !on_screen(pane, f, relief, racers[i].start, at) || distance(at, point) >= nearest)
        continue;
      nearest = distance(at, point);
      found = i;
      marker = at;
    }
    return found;
  }

  void set_camera(const render::Camera& camera) const {
    scene::set_camera(bench.session.view, camera);
  }
  render::Camera camera(const Pane& pane) const {
    return scene::camera_of(bench.session.view, pane.kind);
  }
};

// The flag whose pennant is under the point.
std::optional<std::size_t> flag_at(const Terrain& t, const Pane& pane, ImVec2 point, ImVec2& foot) {
  const auto& flags = t.bench.classroom.guessing.flags;
  for (std::size_t i = 0; i < flags.size() && takes_flags(t.bench); ++i) {
    const bool seen =
        pane.shows(flags[i].racer) && on_screen(pane, t.f, t.relief, flags[i].at, foot);
    if (seen && distance(pennant_of(t.ui, foot), point) < px(t.ui, flag_reach)) return i;
  }
  return std::nullopt;
}

// Takes hold of a flag, a start or a well, in this order; nothing else is there to be dragged.
void take(const Terrain& t, const Pane& pane, ImVec2 point) {
  Touch& touch = t.bench.touch;
  ImVec2 marker;
  if (const auto flag = flag_at(t, pane, point, marker)) {
    touch.gesture = Gesture::flag;
    touch.item = *flag;
  } else if (const auto racer = t.start_at(pane, point, marker)) {
    touch.gesture = Gesture::start;
    touch.racer = t.bench.selected = *racer;
  } else if (const auto well = well_handle_at(t.ui, t.bench, pane, t.f, t.relief, point)) {
    touch.gesture = well->depth ? Gesture::depth : Gesture::well;
    touch.item = well->well;
    touch.height = scene::height_at(t.f, t.relief, well_center(t.bench, well->well));
    touch.before = well_depth(t.bench, well->well);
    marker = well->at;
  } else {
    return;
  }
  touch.offset = {marker.x - point.x, marker.y - point.y};
}

void begin(const Terrain& t, const Pane& pane, int button, ImVec2 point) {
  Touch& touch = t.bench.touch;
  const bool pans =
      button == 2 || (button == 0 && ImGui::GetIO().KeyShift) || (button == 1 && pane.lens.flat);
  touch = {.gesture = pans          ? Gesture::pan
                      : button == 1 ? Gesture::orbit
                                    : Gesture::press,
           .view = pane.index,
           .button = button,
           .origin = point,
           .last = point};
  if (pane.racer) t.bench.selected = *pane.racer;
  const bool on_handle = well_handle_at(t.ui, t.bench, pane, t.f, t.relief, point).has_value();
  const bool takes = touch.gesture == Gesture::press || (button == 0 && on_handle);
  if (takes && !asks_for_place(t.bench)) take(t, pane, point);
  // Shift turns a well's drag into one of its depth.
  if (touch.gesture == Gesture::well && ImGui::GetIO().KeyShift) touch.gesture = Gesture::depth;
}

void drag_start(const Terrain& t, const Pane& pane, ImVec2 point) {
  const Touch& touch = t.bench.touch;
  const ImVec2 target{point.x + touch.offset.x, point.y + touch.offset.y};
  const ImVec2 inside{std::clamp(target.x, pane.rect.min.x, pane.rect.max.x - 1),
                      std::clamp(target.y, pane.rect.min.y, pane.rect.max.y - 1)};
  if (const auto x = t.pick(pane, inside)) place_start(t.bench.session.experiment, touch.racer, *x);
  t.bench.hints.dragged = true;
}

void drag_flag(const Terrain& t, const Pane& pane, ImVec2 point) {
  const Touch& touch = t.bench.touch;
  auto& flags = t.bench.classroom.guessing.flags;
  const auto x = t.pick(pane, {point.x + touch.offset.x, point.y + touch.offset.y});
  if (x && touch.item < flags.size()) flags[touch.item].at = *x;
}

void drag_well(const Terrain& t, const Pane& pane, ImVec2 point) {
  const Touch& touch = t.bench.touch;
  if (touch.item >= wells(t.bench)) return;
  if (touch.gesture == Gesture::depth)  // pulled down, it grows deeper
    return deepen_well(t.bench, touch.item,
                       touch.before + depth_a_pixel * (point.y - touch.origin.y) / t.ui.scale);
  const ImVec2 target{point.x + touch.offset.x, point.y + touch.offset.y};
  if (const auto x = t.at_height(pane, target, touch.height)) move_well(t.bench, touch.item, *x);
}

// With the profile's tool a drag cuts a line.
bool begins_profile(const Terrain& t) {
  if (!t.bench.profile.on || !knows_map(t.bench)) return false;
  t.bench.touch.gesture = Gesture::profile;
  return true;
}

void draw_profile_line(const Terrain& t, const Pane& pane, ImVec2 point) {
  const auto from = t.pick(pane, t.bench.touch.origin), to = t.pick(pane, point);
  if (!from || !to) return;
  const Vec2 a = snapped_end(t.ui, t.bench, pane, *from), b = snapped_end(t.ui, t.bench, pane, *to);
  if (a == b) return;
  t.bench.profile.line = std::pair(a, b);
  t.bench.atlas.barrier.reset();
}

void move(const Terrain& t, const Pane& pane, ImVec2 point) {
  Touch& touch = t.bench.touch;
  if (point.x == touch.last.x && point.y == touch.last.y) return;
  const bool beyond = distance(point, touch.origin) > px(t.ui, still);
  if (touch.gesture == Gesture::press && beyond && !begins_profile(t))
    touch.gesture = pane.lens.flat ? Gesture::pan : Gesture::orbit;
  const glm::dvec2 by{point.x - touch.last.x, point.y - touch.last.y};
  if (touch.gesture == Gesture::start) drag_start(t, pane, point);
  if (touch.gesture == Gesture::flag) drag_flag(t, pane, point);
  if (touch.gesture == Gesture::well || touch.gesture == Gesture::depth) drag_well(t, pane, point);
  if (touch.gesture == Gesture::profile) draw_profile_line(t, pane, point);
  if (touch.gesture == Gesture::orbit) t.set_camera(render::orbited(t.camera(pane), by));
  if (touch.gesture == Gesture::pan)
    t.set_camera(render::panned(t.camera(pane), pane.lens.domain, pane.lens.size, by));
  if (touch.gesture != Gesture::press) touch.last = point;
}

// A click places the start of the selected racer, or of all; while guessing, a flag.
void release(const Terrain& t, const Pane& pane) {
  Workbench& bench = t.bench;
  const bool click =
      bench.touch.gesture == Gesture::press && !bench.session.experiment.racers.empty();
  const auto x = click ? t.pick(pane, bench.touch.origin) : std::nullopt;
  bench.touch = {};
  if (!x) return;
  if (asks_for_place(bench)) return answer_place(bench, *x);
  if (is_guessing(bench)) {
    if (takes_flags(bench)) place_flag(bench, *x);
    return;
  }
  place_start(bench.session.experiment, bench.selected, *x);
  bench.hints.dragged = true;
}

void cancel(Workbench& bench) {
  if (is_dragging_start(bench)) bench.session.experiment = bench.settled;
  bench.touch = {};
}

void zoom(const Terrain& t, const Pane& pane, ImVec2 point, double wheel) {
  if (wheel == 0) return;
  t.bench.glide.reset();
  // Over a well the wheel changes its depth.
  if (const auto well = well_handle_at(t.ui, t.bench, pane, t.f, t.relief, point))
    return deepen_well(t.bench, well->well, well_depth(t.bench, well->well) - 0.25 * wheel);
  const double factor = std::exp(zoom_rate * std::clamp(wheel, -most_wheel, most_wheel));
  std::optional<glm::dvec3> anchor;
  if (const auto x = t.pick(pane, point))
    anchor = glm::dvec3(x->x, x->y, scene::height_at(t.f, t.relief, *x));
  t.set_camera(render::zoomed(t.camera(pane), pane.lens.domain, pane.lens.size, pane.pixel(point),
                              factor, anchor));
}

void go_on(const Terrain& t, ImVec2 point) {
  const Pane* pane = t.touched();
  if (pane == nullptr || key_pressed(ImGuiKey_Escape)) return cancel(t.bench);
  move(t, *pane, point);
  if (!ImGui::IsMouseDown(t.bench.touch.button)) release(t, *pane);
}

}  // namespace

void touch_terrain(Ui& ui, Workbench& bench, const std::vector<Pane>& panes) {
  const ImGuiIO& io = ImGui::GetIO();
  const Terrain terrain(ui, bench, panes);
  const ImVec2 point = io.MousePos;
  bench.hover.reset();
  bench.traced.reset();
  if (bench.touch.gesture != Gesture::none) go_on(terrain, point);
  const Pane* pane = io.WantCaptureMouse ? nullptr : terrain.under(point);
  if (pane == nullptr) return;
  bench.hover = terrain.pick(*pane, point);
  if (bench.touch.gesture != Gesture::none) return;
  bench.traced = traced_iterate(ui, bench, *pane, point);
  for (const int button : {0, 1, 2})
    if (ImGui::IsMouseClicked(button)) {
      begin(terrain, *pane, button, point);
      break;
    }
  zoom(terrain, *pane, point, io.MouseWheel);
}

}  // namespace fogline::gui
