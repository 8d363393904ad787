// SPDX-License-Identifier: MIT
// `fogline lesson`: what lessons there are, and whether they tell the truth.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/commands.hpp"
#include "app/errors.hpp"
#include "app/lessons.hpp"
#include "app/output.hpp"
#include "fogline/engine/lesson_check.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

json described(const Lesson& lesson) {
  return {{"number", lesson.number},
          {"id", lesson.id},
          {"title", lesson.title},
          {"minutes", lesson.minutes},
          {"steps", lesson.steps.size()}};
}

json described(const Lesson& lesson, const Check& c) {
  return {{"lesson", lesson.id},
          {"step", c.step + 1},
          {"claim", c.words},
          {"measured", c.claim.measured},
          {"holds", c.claim.holds},
          {"control", json::parse(c.edit)},
          {"control_measured", c.control.measured},
          {"control_fails", !c.control.holds},
          {"passes", c.passes()}};
}

// Columns two blanks apart, as wide as their widest entry; the last is not padded.
std::string as_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  std::string text;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      text +=
          row[i] + (i + 1 == row.size() ? "\n" : std::string(widths[i] - row[i].size() + 2, ' '));
  return text;
}

std::string list_table(const json& rows) {
  std::vector<std::vector<std::string>> lines{{"number", "minutes", "title"}};
  for (const json& row : rows)
    lines.push_back({row["number"].dump(), row["minutes"].dump(), row["title"].get<std::string>()});
  return as_table(lines);
}

std::string check_table(const json& rows) {
  std::vector<std::vector<std::string>> lines{
      {"lesson", "step", "claim", "measured", "", "control", "measured", ""}};
  for (const json& row : rows)
    lines.push_back({row["lesson"].get<std::string>(), row["step"].dump(),
                     row["claim"].get<std::string>(), row["measured"].get<std::string>(),
                     row["holds"].get<bool>() ? "holds" : "FALSE", row["control"].dump(),
                     row["control_measured"].get<std::string>(),
                     row["control_fails"].get<bool>() ? "fails, as it must" : "DOES NOT FAIL"});
  return as_table(lines);
}

void write(const LessonOptions& options, const json& rows, std::string (*table)(const json&)) {
  Output out(options.out);
  out.write(options.format == "json" ? rows.dump(2) + "\n" : table(rows));
  out.finish();
}

void list_lessons(const LessonOptions& options) {
  json rows = json::array();
  for (const Lesson& lesson : load_lessons()) rows.push_back(described(lesson));
  write(options, rows, list_table);
}

}  // namespace

void lesson(const LessonOptions& options) {
  if (options.list) return list_lessons(options);
  const std::vector<Lesson> lessons =
      options.check == "all" ? load_lessons() : std::vector<Lesson>{load_lesson(options.check)};
  json rows = json::array();
  std::size_t bad = 0;
  for (const Lesson& l : lessons)
    for (const Check& c : check(l)) {
      rows.push_back(described(l, c));
      bad += c.passes() ? 0 : 1;
    }
  write(options, rows, check_table);
  if (bad > 0)
    throw CheckFailed(std::to_string(bad) + " of " + std::to_string(rows.size()) +
                      " claims are false, or could not be false");
}

}  // namespace fogline::app
