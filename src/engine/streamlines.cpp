// SPDX-License-Identifier: MIT
// Evenly spaced lines: a seed is used where nothing is near, and the line through it goes on up and
// down until it comes near another one.
#include <algorithm>
#include <cmath>

#include "fogline/engine/streamline.hpp"

namespace fogline {
namespace {

constexpr double nearest = 0.5;   // of the spacing: how near lines come to each other
constexpr double shortest = 1.5;  // of the spacing: shorter lines are left out

// Where the line is cut: its first point for which `taken` holds, or its end.
template <class Taken>
void cut_where(std::vector<Vec2>& line, const Taken& taken) {
  line.erase(std::find_if(line.begin() + 1, line.end(), taken), line.end());
}

double length_of(const std::vector<Vec2>& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += norm(line[i] - line[i - 1]);
  return sum;
}

}  // namespace

Streamlines::Streamlines(const Landscape& landscape, const Box& box, int across)
    : landscape_(landscape), box_(box) {
  const Vec2 size = box.size();
  spacing_ = std::max(size.x, size.y) / across;
  columns_ = static_cast<int>(size.x / spacing_) + 1;
  rows_ = static_cast<int>(size.y / spacing_) + 1;
  taken_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  for (int j = 0; j < rows_; ++j)
    for (int i = 0; i < columns_; ++i)
      seeds_.push_back(box.at((i + 0.5) / columns_, (j + 0.5) / rows_));
}

bool Streamlines::advance(Clock::time_point deadline) {
  while (!done()) {
    trace(seeds_[seed_++]);
    if (Clock::now() >= deadline) break;
  }
  return done();
}

bool Streamlines::is_free(Vec2 x) const {
  const Vec2 p = x - box_.low;
  const int column = static_cast<int>(p.x / spacing_), row = static_cast<int>(p.y / spacing_);
  for (int r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r)
    for (int c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c)
      for (const Vec2 other : taken_[static_cast<std::size_t>(r * columns_ + c)])
        if (norm(other - x) < nearest * spacing_) return false;
  return true;
}

void Streamlines::occupy(const std::vector<Vec2>& line) {
  Vec2 last{HUGE_VAL, HUGE_VAL};
  for (const Vec2 x : line) {
    if (norm(x - last) < 0.1 * spacing_) continue;
    const Vec2 p = x - box_.low;
    const int column = std::clamp(static_cast<int>(p.x / spacing_), 0, columns_ - 1);
    const int row = std::clamp(static_cast<int>(p.y / spacing_), 0, rows_ - 1);
    taken_[static_cast<std::size_t>(row * columns_ + column)].push_back(x);
    last = x;
  }
}

void Streamlines::trace(Vec2 seed) {
  if (!is_free(seed)) return;
  const Evaluator f = evaluator(landscape_);
  const double longest = box_.diagonal();
  std::vector<Vec2> down = steepest_descent(f, box_, seed, longest).points;
  std::vector<Vec2> line = steepest_ascent(f, box_, seed, longest).points;
  const auto taken = [&](Vec2 x) { return !is_free(x); };
  cut_where(down, taken);
  cut_where(line, taken);
  std::reverse(line.begin(), line.end());
  line.insert(line.end(), down.begin() + 1, down.end());
  if (length_of(line) < shortest * spacing_) return;
  occupy(line);
  lines_.push_back(std::move(line));
}

}  // namespace fogline
