// SPDX-License-Identifier: MIT
// Whose turn it is, and how far off everybody was.
#include "gui/panels/guess.hpp"

#include <algorithm>

#include "gui/panels/knowledge.hpp"

namespace fogline::gui {

char letter(int guesser) { return static_cast<char>('A' + guesser); }

void toggle_guessing(Workbench& bench) {
  Guessing& guessing = bench.classroom.guessing;
  const bool on = !guessing.on;
  guessing = {.on = on};
  if (!on) return;
  bench.playing = false;
  bench.session.view.playhead = 0;
  bench.full_paths_until = -1;
}

bool takes_flags(const Workbench& bench) {
  return is_guessing(bench) && !bench.playing && bench.session.view.playhead == 0;
}

const Flag* flag_of(const Workbench& bench, int guesser, std::size_t racer) {
  const auto& flags = bench.classroom.guessing.flags;
  const auto found = std::find_if(flags.begin(), flags.end(), [&](const Flag& f) {
    return f.guesser == guesser && f.racer == racer;
  });
  return found == flags.end() ? nullptr : &*found;
}

void place_flag(Workbench& bench, Vec2 at) {
  Guessing& guessing = bench.classroom.guessing;
  const std::size_t racer = bench.selected;
  if (racer >= bench.session.experiment.racers.size()) return;
  std::erase_if(guessing.flags,
                [&](const Flag& f) { return f.guesser == guessing.guesser && f.racer == racer; });
  guessing.flags.push_back({guessing.guesser, racer, at});
  for (int k = 1; k < guessers; ++k) {
    const int next = (guessing.guesser + k) % guessers;
    if (flag_of(bench, next, racer) != nullptr) continue;
    guessing.guesser = next;
    break;
  }
}

void score_when_shown(Workbench& bench) {
  Guessing& guessing = bench.classroom.guessing;
  std::erase_if(guessing.flags,
                [&](const Flag& f) { return f.racer >= bench.session.experiment.racers.size(); });
  if (!is_guessing(bench) || !bench.race_known) return;
  if (bench.session.view.playhead < end_of_race(bench)) return;
  guessing.scored = true;
  bench.playing = false;
}

std::optional<double> distance_to_end(const Workbench& bench, const Flag& flag) {
  if (!bench.classroom.guessing.scored || flag.racer >= bench.race.size()) return std::nullopt;
  const std::uint32_t last = bench.race.step_at(flag.racer, end_of_race(bench));
  return norm(flag.at - bench.race[flag.racer].at(last).x);
}

std::optional<int> closest(const Workbench& bench, std::size_t racer) {
  std::optional<int> best;
  double nearest = HUGE_VAL;
  for (int guesser = 0; guesser < guessers; ++guesser) {
    const Flag* flag = flag_of(bench, guesser, racer);
    const auto distance = flag != nullptr ? distance_to_end(bench, *flag) : std::nullopt;
    if (!distance || *distance >= nearest) continue;
    nearest = *distance;
    best = guesser;
  }
  return best;
}

}  // namespace fogline::gui
