// SPDX-License-Identifier: MIT
// Reading, checking and writing what the user asked for.
#include "app/files.hpp"

#include <algorithm>

#include "app/atomic_file.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/curve.hpp"
#include "fogline/engine/session_file.hpp"
#include "gui/panels/knowledge.hpp"

namespace fogline::app {
namespace {

namespace fs = std::filesystem;
using Kind = gui::Wish::Kind;

void remember(gui::Workbench& bench, const fs::path& file) {
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error);
  std::erase(bench.recent, absolute);
  bench.recent.insert(bench.recent.begin(), absolute);
  if (bench.recent.size() > gui::most_recent) bench.recent.resize(gui::most_recent);
}

void say(gui::Workbench& bench, const std::string& sentence) {
  gui::notify(bench.notices, gui::NoticeKind::done, sentence);
}

void save_session(gui::Workbench& bench, const fs::path& file) {
  save_file(file, session_text(bench.session));
  gui::mark_saved(bench, file);
  remember(bench, file);
  say(bench, "Saved " + excerpt(file.filename().string()) + ".");
}

void save_picture(gui::Workbench& bench, const fs::path& file,
                  const std::vector<unsigned char>& png) {
  save_file(file, {reinterpret_cast<const char*>(png.data()), png.size()});
  say(bench, "Saved the picture " + excerpt(file.filename().string()) + ".");
}

// In fog up to the playhead, and without what the map knows.
void save_curves(gui::Workbench& bench, const fs::path& file) {
  const bool map = gui::knows_map(bench);
  const double end = map ? gui::end_of_race(bench) : bench.session.view.playhead;
  save_file(file, curve_table(bench.session.experiment, bench.race, end, map));
  say(bench, "Saved the curves as " + excerpt(file.filename().string()) + ".");
}

void paste(gui::Workbench& bench, const Machine& machine) {
  gui::take_over(bench, parse_session(machine.clipboard(), "the clipboard"), {});
  bench.saved = {};  // in no file yet
}

void grant(gui::Workbench& bench, const gui::Wish& wish, const Machine& machine) {
  switch (wish.kind) {
    case Kind::open:
      open_session(bench, wish.path);
      break;
    case Kind::save:
      save_session(bench, wish.path);
      break;
    case Kind::picture:
      save_picture(bench, wish.path, machine.picture());
      break;
    case Kind::curve_picture:
      save_picture(bench, wish.path, machine.curve_picture());
      break;
    case Kind::curve_table:
      save_curves(bench, wish.path);
      break;
    case Kind::new_session:
      gui::take_over(bench, first_session(), {});
      break;
    case Kind::copy:
      machine.set_clipboard(session_text(bench.session));
      say(bench, "Copied the session as text.");
      break;
    case Kind::copy_text:
      machine.set_clipboard(wish.text);
      say(bench, "Copied as text.");
      break;
    case Kind::paste:
      paste(bench, machine);
      break;
    case Kind::quit:
      machine.quit();
      break;
    case Kind::full_screen:
      machine.toggle_full_screen();
      break;
    case Kind::theme:
      machine.toggle_theme();
      break;
    case Kind::bigger:
      machine.change_scale(0.25f);
      break;
    case Kind::smaller:
      machine.change_scale(-0.25f);
      break;
  }
}

}  // namespace

Session read_session(const fs::path& file) {
  return parse_session(read_file(file, largest_session_file), file.string());
}

void show_session(gui::Workbench& bench, Session session, const fs::path& file) {
  if (file == "-") {
    gui::take_over(bench, std::move(session), {});
    bench.saved = {};  // in no file yet
    return;
  }
  gui::take_over(bench, std::move(session), file);
  remember(bench, file);
}

void open_session(gui::Workbench& bench, const fs::path& file) {
  show_session(bench, read_session(file), file);
}

void grant_wishes(gui::Workbench& bench, const Machine& machine) {
  std::vector<gui::Wish> wishes;
  wishes.swap(bench.wishes);
  try {
    for (const gui::Wish& wish : wishes) grant(bench, wish, machine);
  } catch (const std::exception& error) {
    gui::notify(bench.notices, gui::NoticeKind::error, error.what());
  }
}

}  // namespace fogline::app
