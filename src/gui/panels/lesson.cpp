// SPDX-License-Identifier: MIT
// Steps, answers and locks of the open lesson.
#include "gui/panels/lesson.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "gui/panels/fog.hpp"

namespace fogline::gui {
namespace {

SetAside set_aside(const Workbench& bench) {
  return {bench.session, bench.history, bench.settled, bench.saved, bench.file, bench.selected};
}

// A camera that looks at the same landscape stays; so does the playhead over the same race.
Session shown_next(const Workbench& bench, const LessonStep& step) {
  Session next = step.session;
  const View now = bench.session.view;
  if (next.experiment == bench.session.experiment) next.view.playhead = now.playhead;
  if (!(next.experiment.landscape == bench.session.experiment.landscape)) return next;
  for (const auto kind : {render::ViewKind::surface, render::ViewKind::map})
    scene::set_camera(next.view, scene::camera_of(now, kind));
  return next;
}

// The last card hides and locks what the last step did.
const LessonStep& ruling_step(const OpenLesson& open) {
  return open.lesson.steps[std::min(open.step, open.lesson.steps.size() - 1)];
}

// Where the racer's walk ends.
Vec2 end_of(const Workbench& bench, const std::string& name) {
  const Experiment& e = bench.session.experiment;
  for (std::size_t i = 0; i < std::min(e.racers.size(), bench.race.size()); ++i)
    if (e.racers[i].name == name)
      return bench.race[i].answer(bench.race.step_at(i, e.budget.amount)).x;
  return {};
}

const Task* task(const Workbench& bench) {
  const LessonStep* step = lesson_step(bench);
  return step != nullptr && step->ask ? &*step->ask : nullptr;
}

// The student may have taken away or renamed whom the claim is about.
template <class Find>
Finding tried(const Find& find) {
  try {
    return find();
  } catch (const std::invalid_argument&) {
    return {false, "nobody of that name races"};
  }
}

Finding tried(const Claim& claim, const Experiment& e, const Race& race) {
  return tried([&] { return evaluate(claim, e, race); });
}

constexpr auto frame_share = std::chrono::milliseconds(4);

// Judges those claims that are known at once. What the laboratory has said stays: it does not
// depend on the race.
void judge_anew(OpenLesson& open, const std::vector<Expectation>& expect, const Experiment& e,
                const Race& race) {
  open.judged = e;
  open.judgements.resize(expect.size());
  for (std::size_t i = 0; i < expect.size(); ++i) {
    const Claim& claim = expect[i].claim;
    if (!takes_long(claim))
      open.judgements[i] = {tried(claim, e, race), true, std::nullopt};
    else if (!is_about_laboratory(claim))
      open.judgements[i] = {};
  }
}

// Of the first claim that is not known yet; their number where all are.
std::size_t next_claim(const OpenLesson& open) {
  const auto unknown = [](const Judged& j) { return !j.known; };
  return static_cast<std::size_t>(
      std::find_if(open.judgements.begin(), open.judgements.end(), unknown) -
      open.judgements.begin());
}

void inquire(Judged& judged, const Claim& claim, const Experiment& e) {
  judged.finding = tried([&] {
    judged.known = true;  // also where it cannot be measured
    if (!judged.inquiry) judged.inquiry.emplace(claim, e);
    judged.known = judged.inquiry->advance(Clock::now() + frame_share);
    return judged.inquiry->finding();
  });
}

// A step shows the terrain or a page of the laboratory.
void show_laboratory(Workbench& bench, const LessonStep& step) {
  bench.hypermap.reset();
  if (!step.laboratory) return bench.laboratory.reset();
  if (!bench.laboratory) bench.laboratory.emplace();
  show_page(*bench.laboratory, *step.laboratory);
}

Answer& answer(Workbench& bench) { return bench.lesson->answers[bench.lesson->step]; }

}  // namespace

void begin_lesson(Workbench& bench, std::size_t index) {
  if (!bench.lessons || index >= bench.lessons->size()) return;
  OpenLesson open{.lesson = (*bench.lessons)[index]};
  open.own = bench.lesson ? std::move(bench.lesson->own) : set_aside(bench);
  open.entered = bench.lesson ? bench.lesson->entered : 0;
  open.answers.resize(open.lesson.steps.size());
  bench.lesson = std::move(open);
  bench.hints.lesson = true;
  bench.folds.left = bench.folds.left_drawer = true;
  show_lesson_step(bench, 0);
}

void show_lesson_step(Workbench& bench, std::size_t step) {
  OpenLesson& open = *bench.lesson;
  open.step = std::min(step, open.lesson.steps.size());
  ++open.entered;
  open.judged.reset();
  open.judgements.clear();
  if (const LessonStep* shown = lesson_step(bench)) {
    std::optional<OpenLesson> kept = std::exchange(bench.lesson, std::nullopt);
    Session next = shown_next(bench, *shown);
    const bool lifts = bench.session.view.fog && !next.view.fog;
    next.view.fog = next.view.fog || lifts;
    take_over(bench, std::move(next), {});
    if (lifts) set_fog(bench, false);
    show_laboratory(bench, *shown);
    bench.lesson = std::move(kept);
  }
}

void leave_lesson(Workbench& bench) {
  if (!bench.lesson) return;
  SetAside own = std::move(bench.lesson->own);
  bench.lesson.reset();
  bench.laboratory.reset();
  take_over(bench, std::move(own.session), own.file);
  bench.history = std::move(own.history);
  bench.settled = std::move(own.settled);
  bench.saved = std::move(own.saved);
  bench.selected = own.selected;
}

void lesson_forward(Workbench& bench) {
  if (!bench.lesson) return;
  const OpenLesson& open = *bench.lesson;
  if (open.step < open.lesson.steps.size()) return show_lesson_step(bench, open.step + 1);
  const auto& all = *bench.lessons;
  const auto next = std::find_if(all.begin(), all.end(),
                                 [&](const Lesson& l) { return l.number > open.lesson.number; });
  if (next != all.end()) begin_lesson(bench, static_cast<std::size_t>(next - all.begin()));
}

void lesson_back(Workbench& bench) {
  if (bench.lesson && bench.lesson->step > 0) show_lesson_step(bench, bench.lesson->step - 1);
}

const LessonStep* lesson_step(const Workbench& bench) {
  if (!bench.lesson || bench.lesson->step >= bench.lesson->lesson.steps.size()) return nullptr;
  return &bench.lesson->lesson.steps[bench.lesson->step];
}

std::string_view lesson_text(const Workbench& bench) {
  if (const LessonStep* step = lesson_step(bench)) return step->text;
  return bench.lesson ? std::string_view(bench.lesson->lesson.beyond) : std::string_view();
}

bool is_hidden(const Workbench& bench, Control control) {
  return bench.lesson && ruling_step(*bench.lesson).hidden.has(control);
}

bool is_locked(const Workbench& bench, Control control) {
  return bench.lesson && ruling_step(*bench.lesson).locked.has(control);
}

std::optional<Held> hold_lesson(const Workbench& bench) {
  if (!bench.lesson) return std::nullopt;
  return Held{bench.session, bench.lesson->entered};
}

void keep_locked(Workbench& bench, const std::optional<Held>& held) {
  if (!held || !bench.lesson || bench.lesson->entered != held->entered) return;
  const Session wanted = bench.session;
  fogline::keep_locked(bench.session, held->session, ruling_step(*bench.lesson).locked);
  if (bench.session == wanted) return;
  bench.selected = std::min(bench.selected,
                            std::max<std::size_t>(bench.session.experiment.racers.size(), 1) - 1);
  notify(bench.notices, NoticeKind::done, "This step of the lesson keeps that as it is.");
}

bool asks_for_place(const Workbench& bench) {
  const Task* asked = task(bench);
  return asked != nullptr && asked->kind == Task::Kind::place && bench.race_known &&
         !bench.lesson->answers[bench.lesson->step].right;
}

void answer_place(Workbench& bench, Vec2 place) {
  const Task* asked = task(bench);
  Answer& given = answer(bench);
  given.place = place;
  given.right = norm(place - end_of(bench, asked->racer)) <= asked->within;
  bench.session.view.playhead = 0;
  play(bench, true);  // the walker shows it
}

void answer_option(Workbench& bench, std::size_t option) {
  Answer& given = answer(bench);
  if (given.right) return;
  given.option = option;
  given.right = option == task(bench)->answer;
}

bool tells_claims(const Workbench& bench) {
  const LessonStep* step = lesson_step(bench);
  if (step == nullptr) return false;
  if (step->ask) return bench.lesson->answers[bench.lesson->step].right;
  return step->laboratory || bench.session.view.playhead >= end_of_race(bench);
}

bool is_judging(const Workbench& bench) {
  return tells_claims(bench) && next_claim(*bench.lesson) < bench.lesson->judgements.size();
}

void judge_lesson(Workbench& bench, bool busy) {
  const LessonStep* step = lesson_step(bench);
  if (step == nullptr || !bench.race_known) return;
  OpenLesson& open = *bench.lesson;
  const Experiment& e = bench.session.experiment;
  const Task* asked = task(bench);
  const bool mission = asked != nullptr && asked->kind == Task::Kind::mission;
  if (!open.judged || !(*open.judged == e)) {
    judge_anew(open, step->expect, e, bench.race);
    if (mission) open.mission = tried(asked->mission, e, bench.race);
  }
  if (mission && open.mission.holds && !busy) answer(bench).right = true;
  if (!is_judging(bench) || busy) return;
  const std::size_t next = next_claim(open);
  inquire(open.judgements[next], step->expect[next].claim, e);
}

const Session& own_session(const Workbench& bench) {
  return bench.lesson ? bench.lesson->own.session : bench.session;
}

const std::filesystem::path& own_file(const Workbench& bench) {
  return bench.lesson ? bench.lesson->own.file : bench.file;
}

}  // namespace fogline::gui
