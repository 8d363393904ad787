// SPDX-License-Identifier: MIT
// Judging, searching and tying.
#include "gui/panels/diagnosis.hpp"

#include <algorithm>
#include <chrono>

#include "gui/panels/knowledge.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {
namespace {

constexpr auto frame_share = std::chrono::milliseconds(4);

void judge_everybody(Workbench& bench) {
  Diagnosis& d = bench.diagnosis;
  const Session& s = bench.session;
  if (d.playhead == std::optional(s.view.playhead)) return;
  if (bench.race.size() != s.experiment.racers.size()) return;
  d.standings = standings(s.experiment, bench.race, s.view.playhead);
  d.playhead = s.view.playhead;
  d.onset.reset();
}

// By halving: not yet at `before`, as at `now` after it.
std::uint32_t onset_between(const Race& race, std::size_t racer, Feeling feeling,
                            std::uint32_t before, std::uint32_t now) {
  while (now - before > 1) {
    const std::uint32_t middle = before + (now - before) / 2;
    const bool felt = judge(race.survey(), race[racer], middle, false).feeling == feeling;
    (felt ? now : before) = middle;
  }
  return now;
}

void search(Workbench& bench) {
  Diagnosis& d = bench.diagnosis;
  if (!d.open || !bench.race_known || bench.playing || !knows_map(bench)) return;
  if (*d.open >= bench.race.size()) return d.open.reset();
  if (!d.search) d.search.emplace(*bench.raced, bench.race, *d.open);
  if (d.searched) return;
  d.searched = d.search->advance(Clock::now() + frame_share);
  d.escapes = d.search->escapes();
}

// Where the list is as long as before, another name in a place is the same racer's.
void keep_ties(Workbench& bench) {
  Diagnosis& d = bench.diagnosis;
  std::vector<std::string> now;
  for (const Racer& r : bench.session.experiment.racers) now.push_back(r.name);
  if (now == d.names) return;
  if (now.size() == d.names.size())
    for (Rivalry& tie : d.rivalries)
      for (std::string* name : {&tie.rival, &tie.parent}) {
        const auto at = std::find(d.names.begin(), d.names.end(), *name) - d.names.begin();
        if (at < std::ssize(now)) *name = now[static_cast<std::size_t>(at)];
      }
  d.names = std::move(now);
}

void forget_search(Diagnosis& d) {
  d.search.reset();
  d.searched = false;
  d.escapes.clear();
}

std::optional<std::size_t> named(const Experiment& e, const std::string& name) {
  const auto found = std::find_if(e.racers.begin(), e.racers.end(),
                                  [&](const Racer& r) { return r.name == name; });
  if (found == e.racers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - e.racers.begin());
}

}  // namespace

void diagnose(Workbench& bench) {
  keep_ties(bench);
  judge_everybody(bench);
  search(bench);
}

void forget_diagnosis(Workbench& bench) {
  bench.diagnosis.playhead.reset();
  forget_search(bench.diagnosis);
}

std::optional<std::uint32_t> verdict_onset(Workbench& bench) {
  Diagnosis& d = bench.diagnosis;
  const std::size_t racer = bench.selected;
  const auto standing = std::find_if(d.standings.begin(), d.standings.end(),
                                     [&](const Standing& s) { return s.racer == racer; });
  if (!knows_map(bench) || !d.playhead || standing == d.standings.end()) return std::nullopt;
  if (racer >= bench.race.size() || bench.race.copies(racer).size() != 1) return std::nullopt;
  if (d.onset && d.onset->racer == racer) return d.onset->step;
  d.onset = Diagnosis::Onset{racer, std::nullopt};
  const std::uint32_t now = bench.race.step_at(racer, *d.playhead);
  if (fate(standing->judgement.verdict) != Fate::moving && now > 0)
    d.onset->step = onset_between(bench.race, racer, standing->judgement.feeling, 0, now);
  return d.onset->step;
}

void open_card(Workbench& bench, std::size_t racer, const Rect& chip) {
  Diagnosis& d = bench.diagnosis;
  forget_search(d);
  d.open = racer;
  d.opening = true;
  d.chip = chip;
  bench.selected = racer;
  bench.hints.asked = true;
}

void add_rival(Workbench& bench, std::size_t parent, const Escape& escape) {
  Experiment& e = bench.session.experiment;
  if (e.racers.size() >= most_racers || parent >= e.racers.size()) return;
  const std::size_t at = insert_rival(e, parent, escape.racer);
  select_inserted(bench, at);
  bench.diagnosis.rivalries.push_back({e.racers[at].name, e.racers[parent].name});
}

std::optional<std::size_t> parent_of(const Workbench& bench, std::size_t racer) {
  const Experiment& e = bench.session.experiment;
  const auto& all = bench.diagnosis.rivalries;
  if (racer >= e.racers.size()) return std::nullopt;
  const auto tie = std::find_if(all.rbegin(), all.rend(), [&](const Rivalry& r) {
    return r.rival == e.racers[racer].name && named(e, r.parent);
  });
  return tie == all.rend() ? std::nullopt : named(e, tie->parent);
}

}  // namespace fogline::gui
