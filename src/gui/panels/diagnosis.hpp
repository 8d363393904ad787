// SPDX-License-Identifier: MIT
// What the window knows of verdicts: everybody's at the playhead, the one whose card is open with
// the search for its escapes, and who came into the race as whose rival. None of it is saved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fogline/engine/escape.hpp"
#include "gui/panels/regions.hpp"

namespace fogline::gui {

struct Workbench;

// By name, which is followed where one of the two is renamed; forgotten where one is gone.
struct Rivalry {
  std::string rival, parent;
  friend bool operator==(const Rivalry&, const Rivalry&) = default;
};

struct Diagnosis {
  // Of the race as it is known, made once for each playhead.
  std::vector<Standing> standings;
  std::optional<double> playhead;  // theirs; none: not made

  // Since when a racer has been where it is judged to be at that playhead; none of one under way.
  struct Onset {
    std::size_t racer = 0;
    std::optional<std::uint32_t> step;
  };
  std::optional<Onset> onset;  // of the racer that was asked about last

  std::optional<std::size_t> open;  // the racer whose card is open
  bool opening = false;             // it has been asked for and not been drawn yet
  Rect chip;                        // from which it was opened
  float height = 0;                 // of the card, as last drawn

  std::optional<EscapeSearch> search;  // of the open one, once its race is known
  bool searched = false;               // nothing remains to be tried
  std::vector<Escape> escapes;         // found so far

  std::vector<Rivalry> rivalries;
  std::vector<std::string> names;  // of all racers, when ties were last looked after
};

// Once a frame: judges everybody where that is not known yet, and, for the card that is open, gives
// the search for escapes a frame's share of time. Nothing is searched that may not be shown.
void diagnose(Workbench& bench);
// The race has changed, or goes on: forgets what was made of it.
void forget_diagnosis(Workbench& bench);

// The step at which the selected racer came to feel what it feels at the playhead; none where it is
// under way, is an ensemble, or may not be known. Of several times that it came and went, one.
std::optional<std::uint32_t> verdict_onset(Workbench& bench);

// Opens the card of a racer beside a chip.
void open_card(Workbench& bench, std::size_t racer, const Rect& chip);

// Puts the rival into the race, below its parent, and selects it.
void add_rival(Workbench& bench, std::size_t parent, const Escape& escape);
// The racer whose rival this one came in as, if both are there.
std::optional<std::size_t> parent_of(const Workbench& bench, std::size_t racer);

}  // namespace fogline::gui
