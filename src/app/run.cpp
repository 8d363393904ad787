// SPDX-License-Identifier: MIT
// `fogline run`: one walk, streamed row by row.
#include <cmath>
#include <stdexcept>

#include "app/assignments.hpp"
#include "app/commands.hpp"
#include "app/escape_json.hpp"
#include "app/judgement_json.hpp"
#include "app/output.hpp"
#include "fogline/engine/pytorch.hpp"
#include "fogline/engine/verdict.hpp"

namespace fogline::app {
namespace {

std::string event_text(Event event) {
  std::string text;
  const auto add = [&](Event one, const char* name) {
    if (has(event, one)) text += text.empty() ? name : std::string("+") + name;
  };
  add(Event::restart, "restart");
  add(Event::uphill, "uphill");
  add(Event::reheat, "reheat");
  return text;
}

std::string csv_row(const Iterate& i, double cost) {
  std::string row = std::to_string(i.step);
  for (const double v : {i.x.x, i.x.y, i.loss, i.gradient_norm}) row += "," + exact(v);
  for (const auto n : {i.counts.values, i.counts.gradients, i.counts.hessians})
    row += "," + std::to_string(n);
  return row + "," + exact(cost) + "," + event_text(i.event) + "\n";
}

// Without its closing brace.
std::string json_row(const Iterate& i, double cost) {
  return "  {\"step\": " + std::to_string(i.step) + ", \"x\": " + exact(i.x.x) +
         ", \"y\": " + exact(i.x.y) + ", \"loss\": " + exact(i.loss) +
         ", \"gradient_norm\": " + exact(i.gradient_norm) +
         ", \"values\": " + std::to_string(i.counts.values) +
         ", \"gradients\": " + std::to_string(i.counts.gradients) +
         ", \"hessians\": " + std::to_string(i.counts.hessians) + ", \"cost\": " + exact(cost) +
         ", \"event\": \"" + event_text(i.event) + "\"";
}

Course course_of(const RunOptions& options) {
  const Optimizer optimizer = make_optimizer(options.optimizer);
  Course course{
      make_landscape(options.landscape),    optimizer,    read_axes(options.axes, optimizer),
      read_point(options.start, "--start"), options.seed, options.walker};
  assign([&] { return params(course.landscape); }, options.params, "--param");
  assign([&] { return params(course.optimizer); }, options.set, "--set");
  return course;
}

// Calls f(Iterate) for the start and each step, fewer than `steps` where a value stops being
// finite.
template <class F>
void walk_through(Trajectory& trajectory, std::uint32_t steps, F f) {
  f(trajectory.at(0));
  for (std::uint32_t step = 1; step <= steps; ++step) {
    if (step > trajectory.last()) trajectory.extend(std::min(steps, step + Trajectory::block_size));
    if (step > trajectory.last()) return;
    f(trajectory.at(step));
  }
}

// What would have served the walk better, as in a race of this racer alone; null for a walk with
// another walker's random numbers, which no race makes.
nlohmann::ordered_json escapes_of(const Course& course, std::uint32_t steps) {
  if (course.walker != 0) return nullptr;
  Experiment e{.landscape = course.landscape, .seed = course.seed};
  e.budget.amount = steps;
  e.racers = {new_racer(e, course.optimizer, course.start)};
  e.racers[0].axes = course.axes;
  Race race;
  race.follow(e);
  race.advance();
  return escapes_json(escapes(e, race, 0));
}

// What the last row says besides: how the walk ended.
std::string json_end(const Trajectory& t, std::uint32_t steps) {
  const Judgement j = judge(survey(t.course().landscape), t, t.last(), t.last() == steps);
  const nlohmann::ordered_json end = {{"verdict", id(j.verdict)},
                                      {"walker_says", j.walker_says},
                                      {"map_says", j.map_says},
                                      {"evidence", evidence_json(j.evidence)},
                                      {"escapes", escapes_of(t.course(), steps)}};
  return ", " + end.dump().substr(1);
}

void write_csv(Trajectory& t, std::uint32_t steps, Output& out) {
  out.write("step,x,y,loss,gradient_norm,values,gradients,hessians,cost,event\n");
  walk_through(t, steps, [&](const Iterate& i) { out.write(csv_row(i, t.cost(i.step, {}))); });
}

void write_json(Trajectory& t, std::uint32_t steps, Output& out) {
  out.write("[\n");
  walk_through(t, steps, [&](const Iterate& i) {
    out.write((i.step > 0 ? "},\n" : "") + json_row(i, t.cost(i.step, {})));
  });
  out.write(json_end(t, steps) + "\n]\n");
}

void write_program(const Course& course, std::uint32_t steps, Output& out) {
  const PytorchProgram program = pytorch_program(course, steps);
  if (program.text.empty()) throw std::invalid_argument("--format python: " + program.why_not);
  out.write(program.text);
}

}  // namespace

void run(const RunOptions& options) {
  if (options.steps > Trajectory::longest)
    throw std::invalid_argument("--steps: at most 1000000 steps, not " +
                                std::to_string(options.steps));
  const Course course = course_of(options);
  const auto steps = static_cast<std::uint32_t>(options.steps);
  Trajectory trajectory(course);
  if (trajectory.ended())
    throw std::invalid_argument(
        "--start: the loss there is not a finite number; start nearer to the domain");
  Output out(options.out);
  if (options.format == "python") {
    write_program(course, steps, out);
    return out.finish();
  }
  const auto write = options.format == "csv" ? write_csv : write_json;
  write(trajectory, steps, out);
  out.finish();
}

}  // namespace fogline::app
