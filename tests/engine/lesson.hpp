// SPDX-License-Identifier: MIT
// A short lesson that is true, and edits of it that are not.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "fogline/engine/lesson.hpp"

namespace fogline::tests {

// On a bowl of curvature 2: at rate 0.1 plain descent arrives, at 1.1 it diverges.
inline nlohmann::json bowl_lesson() {
  return nlohmann::json::parse(R"({
    "version": 1, "number": 7, "title": "A bowl", "beyond": "Nothing.",
    "steps": [
      { "title": "Down", "text": "It goes down.",
        "session": { "landscape": { "id": "bowl" }, "budget": { "amount": 60 },
                     "racers": [ { "name": "Plain", "optimizer": "gradient_descent",
                                   "set": { "learning_rate": 0.1 }, "start": [3, 2] },
                                 { "name": "Slow", "optimizer": "gradient_descent",
                                   "set": { "learning_rate": 0.01 }, "start": [3, 2] } ] },
        "lock": ["seed"], "hide": ["landscape"],
        "expect": [ { "racer": "Plain", "verdict": "global_minimum",
                      "control": { "racers": { "Plain": { "set": { "learning_rate": 1.1 } } } } } ] },
      { "title": "Sooner", "text": "Be quick.",
        "edit": { "racers": { "Slow": { "set": { "learning_rate": 0.02 } } } },
        "ask": { "kind": "mission", "prompt": "In 10 steps.", "right": "Yes.",
                 "mission": { "racer": "Plain", "quantity": "steps", "at_most": 10 },
                 "solution": { "racers": { "Plain": { "set": { "learning_rate": 0.4 } } } } },
        "expect": [ { "racer": "Plain", "quantity": "steps", "below": "Slow", "times": 2,
                      "control": { "racers": { "*": { "set": { "learning_rate": 0.1 } } } } } ] }
    ] })");
}

inline Lesson parsed(const nlohmann::json& lesson) {
  return parse_lesson(lesson.dump(), "some/07_bowl.json");
}

}  // namespace fogline::tests
