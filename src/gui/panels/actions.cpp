// SPDX-License-Identifier: MIT
// Actions, by the group of the key table they belong to.
#include "gui/panels/actions.hpp"

#include "gui/panels/fog.hpp"
#include "gui/panels/guess.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/profile_card.hpp"
#include "gui/panels/slow_step.hpp"
#include "render/gestures.hpp"
#include "scene/picture.hpp"

namespace fogline::gui {
namespace {

constexpr double orbit_pixels = 24;                 // of a drag that an arrow key stands for
constexpr double nudge = 0.01, fine_nudge = 0.001;  // shares of the domain's width

void orbit(Workbench& bench, double right, double down) {
  const render::Camera camera = scene::camera_of(bench.session.view, render::ViewKind::surface);
  scene::set_camera(bench.session.view,
                    render::orbited(camera, {right * orbit_pixels, down * orbit_pixels}));
}

void nudge_start(Workbench& bench, double x, double y) {
  Experiment& e = bench.session.experiment;
  if (e.racers.empty()) return;
  const Vec2 size = domain(e.landscape).size(), start = e.racers[bench.selected].start;
  place_start(e, bench.selected, {start.x + x * size.x, start.y + y * size.y});
}

void select(Workbench& bench, int direction) {
  const auto count = bench.session.experiment.racers.size();
  if (count > 0)
    bench.selected =
        (bench.selected + count + static_cast<std::size_t>(direction + static_cast<int>(count))) %
        count;
}

void reset_view(Workbench& bench) {
  const View fresh;
  View to = bench.session.view;
  scene::set_camera(to, scene::camera_of(fresh, render::ViewKind::surface));
  scene::set_camera(to, scene::camera_of(fresh, render::ViewKind::map));
  bench.glide = Glide{bench.session.view, to};
  bench.curve.zoom = {};
}

void seed_anew(Workbench& bench) {
  if (is_locked(bench, Control::seed))
    return notify(bench.notices, NoticeKind::done, "This step of the lesson keeps its seed.");
  if (is_random(bench.session.experiment)) return new_seed(bench);
  notify(bench.notices, NoticeKind::done,
         "Nothing here is random: every seed gives the same race.");
}

}  // namespace

// Asks for a file beside the session's own, or in the folder the program was started in.
void ask_for_file(Workbench& bench, Wish::Kind purpose) {
  std::error_code ignored;
  const auto folder = bench.file.has_parent_path() ? bench.file.parent_path()
                                                   : std::filesystem::current_path(ignored);
  const bool picture = purpose == Wish::Kind::picture || purpose == Wish::Kind::curve_picture,
             table = purpose == Wish::Kind::curve_table, open = purpose == Wish::Kind::open;
  bench.files.extension = picture ? ".png" : table ? ".csv" : ".json";
  bench.files.recent = open ? bench.recent : std::vector<std::filesystem::path>{};
  bench.files_for = purpose;
  const std::string stem = bench.file.empty() ? "fogline" : bench.file.stem().string();
  open_file_dialog(bench.files, open ? FileMode::open : FileMode::save,
                   open      ? "Open a session"
                   : picture ? "Save a picture"
                   : table   ? "Save the curves as a table"
                             : "Save the session",
                   folder, open ? std::string() : stem + bench.files.extension);
}

namespace {

void save(Workbench& bench) {
  if (bench.file.empty())
    ask_for_file(bench, Wish::Kind::save);
  else
    bench.wishes.push_back({Wish::Kind::save, bench.file});
}

// Folds a panel, or draws it out where it is a drawer; the panel code ignores what does not apply.
void flip(bool& on) { on = !on; }
void flip(bool& fold, bool& drawer) {
  fold = !fold;
  drawer = !drawer;
}

void replay(Workbench& bench) {
  bench.session.view.playhead = 0;
  play(bench, true);
}

// One overlay at a time; the one that is on goes off.
void flip_overlay(View& view, Overlay overlay) {
  view.overlay = view.overlay == overlay ? Overlay::none : overlay;
}

void flip_critical_points(View& view) { view.critical_points = !view.critical_points; }

// What stands in the terrain's place would hide the change.
void show_layout(Workbench& bench, Layout layout) {
  close_full_view(bench);
  bench.session.view.layout = layout;
}

struct Deed {
  Action action;
  void (*done)(Workbench&);
};

// All but focus_next, which is the frame's own.
constexpr Deed deeds[] = {
    {Action::play_pause, [](Workbench& b) { play(b, !b.playing); }},
    {Action::step, [](Workbench& b) { step_by(b, 1); }},
    {Action::step_back, [](Workbench& b) { step_by(b, -1); }},
    {Action::slow_step, [](Workbench& b) { play_slowly(b); }},
    {Action::home, [](Workbench& b) { b.session.view.playhead = 0; }},
    {Action::end, [](Workbench& b) { b.session.view.playhead = end_of_race(b); }},
    {Action::replay, [](Workbench& b) { replay(b); }},
    {Action::lesson_forward, [](Workbench& b) { lesson_forward(b); }},
    {Action::lesson_back, [](Workbench& b) { lesson_back(b); }},
    {Action::new_seed, [](Workbench& b) { seed_anew(b); }},
    {Action::random_start, [](Workbench& b) { random_start(b); }},
    {Action::previous_racer, [](Workbench& b) { select(b, -1); }},
    {Action::next_racer, [](Workbench& b) { select(b, 1); }},
    {Action::add_racer, [](Workbench& b) { add_racer(b, Adam{}); }},
    {Action::duplicate_racer, [](Workbench& b) { duplicate_racer(b, b.selected); }},
    {Action::remove_racer, [](Workbench& b) { remove_racer(b, b.selected); }},
    {Action::nudge_left, [](Workbench& b) { nudge_start(b, -nudge, 0); }},
    {Action::nudge_right, [](Workbench& b) { nudge_start(b, nudge, 0); }},
    {Action::nudge_up, [](Workbench& b) { nudge_start(b, 0, nudge); }},
    {Action::nudge_down, [](Workbench& b) { nudge_start(b, 0, -nudge); }},
    {Action::nudge_left_fine, [](Workbench& b) { nudge_start(b, -fine_nudge, 0); }},
    {Action::nudge_right_fine, [](Workbench& b) { nudge_start(b, fine_nudge, 0); }},
    {Action::nudge_up_fine, [](Workbench& b) { nudge_start(b, 0, fine_nudge); }},
    {Action::nudge_down_fine, [](Workbench& b) { nudge_start(b, 0, -fine_nudge); }},
    {Action::view_3d, [](Workbench& b) { show_layout(b, Layout::surface); }},
    {Action::view_2d, [](Workbench& b) { show_layout(b, Layout::map); }},
    {Action::view_split, [](Workbench& b) { show_layout(b, Layout::split); }},
    {Action::view_panes, [](Workbench& b) { show_layout(b, Layout::panes); }},
    {Action::reset_view, [](Workbench& b) { reset_view(b); }},
    {Action::fog, [](Workbench& b) { set_fog(b, !b.session.view.fog); }},
    {Action::contours, [](Workbench& b) { b.session.view.contours = !b.session.view.contours; }},
    {Action::inspector, [](Workbench& b) { b.inspection.open = !b.inspection.open; }},
    {Action::critical_points, [](Workbench& b) { flip_critical_points(b.session.view); }},
    {Action::gradient_field, [](Workbench& b) { flip_overlay(b.session.view, Overlay::gradient); }},
    {Action::streamlines, [](Workbench& b) { flip_overlay(b.session.view, Overlay::streamlines); }},
    {Action::basins, [](Workbench& b) { flip_overlay(b.session.view, Overlay::basins); }},
    {Action::height_profile, [](Workbench& b) { set_profile(b, !b.profile.on); }},
    {Action::orbit_left, [](Workbench& b) { orbit(b, 1, 0); }},
    {Action::orbit_right, [](Workbench& b) { orbit(b, -1, 0); }},
    {Action::orbit_up, [](Workbench& b) { orbit(b, 0, 1); }},
    {Action::orbit_down, [](Workbench& b) { orbit(b, 0, -1); }},
    {Action::fold_left, [](Workbench& b) { flip(b.folds.left, b.folds.left_drawer); }},
    {Action::fold_right, [](Workbench& b) { flip(b.folds.right, b.folds.right_drawer); }},
    {Action::keys, [](Workbench& b) { b.show_keys = !b.show_keys; }},
    {Action::presenter, [](Workbench& b) { flip(b.classroom.presenting); }},
    {Action::spotlight, [](Workbench& b) { b.classroom.spotlight = true; }},
    {Action::blank_screen, [](Workbench& b) { flip(b.classroom.blank); }},
    {Action::guess, [](Workbench& b) { toggle_guessing(b); }},
    {Action::calm_motion, [](Workbench& b) { flip(b.classroom.calm); }},
    {Action::glossary, [](Workbench& b) { flip(b.classroom.show_glossary); }},
    {Action::new_session, [](Workbench& b) { wish(b, {Wish::Kind::new_session}); }},
    {Action::open, [](Workbench& b) { ask_for_file(b, Wish::Kind::open); }},
    {Action::save, [](Workbench& b) { save(b); }},
    {Action::save_as, [](Workbench& b) { ask_for_file(b, Wish::Kind::save); }},
    {Action::picture, [](Workbench& b) { ask_for_file(b, Wish::Kind::picture); }},
    {Action::copy_session, [](Workbench& b) { wish(b, {Wish::Kind::copy}); }},
    {Action::paste_session, [](Workbench& b) { wish(b, {Wish::Kind::paste}); }},
    {Action::undo, [](Workbench& b) { undo(b); }},
    {Action::redo, [](Workbench& b) { redo(b); }},
    {Action::full_screen, [](Workbench& b) { wish(b, {Wish::Kind::full_screen}); }},
    {Action::bigger, [](Workbench& b) { wish(b, {Wish::Kind::bigger}); }},
    {Action::smaller, [](Workbench& b) { wish(b, {Wish::Kind::smaller}); }},
    {Action::toggle_theme, [](Workbench& b) { wish(b, {Wish::Kind::theme}); }},
};

bool would_lose_work(const Workbench& bench, Wish::Kind kind) {
  const bool replaces =
      kind == Wish::Kind::open || kind == Wish::Kind::new_session || kind == Wish::Kind::paste;
  if (kind == Wish::Kind::quit)
    return !bench.file.empty() && is_dirty(bench);  // unnamed work is kept for the next start
  return replaces && is_dirty(bench);
}

}  // namespace

void act(Workbench& bench, Action action) {
  if (action != Action::slow_step) bench.inspection.slow.reset();
  for (const Deed& deed : deeds)
    if (deed.action == action) deed.done(bench);
}

// What replaces the session, or ends the program, ends a lesson first: then own work is asked
// about.
bool ends_lesson(Wish::Kind kind) {
  using enum Wish::Kind;
  return kind == open || kind == new_session || kind == paste || kind == quit;
}

void wish(Workbench& bench, const Wish& wish) {
  if (ends_lesson(wish.kind)) leave_lesson(bench);
  if (would_lose_work(bench, wish.kind))
    bench.question = Question{wish};
  else
    bench.wishes.push_back(wish);
}

}  // namespace fogline::gui
