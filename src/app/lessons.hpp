// SPDX-License-Identifier: MIT
// The lessons that come with the program.
#pragma once

#include <filesystem>
#include <vector>

#include "fogline/engine/lesson.hpp"

namespace fogline::app {

// Throws std::invalid_argument where the file is not a lesson.
Lesson load_lesson(const std::filesystem::path& file);

// Those in the folder "lessons" of the assets, by their numbers. Throws like load_lesson, and where
// two have the same number.
std::vector<Lesson> load_lessons();

}  // namespace fogline::app
