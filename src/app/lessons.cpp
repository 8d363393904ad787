// SPDX-License-Identifier: MIT
// Reading the folder of lessons.
#include "app/lessons.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/assets.hpp"
#include "app/atomic_file.hpp"

namespace fogline::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_lesson_file = 1 << 20;  // bytes

void check_numbers(const std::vector<Lesson>& lessons) {
  for (std::size_t i = 1; i < lessons.size(); ++i)
    if (lessons[i].number == lessons[i - 1].number)
      throw std::invalid_argument(lessons[i].id + ".json: number: is also that of " +
                                  lessons[i - 1].id + ".json; give it another");
}

}  // namespace

Lesson load_lesson(const fs::path& file) {
  return parse_lesson(read_file(file, largest_lesson_file), file.filename().string());
}

std::vector<Lesson> load_lessons() {
  std::vector<Lesson> lessons;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(assets_folder() / "lessons", missing))
    if (entry.path().extension() == ".json") lessons.push_back(load_lesson(entry.path()));
  std::sort(lessons.begin(), lessons.end(), [](const Lesson& a, const Lesson& b) {
    return a.number != b.number ? a.number < b.number : a.id < b.id;
  });
  check_numbers(lessons);
  return lessons;
}

}  // namespace fogline::app
