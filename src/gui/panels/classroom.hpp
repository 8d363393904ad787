// SPDX-License-Identifier: MIT
// What a classroom adds to a window: guesses of where racers will end, the presenter's switches,
// fog on its way up. None of it is part of the session.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

struct Classroom {
  Guessing guessing;
  std::optional<Lift> lift;
  bool presenting = false;
  bool spotlight = false;  // while its key is held
  bool blank = false;      // the screen is dark, so that people look at the teacher
  bool calm = false;       // reduced motion: short cross-fades instead of glides
  // What a lesson says, shown to the class in at most three lines; empty without a lesson.
  std::string lesson_text;
};

}  // namespace fogline::gui
