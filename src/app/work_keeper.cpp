// SPDX-License-Identifier: MIT
// When to write work to the state folder, and when to forget it.
#include "app/work_keeper.hpp"

#include <limits>
#include <utility>

#include "app/files.hpp"
#include "gui/panels/lesson.hpp"

namespace fogline::app {
namespace {

// Seconds after the last, and the first, change that is not written.
constexpr double quiet = 2, latest = 4.5;

}  // namespace

void WorkKeeper::begin(gui::Workbench& bench, std::optional<Session> given,
                       const std::filesystem::path& file) {
  given_ = given.has_value();
  if (given) {
    show_session(bench, std::move(*given), file);
  } else if (auto work = state_.take_unnamed()) {
    gui::take_over(bench, work->session, {});
    bench.saved = first_session().experiment;  // kept, but in no file
  }
  bench.crashed = state_.find_crashed();
  seen_ = bench.session.experiment;
}

void WorkKeeper::keep(gui::Workbench& bench, double now) {
  const Experiment& experiment = gui::own_session(bench).experiment;
  if (!(experiment == seen_)) {
    changed_ = true;
    seen_ = experiment;
    last_change_ = now;
    if (first_change_ < 0) first_change_ = now;
  }
  const bool due =
      first_change_ >= 0 && (now - last_change_ >= quiet || now - first_change_ >= latest);
  if (due) {
    first_change_ = -1;
    kept_ = true;
    state_.autosave({gui::own_session(bench), gui::own_file(bench)});
  }
  if (kept_ && !gui::is_dirty(bench)) {  // saved by now, or undone
    kept_ = false;
    state_.forget_autosave();
  }
  // Work taken up again is forgotten only when it is kept anew.
  if (!bench.crashed && first_change_ < 0) state_.forget_crashed();
}

void WorkKeeper::finish(const gui::Workbench& bench, bool hurried) {
  if (!bench.crashed) state_.forget_crashed();
  const bool unnamed = bench.file.empty(), dirty = gui::is_dirty(bench);
  // Work of another window that ended since must not give way to what was only looked at here.
  if (unnamed && (changed_ || (given_ && dirty)))
    state_.keep_unnamed({bench.session, {}});
  else if (!given_ && changed_)
    state_.forget_unnamed();  // what was taken up has a file by now, or was let go
  if (hurried && dirty && !unnamed)
    state_.autosave({bench.session, bench.file});
  else
    state_.forget_autosave();
}

double WorkKeeper::patience() const {
  return first_change_ < 0 ? std::numeric_limits<double>::infinity() : quiet;
}

}  // namespace fogline::app
