// SPDX-License-Identifier: MIT
// Counting, with every start in every denominator.
#include "fogline/engine/win_table.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {
namespace {

constexpr double z = 1.959963984540054;  // 97.5 % of a standard normal distribution lie below

void add(WinRow& row, const Outcome& outcome) {
  ++row.starts;
  row.finished += outcome.finish ? 1 : 0;
  row.lost += outcome.lost ? 1 : 0;
  row.budget = std::max(row.budget, outcome.cost);
  if (outcome.finish) row.costs.push_back(outcome.finish->cost);
}

// Racer number `i` against all others from one start.
void add_pairs(WinRow& row, const Outcomes& all, std::size_t i, double tolerance) {
  bool beaten = false;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (k == i) continue;
    const bool wins = is_ahead(all[i], all[k], tolerance);
    const bool loses = is_ahead(all[k], all[i], tolerance);
    row.wins += wins ? 1 : 0;
    row.losses += loses ? 1 : 0;
    row.ties += wins || loses ? 0 : 1;
    beaten = beaten || loses;
  }
  row.ahead += beaten ? 0 : 1;
}

// The least cost for which at least half of all starts have finished.
std::optional<double> median_of(const WinRow& row) {
  const auto half = static_cast<std::size_t>((row.starts + 1) / 2);
  if (row.starts == 0 || row.costs.size() < half) return std::nullopt;
  return row.costs[half - 1];
}

}  // namespace

Likely wilson(int successes, int trials) {
  if (trials == 0) return {};
  const double n = trials, p = successes / n;
  const double middle = p + z * z / (2 * n);
  const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 / (1 + z * z / n);
  return {successes == 0 ? 0 : scale * (middle - reach),
          successes == trials ? 1 : scale * (middle + reach)};
}

bool is_ahead(const Outcome& a, const Outcome& b, double tolerance) {
  if (a.lost || b.lost) return !a.lost && b.lost;
  if (a.finish && b.finish) return a.finish->cost < b.finish->cost;
  if (a.finish || b.finish) return a.finish.has_value();
  return a.loss < b.loss - tolerance || (std::isfinite(a.loss) && !std::isfinite(b.loss));
}

double WinRow::share_within(double cost) const {
  if (starts == 0) return 0;
  const auto within = std::upper_bound(costs.begin(), costs.end(), cost) - costs.begin();
  return static_cast<double>(within) / starts;
}

std::vector<WinRow> win_table(const std::vector<Outcomes>& outcomes, Pattern pattern,
                              double tolerance) {
  std::vector<WinRow> rows;
  for (const Outcomes& all : outcomes) {
    if (rows.size() < all.size()) rows.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      add(rows[i], all[i]);
      add_pairs(rows[i], all, i, tolerance);
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    WinRow& row = rows[i];
    row.racer = i;
    std::sort(row.costs.begin(), row.costs.end());
    row.median_cost = median_of(row);
    if (pattern == Pattern::random) row.rate_likely = wilson(row.finished, row.starts);
  }
  return rows;
}

double finish_tolerance(const Experiment& experiment, const Survey& survey) {
  return experiment.finish * survey.relief;
}

}  // namespace fogline
