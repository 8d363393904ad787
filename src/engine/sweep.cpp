// SPDX-License-Identifier: MIT
// Every cell by itself.
#include "fogline/engine/sweep.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <stdexcept>

#include "bare_judgement.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/roster.hpp"
#include "fogline/optimizers/flock.hpp"
#include "start_flock.hpp"

namespace fogline {
namespace {

void set(Outfit& outfit, const SweepAxis& axis, double value) {
  const std::vector<NamedParam> all = named_params(outfit);
  std::vector<std::string_view> known;
  for (const auto& [name, param] : all) {
    known.push_back(name);
    if (name == axis.name) return param.set(param.kind() == Kind::real ? value : std::round(value));
  }
  throw std::invalid_argument(unknown_name("hyperparameter", axis.name, known));
}

void check_span(const SweepAxis& axis) {
  if (!std::isfinite(axis.high - axis.low) || (axis.log && !std::isfinite(axis.high / axis.low)))
    throw std::invalid_argument(axis.name + ": from " + number_text(axis.low, 6) + " to " +
                                number_text(axis.high, 6) + " is too far for steps of one size");
}

constexpr auto between_looks = std::chrono::milliseconds(5);  // at whether to go on

}  // namespace

std::vector<NamedParam> named_params(Outfit& outfit) {
  std::vector<NamedParam> all;
  for (const Param& p : params(outfit.optimizer)) all.push_back({std::string(p.name), p});
  outfit.axes.visit([&]<class Axis>(std::optional<Axis>& axis) {
    if (!axis) return;
    for (const Param& p : axis->params())
      all.push_back({std::string(Axis::info.id) + '.' + std::string(p.name), p});
  });
  return all;
}

double SweepAxis::at(std::size_t i, std::size_t n) const {
  if (i == 0 || n < 2) return low;
  if (i == n - 1) return high;
  const double share = static_cast<double>(i) / static_cast<double>(n - 1);
  return log ? low * exp(share * fogline::log(high / low)) : low + share * (high - low);
}

Outfit SweepSetting::outfit_of(std::size_t cell) const {
  Outfit outfit{optimizer, axes};
  set(outfit, x, x.at(cell % nx, nx));
  if (y) set(outfit, *y, y->at(cell / nx, ny));
  return outfit;
}

std::vector<Vec2> random_starts(std::uint64_t seed, const Box& box, std::size_t count) {
  std::vector<Vec2> starts;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Vec2 u = Stream{seed, i}.uniform_pair(Purpose::start, 0);
    starts.push_back(box.at(u.x, u.y));
  }
  return starts;
}

Sweep::Sweep(const SweepSetting& setting, CellRange cells,
             std::optional<InstructionSet> instructions)
    : setting_(setting),
      range_(cells),
      instructions_(instructions),
      survey_(fogline::survey(setting.landscape)),
      then_(fogline::survey(setting.landscape, setting.steps)),
      cells_(cells.last - cells.first),
      done_(cells.last - cells.first),
      next_(cells.first) {
  assert(cells.first <= cells.last && cells.last <= setting.cells());
  const std::size_t all = setting.cells();
  check_span(setting_.x);
  if (setting_.y) check_span(*setting_.y);
  for (const std::size_t corner : {std::size_t{0}, setting_.nx - 1, all - setting_.nx, all - 1})
    setting_.outfit_of(corner);
}

void Sweep::walk_coarse_first() {
  assert(cells_.size() == setting_.cells());
  const std::size_t nx = setting_.nx, ny = setting_.ny;
  for (std::size_t stride = coarsest; stride > 0; stride /= 2)
    for (std::size_t j = 0; j < ny; j += stride)
      for (std::size_t i = 0; i < nx; i += stride)
        if (stride == coarsest || i % (2 * stride) != 0 || j % (2 * stride) != 0)
          order_.push_back(static_cast<std::uint32_t>(j * nx + i));
}

void Sweep::finish(std::size_t cell, const SweepCell& walked) {
  cells_[cell - range_.first] = walked;
  done_[cell - range_.first].store(true, std::memory_order_release);
  count_done_.fetch_add(1, std::memory_order_acq_rel);
}

bool Sweep::advance(Clock::time_point deadline) {
  do {
    if (cancelled_.load(std::memory_order_relaxed)) return true;
    const std::size_t place = next_.fetch_add(1, std::memory_order_relaxed);
    if (place >= range_.last) return true;
    const std::size_t cell = order_.empty() ? place : order_[place];
    const auto walked = walk_cell(cell);
    if (!walked) return true;
    finish(cell, *walked);
  } while (Clock::now() < deadline);
  return next_.load(std::memory_order_relaxed) >= range_.last;
}

// One walk of a cell.
struct Sweep::End {
  double loss = 0;
  Verdict verdict = Verdict::descending;
  std::optional<double> cost;  // until it crossed the finish line
};

std::optional<SweepCell> Sweep::walk_cell(std::size_t cell) const {
  const Outfit worn = setting_.outfit_of(cell);
  // A few walks would leave most of a register empty.
  const bool in_lanes =
      instructions_ && setting_.starts.size() >= 4 && flocks(worn.optimizer, worn.axes);
  const std::vector<End> ends = in_lanes ? walk_in_lanes(worn) : walk_one_by_one(worn);
  if (cancelled_.load(std::memory_order_relaxed)) return std::nullopt;
  std::array<std::uint32_t, static_cast<std::size_t>(Verdict::stopped_early) + 1> verdicts{};
  double loss = 0, cost = 0;
  SweepCell c;
  for (const End& end : ends) {
    loss += end.loss / static_cast<double>(ends.size());
    ++verdicts[static_cast<std::size_t>(end.verdict)];
    if (!end.cost) continue;
    ++c.finished;
    cost += *end.cost;
  }
  if (std::isfinite(loss)) c.loss = loss;
  if (c.finished > 0) c.cost = cost / c.finished;
  c.verdict =
      static_cast<Verdict>(std::max_element(verdicts.begin(), verdicts.end()) - verdicts.begin());
  return c;
}

std::optional<double> Sweep::finish_line() const {
  if (!survey_.lowest) return std::nullopt;
  return *survey_.lowest + setting_.finish * survey_.relief;
}

std::vector<Sweep::End> Sweep::walk_in_lanes(const Outfit& worn) const {
  std::vector<End> ends;
  for (const FlockEnd& end : walk_from({.landscape = setting_.landscape,
                             .optimizer = worn.optimizer,
                             .axes = worn.axes,
                             .map = survey_,
                             .then = then_,
                             .line = finish_line(),
                             .steps = setting_.steps,
                             .instructions = *instructions_,
                             .starts = setting_.starts,
                             .stops = cancelled_})) {
    ends.push_back({end.loss, end.verdict, {}});
    if (end.crossed) ends.back().cost = cost({.gradients = *end.crossed}, setting_.prices);
  }
  return ends;
}

std::vector<Sweep::End> Sweep::walk_one_by_one(const Outfit& worn) const {
  std::vector<End> ends;
  SurroundingsMemo memo;
  for (std::uint32_t i = 0; i < setting_.starts.size(); ++i) {
    Trajectory t(
        {setting_.landscape, worn.optimizer, worn.axes, setting_.starts[i], setting_.seed, i});
    while (!t.extend(setting_.steps, Clock::now() + between_looks))
      if (cancelled_.load(std::memory_order_relaxed)) return ends;
    const bool spent = t.last() == setting_.steps;
    ends.push_back(
        {t.answer(t.last()).loss, bare_judgement(then_, t, t.last(), spent, &memo).verdict, {}});
    const auto line = finish_line();
    const auto crossed = line ? t.first_at_most(*line, t.last()) : std::nullopt;
    if (crossed) ends.back().cost = t.cost(*crossed, setting_.prices);
  }
  return ends;
}

}  // namespace fogline
