// SPDX-License-Identifier: MIT
// Every cell by itself.
#include "fogline/engine/sweep.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "fogline/core/elementary.hpp"
#include "fogline/core/roster.hpp"

namespace fogline {
namespace {

void set(Optimizer& optimizer, const std::string& name, double value) {
  std::vector<std::string_view> known;
  for (const Param& p : params(optimizer)) {
    known.push_back(p.name);
    if (p.name == name) return p.set(p.kind() == Kind::real ? value : std::round(value));
  }
  throw std::invalid_argument(unknown_name("hyperparameter", name, known));
}

// The first step at which the loss has crossed the finish line.
std::optional<std::uint32_t> finish_of(const Trajectory& t, double line) {
  for (std::uint32_t k = 0; k <= t.last(); ++k)
    if (t.at(k).loss <= line) return k;
  return std::nullopt;
}

}  // namespace

double SweepAxis::at(std::size_t i, std::size_t n) const {
  if (i == 0 || n < 2) return low;
  if (i == n - 1) return high;
  const double share = static_cast<double>(i) / static_cast<double>(n - 1);
  return log ? low * exp(share * fogline::log(high / low)) : low + share * (high - low);
}

Optimizer SweepSetting::optimizer_of(std::size_t cell) const {
  Optimizer o = optimizer;
  set(o, x.name, x.at(cell % nx, nx));
  if (y) set(o, y->name, y->at(cell / nx, ny));
  return o;
}

Sweep::Sweep(const SweepSetting& setting)
    : setting_(setting),
      survey_(survey(setting.landscape)),
      last_(setting.cells()),
      cells_(setting.cells()) {
  for (const std::size_t corner : {std::size_t{0}, setting_.nx - 1, last_ - setting_.nx, last_ - 1})
    setting_.optimizer_of(corner);
}

void Sweep::restrict_to(std::size_t first, std::size_t last) {
  next_ = first;
  last_ = last;
}

bool Sweep::advance(Clock::time_point deadline) {
  do {
    if (cancelled_.load(std::memory_order_relaxed)) return true;
    const std::size_t cell = next_.fetch_add(1, std::memory_order_relaxed);
    if (cell >= last_) return true;
    cells_[cell] = walk_cell(cell);
    count_done_.fetch_add(1, std::memory_order_acq_rel);
  } while (Clock::now() < deadline);
  return next_.load(std::memory_order_relaxed) >= last_;
}

SweepCell Sweep::walk_cell(std::size_t cell) const {
  const Optimizer optimizer = setting_.optimizer_of(cell);
  std::array<std::uint32_t, static_cast<std::size_t>(Verdict::stopped_early) + 1> verdicts{};
  const double n = static_cast<double>(setting_.starts.size());
  double loss = 0, cost = 0;
  SweepCell c;
  for (std::uint32_t i = 0; i < setting_.starts.size(); ++i) {
    Trajectory t(
        {setting_.landscape, optimizer, setting_.axes, setting_.starts[i], setting_.seed, i});
    t.extend(setting_.steps);
    loss += t.answer(t.last()).loss / n;
    ++verdicts[static_cast<std::size_t>(
        judge(survey_, t, t.last(), t.last() == setting_.steps).verdict)];
    if (!survey_.lowest) continue;
    const auto step = finish_of(t, *survey_.lowest + setting_.finish * survey_.relief);
    if (!step) continue;
    ++c.finished;
    cost += t.cost(*step, {});
  }
  if (std::isfinite(loss)) c.loss = loss;
  if (c.finished > 0) c.cost = cost / c.finished;
  c.verdict =
      static_cast<Verdict>(std::max_element(verdicts.begin(), verdicts.end()) - verdicts.begin());
  return c;
}

}  // namespace fogline
