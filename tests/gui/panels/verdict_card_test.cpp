// SPDX-License-Identifier: MIT
// Verdicts on screen: a chip opens the evidence, an escape adds a rival that does as promised, and
// fog keeps what the map knows.
#include <algorithm>

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/walkers.hpp"

using namespace fogline;
using namespace fogline::gui;
using namespace fogline::gui::test;

namespace {

// The first session at its end: gradient descent, the first racer, is trapped.
struct Window {
  Workbench bench;
  Harness harness{[this](Ui& ui) {
                    racers_section(ui, bench);
                    standings_section(ui, bench);
                    update(bench, 0, 0, ui.drag.id != 0);
                    verdict_card(ui, bench);
                  },
                  336};

  Window() {
    while (!bench.race_known) harness.frame();
    bench.session.view.playhead = end_of_race(bench);
    harness.frames(2);
  }
  const std::vector<Racer>& racers() const { return bench.session.experiment.racers; }
  void open(std::size_t racer) {
    harness.click("standings/" + std::to_string(racer) + "/verdict");
    REQUIRE(bench.diagnosis.open == std::optional(racer));
  }
  void search() {
    for (int i = 0; i < 2000 && !bench.diagnosis.searched; ++i) harness.frame();
    REQUIRE(bench.diagnosis.searched);
    harness.frames(4);
  }
  // Where an escape stands in the list on the card.
  std::size_t index_of(Change change) const {
    const auto& all = bench.diagnosis.escapes;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Escape& e) { return e.change == change; });
    REQUIRE(found != all.end());
    return static_cast<std::size_t>(found - all.begin());
  }
  void take(Change change) {
    harness.click("verdict/escape/" + std::to_string(index_of(change)));
    while (!bench.race_known) harness.frame();
    harness.frame();
  }
};

}  // namespace

TEST_CASE("since when a racer has been where it is judged to be") {
  Window w;
  Workbench& bench = w.bench;
  bench.selected = 0;
  const auto step = verdict_onset(bench);
  REQUIRE(step);
  const auto feels = [&](std::uint32_t k) {
    return judge(bench.race.survey(), bench.race[0], k, false).feeling;
  };
  CHECK(feels(*step) == Feeling::valley);
  CHECK(feels(*step - 1) != Feeling::valley);
  CHECK(verdict_onset(bench) == step);
  bench.session.view.playhead = *step - 1;
  w.harness.frames(2);
  CHECK_FALSE(verdict_onset(bench));
  bench.session.view.playhead = end_of_race(bench);
  w.harness.frames(2);
  CHECK(verdict_onset(bench) == step);
  bench.session.view.fog = true;
  CHECK_FALSE(verdict_onset(bench));
}

TEST_CASE("a chip opens the card with the evidence, and Esc closes it") {
  Window w;
  w.open(0);
  CHECK(w.bench.selected == 0);
  for (const char* name : {"slope", "curvature_low", "curvature_high", "rate_limit", "gap"})
    CHECK(w.harness.has("verdict/evidence/" + std::string(name)));
  w.harness.press(ImGuiKey_Escape);
  CHECK_FALSE(w.bench.diagnosis.open);
  CHECK_FALSE(w.harness.has("verdict/evidence/slope"));
}

TEST_CASE("an escape adds a rival that frees the trapped racer, as one step of undo") {
  Window w;
  w.open(0);
  w.search();
  const Escape promised = w.bench.diagnosis.escapes[w.index_of(Change::momentum)];
  const Experiment before = w.bench.session.experiment;
  w.take(Change::momentum);
  REQUIRE(w.racers().size() == before.racers.size() + 1);
  CHECK(w.bench.selected == 1);
  CHECK_FALSE(w.bench.diagnosis.open);
  CHECK(parent_of(w.bench, 1) == std::optional<std::size_t>(0));
  const Standing s = standing(w.bench.session.experiment, w.bench.race, 1, end_of_race(w.bench));
  CHECK(s.judgement.verdict == Verdict::global_minimum);
  CHECK(s.answer.loss == promised.reached.answer.loss);
  CHECK(w.bench.history.past.size() == 1);
  undo(w.bench);
  CHECK(w.bench.session.experiment == before);
  redo(w.bench);
  CHECK(parent_of(w.bench, 1) == std::optional<std::size_t>(0));
}

TEST_CASE("a rival that begins where its parent ended has a start of its own") {
  Window w;
  w.open(0);
  w.search();
  w.take(Change::restarts);
  CHECK_FALSE(w.bench.session.experiment.shared_start);
  CHECK(w.racers()[1].start == w.bench.race[0].at(400).x);
  CHECK(w.racers()[0].start == w.racers()[2].start);
}

TEST_CASE("a tie follows both when they are renamed, and through undo") {
  Window w;
  w.open(0);
  w.search();
  w.take(Change::momentum);
  w.harness.frame();
  auto& racers = w.bench.session.experiment.racers;
  CHECK_FALSE(parent_of(w.bench, 0));
  CHECK(parent_of(w.bench, 1) == std::optional<std::size_t>(0));
  racers[1].name = "mine";
  w.harness.frame();
  racers[0].name = "its parent";
  w.harness.frame();
  CHECK(parent_of(w.bench, 1) == std::optional<std::size_t>(0));
  undo(w.bench);
  w.harness.frame();
  undo(w.bench);
  w.harness.frame();
  CHECK(racers[1].name != "mine");
  CHECK(parent_of(w.bench, 1) == std::optional<std::size_t>(0));
}

TEST_CASE("a tie ends with either of the two, and another racer does not take it over") {
  Window w;
  w.open(0);
  w.search();
  w.take(Change::momentum);
  w.harness.frame();
  remove_racer(w.bench, 0);
  w.harness.frame();
  CHECK_FALSE(parent_of(w.bench, 0));
  add_racer(w.bench, Newton{});
  w.harness.frame();
  for (std::size_t i = 0; i < w.racers().size(); ++i) CHECK_FALSE(parent_of(w.bench, i));
  CHECK_FALSE(parent_of(w.bench, 99));
}

TEST_CASE("in fog a card shows nothing of the map, and nothing is searched") {
  Window w;
  w.bench.session.view.fog = true;
  w.harness.frame();
  w.open(0);
  w.harness.frames(5);
  CHECK(w.harness.has("verdict/evidence/slope"));
  for (const char* name : {"gap", "nearest_distance", "shift"})
    CHECK_FALSE(w.harness.has("verdict/evidence/" + std::string(name)));
  CHECK_FALSE(w.bench.diagnosis.search);
  CHECK_FALSE(w.harness.has("verdict/escape/0"));
  w.bench.session.view.fog = false;
  w.search();
  CHECK(w.harness.has("verdict/escape/0"));
}

TEST_CASE("while the race plays, and on the way, no escape is looked for") {
  Window w;
  w.bench.session.view.playhead = 2;
  w.harness.frame();
  w.open(0);
  w.harness.frames(3);
  CHECK_FALSE(w.harness.has("verdict/escape/0"));
}

TEST_CASE("an edit ends the search for a race that is no more") {
  Window w;
  w.open(0);
  w.search();
  place_start(w.bench.session.experiment, 0, {1, 1});
  w.harness.frame();
  CHECK(w.bench.diagnosis.escapes.empty());
  w.search();
  CHECK(w.bench.diagnosis.search->parent().answer.loss ==
        standing(w.bench.session.experiment, w.bench.race, 0, 400).answer.loss);
}

TEST_CASE("the limit of stability is marked on the slider, and what is best is one click away") {
  Window w;
  const RateMarks marks = rate_marks(w.bench, 0);
  REQUIRE(marks.limit);
  REQUIRE(marks.best);
  CHECK(marks.labelled);
  CHECK(*marks.best < *marks.limit);
  CHECK_FALSE(rate_marks(w.bench, 1).labelled);  // not selected
  CHECK_FALSE(rate_marks(w.bench, 3).limit);     // annealing has no rate
  const ImVec2 slider = w.harness.place("racers/0/learning_rate");
  CHECK(w.harness.place("racers/0/learning_rate/best").y > slider.y);
  w.harness.click("racers/0/learning_rate/best");
  CHECK(std::get<GradientDescent>(w.racers()[0].optimizer).learning_rate == *marks.best);
}

TEST_CASE("the best rate of a racer with momentum comes with the momentum that it is best with") {
  Window w;
  w.bench.selected = 1;
  w.harness.frames(2);
  const RateMarks marks = rate_marks(w.bench, 1);
  REQUIRE(marks.best);
  REQUIRE(marks.best_momentum);
  const auto racer = [&] { return std::get<Momentum>(w.racers()[1].optimizer); };
  REQUIRE(racer().momentum != *marks.best_momentum);
  w.harness.click("racers/1/learning_rate/best");
  CHECK(racer().learning_rate == *marks.best);
  CHECK(racer().momentum == *marks.best_momentum);
  undo(w.bench);
  CHECK(racer().momentum == 0.9);
  w.harness.click("racers/1/more");
  w.harness.frames(2);
  w.harness.place("racers/1/momentum/best");
}

TEST_CASE("a schedule moves the mark, not the limit") {
  Window w;
  const double limit = *rate_marks(w.bench, 0).limit;
  w.bench.session.experiment.racers[0].axes.schedule =
      Schedule{.kind = Schedule::exponential, .period = 400, .gamma = 0.5};
  w.harness.frame();
  while (!w.bench.race_known) w.harness.frame();
  w.harness.frame();
  CHECK(*rate_marks(w.bench, 0).limit == Approx(2 * limit).epsilon(0.02));
}

TEST_CASE("at the walkers the selected racer has a word, others a sign, those on the way nothing") {
  Window w;
  const Rect rect{{272, 40}, {1100, 700}};
  const auto chips = [&] {
    const auto all = panes(w.bench, 1, rect);
    return walker_chips(w.harness.ui, w.bench, all.front(),
                        w.bench.picture.ground(w.bench.session, w.bench.race));
  };
  const auto at_end = chips();
  REQUIRE(at_end.size() == w.racers().size());
  for (const Chip& chip : at_end) {
    CHECK((chip.rect.width() > 40) == (chip.racer == w.bench.selected));
    CHECK(chip.rect.min.x >= rect.min.x);
    CHECK(chip.rect.max.x <= rect.max.x);
  }
  w.bench.session.view.playhead = 2;
  w.harness.frame();
  CHECK(chips().empty());
  w.bench.session.view.playhead = 0;
  w.harness.frame();
  CHECK(chips().empty());
}

TEST_CASE("walkers at one place are listed as neighbours, their marks stacked") {
  Window w;
  for (int i = 0; i < 2; ++i) w.bench.session.experiment.racers.push_back(w.racers()[0]);
  w.harness.frame();
  while (!w.bench.race_known) w.harness.frame();
  const auto all = panes(w.bench, 1, {{272, 40}, {1100, 700}});
  const auto places = walker_places(w.harness.ui, w.bench, all.front(),
                                    w.bench.picture.ground(w.bench.session, w.bench.race));
  REQUIRE(places.size() == w.racers().size());
  CHECK(places[0].racer == 0);
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i].at.x == places[i - 1].at.x && places[i].at.y == places[i - 1].at.y) {
      CHECK(places[i].mark.y - places[i - 1].mark.y == Approx(26));
      CHECK(places[i].mark.x == places[i - 1].mark.x);
    }
  CHECK(std::count_if(places.begin(), places.end(),
                      [&](const WalkerPlace& p) { return p.at.x == places[0].at.x; }) >= 3);
}

TEST_CASE("many walkers at one place stand in columns, with signs only") {
  Window w;
  w.bench.session.experiment.racers.resize(most_racers, w.racers()[0]);
  w.bench.classroom.presenting = true;  // everybody would have a word
  w.harness.frame();
  while (!w.bench.race_known) w.harness.frame();
  const Rect rect{{272, 40}, {1100, 700}};
  const Pane pane = panes(w.bench, 1, rect).front();
  const scene::Ground& ground = w.bench.picture.ground(w.bench.session, w.bench.race);
  for (const WalkerPlace& p : walker_places(w.harness.ui, w.bench, pane, ground)) {
    CHECK(rect.contains(p.mark));
    CHECK(std::abs(p.mark.y - p.at.y) < 120);
  }
  std::size_t words = 0;
  for (const Chip& c : walker_chips(w.harness.ui, w.bench, pane, ground))
    words += c.rect.width() > c.rect.height() ? 1 : 0;
  CHECK(words < 8);
}
