// SPDX-License-Identifier: MIT
// Actions, by the group of the key table they belong to.
#include "gui/panels/actions.hpp"

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
}

void seed_anew(Workbench& bench) {
  if (is_random(bench.session.experiment)) return new_seed(bench);
  notify(bench.notices, NoticeKind::done,
         "Nothing here is random: every seed gives the same race.");
}

// Asks for a file beside the session's own, or in the folder the program was started in.
void ask_for_file(Workbench& bench, Wish::Kind purpose) {
  std::error_code ignored;
  const auto folder = bench.file.has_parent_path() ? bench.file.parent_path()
                                                   : std::filesystem::current_path(ignored);
  const bool picture = purpose == Wish::Kind::picture, open = purpose == Wish::Kind::open;
  bench.files.extension = picture ? ".png" : ".json";
  bench.files.recent = open ? bench.recent : std::vector<std::filesystem::path>{};
  bench.files_for = purpose;
  const std::string stem = bench.file.empty() ? "fogline" : bench.file.stem().string();
  open_file_dialog(bench.files, open ? FileMode::open : FileMode::save,
                   open      ? "Open a session"
                   : picture ? "Save a picture"
                             : "Save the session",
                   folder, open ? std::string() : stem + bench.files.extension);
}

void save(Workbench& bench) {
  if (bench.file.empty())
    ask_for_file(bench, Wish::Kind::save);
  else
    bench.wishes.push_back({Wish::Kind::save, bench.file});
}

// Folds a panel, or draws it out where it is a drawer; the panel code ignores what does not apply.
void flip(bool& fold, bool& drawer) {
  fold = !fold;
  drawer = !drawer;
}

bool act_on_race(Workbench& bench, Action action) {
  switch (action) {
    case Action::play_pause:
      play(bench, !bench.playing);
      return true;
    case Action::step:
      step_by(bench, 1);
      return true;
    case Action::step_back:
      step_by(bench, -1);
      return true;
    case Action::home:
      bench.session.view.playhead = 0;
      return true;
    case Action::end:
      bench.session.view.playhead = end_of_race(bench);
      return true;
    case Action::replay:
      bench.session.view.playhead = 0;
      play(bench, true);
      return true;
    case Action::new_seed:
      seed_anew(bench);
      return true;
    case Action::random_start:
      random_start(bench);
      return true;
    case Action::previous_racer:
      select(bench, -1);
      return true;
    case Action::next_racer:
      select(bench, 1);
      return true;
    case Action::add_racer:
      add_racer(bench, Adam{});
      return true;
    case Action::duplicate_racer:
      duplicate_racer(bench, bench.selected);
      return true;
    case Action::remove_racer:
      remove_racer(bench, bench.selected);
      return true;
    case Action::nudge_left:
      nudge_start(bench, -nudge, 0);
      return true;
    case Action::nudge_right:
      nudge_start(bench, nudge, 0);
      return true;
    case Action::nudge_up:
      nudge_start(bench, 0, nudge);
      return true;
    case Action::nudge_down:
      nudge_start(bench, 0, -nudge);
      return true;
    case Action::nudge_left_fine:
      nudge_start(bench, -fine_nudge, 0);
      return true;
    case Action::nudge_right_fine:
      nudge_start(bench, fine_nudge, 0);
      return true;
    case Action::nudge_up_fine:
      nudge_start(bench, 0, fine_nudge);
      return true;
    case Action::nudge_down_fine:
      nudge_start(bench, 0, -fine_nudge);
      return true;
    default:
      return false;
  }
}

bool act_on_view(Workbench& bench, Action action) {
  View& view = bench.session.view;
  switch (action) {
    case Action::view_3d:
      view.layout = Layout::surface;
      return true;
    case Action::view_2d:
      view.layout = Layout::map;
      return true;
    case Action::view_split:
      view.layout = Layout::split;
      return true;
    case Action::reset_view:
      reset_view(bench);
      return true;
    case Action::contours:
      view.contours = !view.contours;
      return true;
    case Action::orbit_left:
      orbit(bench, 1, 0);
      return true;
    case Action::orbit_right:
      orbit(bench, -1, 0);
      return true;
    case Action::orbit_up:
      orbit(bench, 0, 1);
      return true;
    case Action::orbit_down:
      orbit(bench, 0, -1);
      return true;
    case Action::fold_left:
      flip(bench.folds.left, bench.folds.left_drawer);
      return true;
    case Action::fold_right:
      flip(bench.folds.right, bench.folds.right_drawer);
      return true;
    case Action::keys:
      bench.show_keys = !bench.show_keys;
      return true;
    default:
      return false;
  }
}

void act_on_files(Workbench& bench, Action action) {
  switch (action) {
    case Action::new_session:
      wish(bench, {Wish::Kind::new_session});
      break;
    case Action::open:
      ask_for_file(bench, Wish::Kind::open);
      break;
    case Action::save:
      save(bench);
      break;
    case Action::save_as:
      ask_for_file(bench, Wish::Kind::save);
      break;
    case Action::picture:
      ask_for_file(bench, Wish::Kind::picture);
      break;
    case Action::copy_session:
      wish(bench, {Wish::Kind::copy});
      break;
    case Action::paste_session:
      wish(bench, {Wish::Kind::paste});
      break;
    case Action::undo:
      undo(bench);
      break;
    case Action::redo:
      redo(bench);
      break;
    case Action::full_screen:
      wish(bench, {Wish::Kind::full_screen});
      break;
    case Action::bigger:
      wish(bench, {Wish::Kind::bigger});
      break;
    case Action::smaller:
      wish(bench, {Wish::Kind::smaller});
      break;
    case Action::toggle_theme:
      wish(bench, {Wish::Kind::theme});
      break;
    default:
      break;
  }
}

bool would_lose_work(const Workbench& bench, Wish::Kind kind) {
  const bool replaces =
      kind == Wish::Kind::open || kind == Wish::Kind::new_session || kind == Wish::Kind::paste;
  if (kind == Wish::Kind::quit)
    return !bench.file.empty() && is_dirty(bench);  // unnamed work is kept for the next start
  return replaces && is_dirty(bench);
}

}  // namespace

void act(Workbench& bench, Action action) {
  if (!act_on_race(bench, action) && !act_on_view(bench, action)) act_on_files(bench, action);
}

void wish(Workbench& bench, const Wish& wish) {
  if (would_lose_work(bench, wish.kind))
    bench.question = Question{wish};
  else
    bench.wishes.push_back(wish);
}

}  // namespace fogline::gui
