// SPDX-License-Identifier: MIT
// Reading lessons.
#include <set>
#include <stdexcept>

#include "claim_field.hpp"
#include "described_field.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/lesson.hpp"
#include "fogline/engine/session_file.hpp"
#include "json_field.hpp"
#include "merge_patch.hpp"
#include "racer_field.hpp"
#include "session_field.hpp"

namespace fogline {
namespace {

using nlohmann::json;

constexpr std::size_t most_steps = 12, most_claims = 24, most_options = 5;
constexpr std::size_t longest_title = 60, longest_prompt = 200, longest_reply = 240,
                      longest_option = 80, longest_beyond = 400, largest_lesson = 1 << 20;

std::string needed_text(const JsonField& field, const char* key, std::size_t most) {
  if (!field.has(key)) field.fail("needs a \"" + std::string(key) + "\"");
  std::string text = field[key].text(most);
  if (text.empty()) field[key].fail("must not be empty");
  return text;
}

std::string read_text(const JsonField& field, const char* key, std::size_t most) {
  return field.has(key) ? field[key].text(most) : std::string();
}

// A session and the JSON from which it was read, to which the next edit is applied.
struct Base {
  json text;
  Session session;
};

// Two racers of one name could not be told apart by a claim.
Session checked(Session session, const JsonField& field) {
  std::set<std::string> names;
  for (const Racer& r : session.experiment.racers)
    if (!names.insert(r.name).second)
      field.fail("two racers are called '" + excerpt(r.name) + "'; give each a name of its own");
  return session;
}

Session edited(const Base& base, const JsonField& edit) {
  if (!edit.value.is_object()) edit.fail("must be an edit of the session, in braces");
  const json text = merged(base.text, edit.value);
  return checked(read_session({text, edit.path}), edit);
}

Controls read_controls(const JsonField& field) {
  Controls controls;
  for (const JsonField& name : field.elements(control_names().size()))
    controls.add(static_cast<Control>(name.one_of("control", control_names())));
  return controls;
}

// The edit under which a claim of these keys must fail.
JsonField needed_control(const JsonField& field, std::vector<std::string_view> keys,
                         const std::string& edited) {
  keys.push_back("control");
  field.check_keys(keys);
  if (!field.has("control"))
    field.fail("needs a \"control\": an edit of the " + edited + " under which it fails");
  return field["control"];
}

Expectation read_expectation(const JsonField& field, const Base& base) {
  if (!field.value.is_object()) field.fail("must be a claim, in braces");
  if (field.has("laboratory")) {
    const JsonField control = needed_control(field, laboratory_claim_keys(), "measurement");
    return {read_laboratory_claim(field), read_laboratory_claim(field, &control), base.session,
            control.value.dump()};
  }
  const JsonField control = needed_control(field, claim_keys(), "session");
  const Claim claim = read_claim(field, base.session.experiment);
  Expectation e{claim, claim, edited(base, control), control.value.dump()};
  check_racers(control, e.claim, e.where_false.experiment);
  return e;
}

LaboratoryPage read_laboratory(const JsonField& field) {
  field.check_keys({"page", "walk", "landscape", "dimensions"});
  if (!field.has("page")) field.fail("needs a \"page\": minima, plane or saddles");
  LaboratoryPage page;
  page.kind = static_cast<LaboratoryPage::Kind>(
      field["page"].one_of("page", {"minima", "plane", "saddles"}));
  for (const Param& p : page.plane.params())
    if (field.has(std::string(p.name).c_str()) && page.kind != LaboratoryPage::Kind::plane)
      field[std::string(p.name).c_str()].fail("goes with the page \"plane\" only");
    else
      read_named(field, p);
  if (page.plane.walk == static_cast<int>(PlaneShare::Walk::scattered))
    field["walk"].fail("must be race or random_walk: scattered places are no walk to draw");
  return page;
}

void read_choice(const JsonField& field, Task& task) {
  field.check_keys({"kind", "prompt", "right", "wrong", "options", "answer"});
  if (!field.has("options") || !field.has("answer"))
    field.fail("needs \"options\" and the \"answer\": the number of the right one, from 1");
  for (const JsonField& option : field["options"].elements(most_options))
    task.options.push_back(option.text(longest_option));
  if (task.options.size() < 2) field["options"].fail("needs two options at least");
  task.answer = static_cast<std::size_t>(
      read_whole(field["answer"], 1, static_cast<double>(task.options.size())) - 1);
}

void read_place(const JsonField& field, Task& task, const Base& base) {
  field.check_keys({"kind", "prompt", "right", "wrong", "racer", "within"});
  if (!field.has("racer") || !field.has("within"))
    field.fail("needs a \"racer\", whose end is asked for, and \"within\", how near is right");
  task.racer = field["racer"].text(longest_name);
  task.within = field["within"].number(0, 1e6);
  const JsonField racer = field["racer"];
  for (const Racer& r : base.session.experiment.racers)
    if (r.name == task.racer) return;
  racer.fail("nobody of this name races");
}

void read_mission(const JsonField& field, Task& task, const Base& base) {
  field.check_keys({"kind", "prompt", "right", "wrong", "mission", "solution"});
  if (!field.has("mission") || !field.has("solution"))
    field.fail("needs a \"mission\", the claim to be made true, and a \"solution\", an edit");
  field["mission"].check_keys(claim_keys());
  task.mission = read_claim(field["mission"], base.session.experiment);
  task.solution = edited(base, field["solution"]);
  task.edit = field["solution"].value.dump();
  check_racers(field["solution"], task.mission, task.solution.experiment);
}

Task read_task(const JsonField& field, const Base& base) {
  if (!field.value.is_object() || !field.has("kind"))
    field.fail("needs a \"kind\": choice, place or mission");
  Task task;
  task.kind = static_cast<Task::Kind>(field["kind"].one_of("kind", {"choice", "place", "mission"}));
  task.prompt = needed_text(field, "prompt", longest_prompt);
  task.right = needed_text(field, "right", longest_reply);
  task.wrong = read_text(field, "wrong", longest_reply);
  if (task.kind == Task::Kind::choice) read_choice(field, task);
  if (task.kind == Task::Kind::place) read_place(field, task, base);
  if (task.kind == Task::Kind::mission) read_mission(field, task, base);
  if (task.wrong.empty() && task.kind != Task::Kind::mission)
    field.fail("needs a \"wrong\": what is said to a wrong answer");
  return task;
}

Base base_of(const JsonField& field, const Base& before, bool first) {
  if (field.has("session") && field.has("edit"))
    field.fail("has both a \"session\" and an \"edit\" of the one before; take one away");
  if (field.has("session"))
    return {field["session"].value, checked(read_session(field["session"]), field["session"])};
  if (first && field.has("laboratory"))
    return {json::parse(session_text(first_session())), first_session()};
  if (first) field.fail("needs a \"session\": it is the first");
  if (!field.has("edit")) return before;
  return {merged(before.text, field["edit"].value), edited(before, field["edit"])};
}

LessonStep read_step(const JsonField& field, const Base& base) {
  LessonStep step;
  step.title = needed_text(field, "title", longest_title);
  step.text = needed_text(field, "text", longest_step_text);
  step.session = base.session;
  if (field.has("laboratory")) step.laboratory = read_laboratory(field["laboratory"]);
  if (field.has("lock")) step.locked = read_controls(field["lock"]);
  if (field.has("hide")) step.hidden = read_controls(field["hide"]);
  step.locked.bits |= step.hidden.bits;
  if (field.has("ask")) step.ask = read_task(field["ask"], base);
  if (!field.has("expect") || field["expect"].value.empty())
    field.fail("needs to \"expect\" something: a step that claims nothing cannot be checked");
  for (const JsonField& f : field["expect"].elements(most_claims))
    step.expect.push_back(read_expectation(f, base));
  return step;
}

void read_steps(const JsonField& field, Lesson& lesson) {
  Base base;
  for (const JsonField& f : field.elements(most_steps)) {
    f.check_keys(
        {"title", "text", "session", "edit", "laboratory", "hide", "lock", "ask", "expect"});
    base = base_of(f, base, lesson.steps.empty());
    lesson.steps.push_back(read_step(f, base));
  }
  if (lesson.steps.empty()) field.fail("needs a step at least");
}

Lesson read_lesson(const JsonField& root) {
  root.check_keys({"version", "number", "title", "minutes", "steps", "beyond"});
  if (root.has("version") && root["version"].number() != 1)
    root["version"].fail("must be 1: this Fogline reads no other");
  if (!root.has("steps") || !root.has("number")) root.fail("needs a \"number\" and \"steps\"");
  Lesson lesson;
  lesson.number = read_whole(root["number"], 1, 999);
  lesson.title = needed_text(root, "title", longest_title);
  if (root.has("minutes")) lesson.minutes = read_whole(root["minutes"], 1, 60);
  lesson.beyond = needed_text(root, "beyond", longest_beyond);
  read_steps(root["steps"], lesson);
  return lesson;
}

// "lessons/01_trap.json" is "01_trap".
std::string stem(std::string_view source) {
  const std::string_view name = source.substr(source.find_last_of('/') + 1);
  return std::string(name.substr(0, name.find_last_of('.')));
}

}  // namespace

Lesson parse_lesson(std::string_view text, std::string_view source) {
  try {
    if (text.size() > largest_lesson)
      throw std::invalid_argument("is larger than 1 MiB; a lesson is a few kilobytes");
    const json root = parse_json(text);
    Lesson lesson = read_lesson({root, ""});
    lesson.id = stem(source);
    return lesson;
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(excerpt(source) + ": " + error.what());
  }
}

}  // namespace fogline
