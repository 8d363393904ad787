// SPDX-License-Identifier: MIT
// A racer's keys, each with what it may be.
#include "racer_field.hpp"

#include <cmath>

#include "described_field.hpp"
#include "fogline/core/text.hpp"
#include "landscape_field.hpp"

namespace fogline {
namespace {

std::string read_name(const JsonField& field) {
  const std::string name = field.text(longest_name);
  if (!is_valid_utf8(name)) field.fail("is not valid UTF-8");
  return name;
}

// Marks are counted from 1 in files.
int read_mark(const JsonField& field) { return read_whole(field, 1, marks_known) - 1; }

void read_axes(const JsonField& field, Racer& racer) {
  std::vector<std::string_view> known;
  racer.visit_axes([&]<class Axis>(std::optional<Axis>&) { known.push_back(Axis::info.id); });
  field.check_keys(known);
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    const std::string key(Axis::info.id);
    if (!field.has(key.c_str())) return;
    if (!meets(racer.optimizer, Axis::need))
      field[key.c_str()].fail(unmet(racer.optimizer, Axis::need));
    axis.emplace();
    read_params(field[key.c_str()], [&] { return axis->params(); });
  });
}

void check_warm_start(const JsonField& field, const Racer& racer, std::size_t above) {
  if (!racer.warm_start || static_cast<std::size_t>(racer.warm_start->racer) <= above) return;
  const JsonField warm = field["axes"]["warm_start"];
  if (above == 0)
    warm.fail("no racer stands above the first; take it away, or move the racer down");
  const std::string sentence = "must be the number of a racer above this one, from 1 to " +
                               std::to_string(above) + ", not " +
                               std::to_string(racer.warm_start->racer);
  (warm.has("racer") ? warm["racer"] : warm).fail(sentence);
}

// Of a racer with this optimizer.
Tuned read_tuned(const JsonField& field, const Optimizer& optimizer) {
  field.check_keys({"set", "landscape", "trials", "starts", "cost"});
  for (const char* key : {"set", "landscape", "trials", "starts", "cost"})
    if (!field.has(key)) field.fail(std::string("needs \"") + key + "\"");
  Tuned tuned{.optimizer = make_optimizer(info(optimizer).id),
              .landscape = read_landscape(field["landscape"]),
              .trials = read_whole(field["trials"], 1, 1e9),
              .starts = read_whole(field["starts"], 1, 1e9),
              .cost = field["cost"].number(0, 1e300)};
  read_params(field["set"], [&] { return params(tuned.optimizer); });
  return tuned;
}

}  // namespace

Vec2 read_point(const JsonField& field) {
  const auto numbers = field.elements(2);
  if (numbers.size() != 2) field.fail("must be two numbers, [x, y]");
  return {numbers[0].number(), numbers[1].number()};
}

int read_whole(const JsonField& field, double low, double high) {
  const double value = field.number(low, high);
  if (value != std::floor(value)) field.fail("must be a whole number, not " + number_text(value));
  return static_cast<int>(value);
}

Racer read_racer(const JsonField& field, const Experiment& so_far) {
  field.check_keys({"name", "optimizer", "set", "axes", "start", "mark", "visible", "tuned"});
  if (!field.has("optimizer")) field.fail("needs an \"optimizer\"; see 'fogline list optimizers'");
  const auto optimizer =
      read_id(field["optimizer"], [](const std::string& id) { return make_optimizer(id); });
  const Vec2 start =
      so_far.racers.empty() ? default_start(so_far.landscape) : so_far.racers.front().start;
  Racer racer = new_racer(so_far, optimizer, start);
  if (field.has("name")) racer.name = read_name(field["name"]);
  if (field.has("set")) read_params(field["set"], [&] { return params(racer.optimizer); });
  if (field.has("axes")) read_axes(field["axes"], racer);
  check_warm_start(field, racer, so_far.racers.size());
  if (field.has("start")) racer.start = read_point(field["start"]);
  if (field.has("mark")) racer.mark = read_mark(field["mark"]);
  if (field.has("tuned")) racer.tuned = read_tuned(field["tuned"], racer.optimizer);
  if (field.has("visible")) racer.visible = field["visible"].boolean();
  return racer;
}

}  // namespace fogline
