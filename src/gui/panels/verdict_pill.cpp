// SPDX-License-Identifier: MIT
// Verdicts and feelings as pills.
#include "gui/panels/verdict_pill.hpp"

#include <algorithm>

#include "gui/glossary.hpp"
#include "gui/panels/knowledge.hpp"

namespace fogline::gui {

PillKind kind_of(Verdict verdict) {
  switch (fate(verdict)) {
    case Fate::good:
      return PillKind::good;
    case Fate::stuck:
      return PillKind::stuck;
    case Fate::failed:
      return PillKind::failed;
    default:
      return PillKind::moving;
  }
}

// A walker that has come to rest cannot tell good from bad.
PillKind kind_of(Feeling feeling) {
  switch (feeling) {
    case Feeling::valley:
    case Feeling::pass:
    case Feeling::top:
    case Feeling::level:
      return PillKind::stuck;
    case Feeling::swinging:
    case Feeling::lost:
      return PillKind::failed;
    default:
      return PillKind::moving;
  }
}

VerdictWord shown_verdict(const Workbench& bench, const Judgement& judgement) {
  if (knows_map(bench)) return {kind_of(judgement.verdict), word(judgement)};
  return {kind_of(judgement.feeling), word(judgement.feeling)};
}

std::string shown_evidence(const Workbench& bench, const Judgement& judgement) {
  std::string said = judgement.walker_says;
  if (knows_map(bench) && !judgement.map_says.empty()) said += "\n" + judgement.map_says;
  return with_meaning(said, shown_verdict(bench, judgement).word);
}

std::vector<Standing> shown_standings(const Workbench& bench) {
  const double playhead = bench.session.view.playhead;
  const Diagnosis& known = bench.diagnosis;
  std::vector<Standing> all = known.playhead == std::optional(playhead)
                                  ? known.standings
                                  : standings(bench.session.experiment, bench.race, playhead);
  if (!knows_map(bench))
    std::sort(all.begin(), all.end(),
              [](const Standing& a, const Standing& b) { return a.racer < b.racer; });
  return all;
}

}  // namespace fogline::gui
