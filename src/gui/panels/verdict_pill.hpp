// SPDX-License-Identifier: MIT
// The one word that stands for a racer: its verdict where the map may be known, else what the
// walker feels.
#pragma once

#include "gui/controls.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {

PillKind kind_of(Verdict verdict);
PillKind kind_of(Feeling feeling);

struct VerdictWord {
  PillKind kind = PillKind::moving;
  std::string_view word;
};

VerdictWord shown_verdict(const Workbench& bench, const Judgement& judgement);
// The sentences that go with it: in fog and while guessing only what the walker knows.
std::string shown_evidence(const Workbench& bench, const Judgement& judgement);

// Standings as they may be shown: by rank, or in the order of the list where no rank is known.
std::vector<Standing> shown_standings(const Workbench& bench);

}  // namespace fogline::gui
