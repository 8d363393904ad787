// SPDX-License-Identifier: MIT
// What a classroom adds to a window: guesses of where racers will end, the presenter's switches,
// fog on its way up. None of it is part of the session.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "fogline/core/geometry.hpp"

namespace fogline::gui {

inline constexpr int guessers = 6;  // flags A to F

// Where somebody thinks that a racer will end.
struct Flag {
  int guesser = 0;  // 0 is A
  std::size_t racer = 0;
  Vec2 at;
};

// Flags are placed at the start of the run and scored when it has been shown to its end.
struct Guessing {
  bool on = false;
  bool scored = false;  // the end has been shown: nothing is secret any more
  int guesser = 0;      // whose flag the next click places
  std::vector<Flag> flags;
};

// Fog spreading outward from the walkers until the map is clear.
struct Lift {
  double began = -1;  // seconds; before 0: begins with the next frame
};

// How far the panels of the presenter's view have slid in, 0 to 1.
struct Edges {
  float top = 0, left = 0, right = 0, bottom = 0;
  friend bool operator==(const Edges&, const Edges&) = default;
};

struct Classroom {
  Guessing guessing;
  std::optional<Lift> lift;
  bool presenting = false;
  Edges edges, wanted;     // of the presenter's panels: where they are, where they go
  bool spotlight = false;  // while its key is held
  bool blank = false;      // the screen is dark, so that people look at the teacher
  bool show_glossary = false;
  bool calm = false;  // reduced motion: short cross-fades instead of glides
};

}  // namespace fogline::gui
