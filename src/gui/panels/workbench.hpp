// SPDX-License-Identifier: MIT
// What a window works on: the session, its race, its history, and the little that is not saved.
// Panels edit the session and nothing else; everything that touches files or the machine is wished
// for here and done by the application.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fogline/engine/history.hpp"
#include "fogline/engine/race.hpp"
#include "fogline/engine/standing.hpp"
#include "gui/file_choice.hpp"
#include "gui/notice.hpp"
#include "gui/panels/atlas.hpp"
#include "gui/panels/basins.hpp"
#include "gui/panels/classroom.hpp"
#include "gui/panels/curve_view.hpp"
#include "gui/panels/diagnosis.hpp"
#include "gui/panels/fair.hpp"
#include "gui/panels/inspection.hpp"
#include "gui/panels/laboratory.hpp"
#include "gui/panels/open_lesson.hpp"
#include "gui/panels/regions.hpp"
#include "scene/picture.hpp"

namespace fogline::gui {

// Something only the application can do. `path` where it concerns a file.
struct Wish {
  enum class Kind {
    open,
    save,
    picture,
    curve_table,    // the curves as CSV, to a file
    curve_picture,  // as PNG
    new_session,
    copy,
    copy_text,  // `text` to the clipboard
    paste,
    quit,
    full_screen,
    bigger,
    smaller,
    theme
  };
  Kind kind;
  std::filesystem::path path{};
  std::string text{};
};

// Work that no file holds: the session, and the file it belongs to, if any.
struct KeptWork {
  Session session;
  std::filesystem::path file;
};

// A question that must be answered before unsaved work is lost.
struct Question {
  Wish then;  // what happens when the work may go
};

// `start`, `well` and `depth` edit the experiment while they last; `flag` moves a guess, `profile`
// cuts a line.
enum class Gesture { none, press, start, orbit, pan, well, depth, flag, profile };

// What the pointer is doing on the terrain.
struct Touch {
  Gesture gesture = Gesture::none;
  int view = 0;  // 0, or 1 for the right half of a split
  int button = 0;
  ImVec2 origin{}, last{}, offset{};  // `offset`: from the pointer to the marker that was taken
  std::size_t racer = 0;
  std::size_t item = 0;  // the well or the flag that was taken
  double height = 0;     // displayed height at which a well was taken
  double before = 0;     // the depth it had
};

// The schedules' factors over the walks, made when the race changes; empty without a schedule.
struct Rates {
  std::vector<std::vector<double>> step, factor;
};

struct Ghost {
  std::size_t racer = 0;
  std::uint32_t step = 0;
};

inline constexpr std::size_t most_recent = 8;  // files

// Hints are gone for good once followed.
struct Hints {
  bool dragged = false, played = false, asked = false, lifted = false, lesson = false;
  friend bool operator==(const Hints&, const Hints&) = default;
};

// How fast the playhead moves: the whole run in `seconds`, or single steps.
struct Pace {
  double seconds = 8;
  bool single_steps = false;  // four a second
};

// A camera on its way: from one view to another in 0.35 s, slowing down.
struct Glide {
  View from, to;
  double began = -1;  // seconds; before 0: begins with the next frame
};

struct Hypermap;

struct Workbench {
  Session session = first_session();
  History history;
  Experiment settled = session.experiment;  // as of the last gesture's end
  Experiment saved = session.experiment;    // as in the file
  std::filesystem::path file;               // empty: not named yet
  std::vector<std::filesystem::path> recent;

  Atlas atlas;
  Profile profile;
  BasinView basins;

  Race race;
  std::optional<Experiment> raced;  // what `race` follows
  bool race_known = false;          // nothing of it remains to be computed
  Rates rates;
  CurveView curve;
  Inspection inspection;
  scene::Picture picture;

  std::size_t selected = 0;
  bool playing = false;
  Pace pace;
  Touch touch;
  std::optional<Glide> glide;                // ended by any gesture
  double full_paths_until = -1;              // seconds; a finished drag's paths fade until then
  std::optional<Vec2> hover;                 // under the pointer, domain coordinates
  std::optional<Ghost> ghost;                // the point read off the curve
  std::optional<Ghost> traced;               // the iterate next to the pointer on the terrain
  std::array<bool, most_racers> unfolded{};  // rows that show all hyperparameters
  Folds folds;
  Hints hints;
  bool show_keys = false;
  Classroom classroom;
  Fair fair;
  Lessons lessons;  // that there are; may be null
  std::optional<OpenLesson> lesson;
  Diagnosis diagnosis;

  // At most one of these is open, in the terrain's place.
  std::optional<Laboratory> laboratory;
  std::shared_ptr<Hypermap> hypermap;  // null while closed

  Notices notices;
  std::vector<Wish> wishes;
  std::optional<Question> question;
  std::optional<Wish>
      after_save;  // what a question was asked for, while a file is chosen to save to
  std::optional<KeptWork> crashed;  // work of a process that died, offered until answered
  FileDialog files;
  Wish::Kind files_for = Wish::Kind::open;  // what the chosen file is for
};

// Whether something else is shown in the terrain's place.
inline bool is_terrain_hidden(const Workbench& bench) { return bench.laboratory || bench.hypermap; }

// Once a frame: records a finished gesture for undo, brings the race up to date within a frame's
// share of time, and moves the playhead. `now` and `elapsed` in seconds; `busy` while a gesture or
// a text is unfinished.
void update(Workbench& bench, double now, double elapsed, bool busy);

// Replaces everything by a session just read or made; `file` may be empty.
void take_over(Workbench& bench, Session session, const std::filesystem::path& file);
void mark_saved(Workbench& bench, const std::filesystem::path& file);
bool is_dirty(const Workbench& bench);

// The ghost, or the iterate next to the pointer, if it still stands on a walk that is known; null
// otherwise.
const Ghost* shown_ghost(const Workbench& bench);
const Ghost* shown_trace(const Workbench& bench);

void undo(Workbench& bench);
void redo(Workbench& bench);

// The opacity of paths beyond the playhead: while a drag runs and shortly after.
float future_opacity(const Workbench& bench, double now);
// True while the terrain's paths follow something being dragged: a start, a well.
bool is_dragging_start(const Workbench& bench);

void play(Workbench& bench, bool on);
void step_by(Workbench& bench, double steps);
double end_of_race(const Workbench& bench);

// Edits named by panels and keys alike.
void add_racer(Workbench& bench, const Optimizer& optimizer);
void duplicate_racer(Workbench& bench, std::size_t index);
// Selects the racer that was put into the list there; what stands below goes on meaning the same.
void select_inserted(Workbench& bench, std::size_t index);
void remove_racer(Workbench& bench, std::size_t index);
void change_landscape(Workbench& bench, const Landscape& landscape);
void random_start(Workbench& bench);
void new_seed(Workbench& bench);
bool is_random(const Experiment& experiment);
// Learning rates that suit the slope at the start: each racer's is set to 0.1 / lambda, lambda
// being the largest absolute curvature met on a lattice of the domain (its median, plains left
// out). Adaptive methods get 1 % of the domain's width.
void suit_rates(Workbench& bench);

}  // namespace fogline::gui
