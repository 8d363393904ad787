// SPDX-License-Identifier: MIT
// Sums over a window.
#include "window.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// Of the i-th of some samples, from `begin` to before `end`. Eight results side by side, which the
// compiler may work out in lanes, are put together in the end.
template <class Term, class Join>
double gather(std::size_t begin, std::size_t end, double nothing, Term term, Join join) {
  std::array<double, 8> part;
  part.fill(nothing);
  for (; begin + part.size() <= end; begin += part.size())
    for (std::size_t k = 0; k < part.size(); ++k) part[k] = join(part[k], term(begin + k));
  for (; begin < end; ++begin) part[0] = join(part[0], term(begin));
  return join(join(join(part[0], part[4]), join(part[1], part[5])),
              join(join(part[2], part[6]), join(part[3], part[7])));
}

// Each term counts for its share, so that huge ones do not overflow.
template <class Term>
double mean_of(std::size_t begin, std::size_t end, Term term) {
  const double share = 1 / static_cast<double>(end - begin);
  return gather(
      begin, end, 0, [&](std::size_t i) { return share * term(i); },
      [](double a, double b) { return a + b; });
}
template <class Term>
double largest(std::size_t begin, std::size_t end, Term term) {
  return gather(begin, end, -HUGE_VAL, term, [](double a, double b) { return b > a ? b : a; });
}

double lowest(const Window& w, std::size_t begin, std::size_t end) {
  return -largest(begin, end, [&](std::size_t i) { return -w.loss[i]; });
}

double farthest(const Window& w, Vec2 from) {
  const auto square = [&](double unit) {
    return largest(0, w.samples(), [&](std::size_t i) {
      return sq(unit * (w.x[i] - from.x)) + sq(unit * (w.y[i] - from.y));
    });
  };
  const double plain = square(1);
  return plain < HUGE_VAL ? std::sqrt(plain) : 0x1p600 * std::sqrt(square(0x1p-600));
}

Vec2 mean_place(const Window& w, std::size_t begin, std::size_t end) {
  return {mean_of(begin, end, [&](std::size_t i) { return w.x[i]; }),
          mean_of(begin, end, [&](std::size_t i) { return w.y[i]; })};
}
double mean_loss(const Window& w, std::size_t begin, std::size_t end) {
  return mean_of(begin, end, [&](std::size_t i) { return w.loss[i]; });
}
// Of the mean loss, were the losses independent.
double squared_error(const Window& w, std::size_t begin, std::size_t end) {
  const double mean = mean_loss(w, begin, end);
  return mean_of(begin, end, [&](std::size_t i) { return sq(w.loss[i] - mean); }) /
         static_cast<double>(end - begin);
}

}  // namespace

std::uint32_t Retrospect::operator[](std::uint32_t i) const {
  const std::uint32_t n = last - first + 1;
  if (n <= most) return first + i;
  const double along = 0.6180339887498949 * i, within = along - static_cast<std::uint32_t>(along);
  return first + static_cast<std::uint32_t>((i + within) * n / most);
}

Window::Sample Window::lowest_since(std::size_t begin) const {
  const double least = lowest(*this, begin, samples());
  for (std::size_t i = begin; i < samples(); ++i)
    if (loss[i] == least) return (*this)[i];
  return (*this)[begin];  // all are NaN
}

double Window::mean_loss() const { return fogline::mean_loss(*this, 0, samples()); }
double Window::reach() const { return farthest(*this, mean); }
double Window::displacement() const { return farthest(*this, (*this)[samples() - 1].x); }

double Window::spread() const {
  return std::sqrt(
      mean_of(0, samples(), [&](std::size_t i) { return sq(x[i] - mean.x) + sq(y[i] - mean.y); }));
}

Vec2 Window::drift() const {
  const std::size_t n = samples();
  return n < 2 ? Vec2{} : mean_place(*this, n / 2, n) - mean_place(*this, 0, n / 2);
}

double Window::fall() const {
  const std::size_t n = samples();
  return n < 2 ? 0 : fogline::mean_loss(*this, 0, n / 2) - fogline::mean_loss(*this, n / 2, n);
}

bool Window::falls() const {
  const double by = fall();
  if (!(by > 0) || !(by > 0.01 * (mean_loss() - lowest(*this, 0, samples())))) return false;
  const std::size_t n = samples();
  return by > 3 * std::sqrt(squared_error(*this, 0, n / 2) + squared_error(*this, n / 2, n));
}

bool Window::gets_lower() const {
  const double least = lowest(*this, 0, samples());
  const double gain = lowest(*this, 0, samples() / 2) - least;  // 0 where the best is an early one
  if (!(gain > 0)) return false;
  const double highest = largest(0, samples(), [&](std::size_t i) { return loss[i]; });
  return gain > 0.25 * (highest - least) || fall() > 0.1 * (mean_loss() - least);
}

std::uint32_t life_begin(const Walk& t, std::uint32_t step, std::uint32_t most) {
  const std::uint32_t begin = step > most ? step - most : 0;
  if (!t.course().axes.restarts) return begin;
  for (std::uint32_t k = step; k > begin; --k)
    if (has(t.glimpse(k).event, Event::restart)) return k;
  return begin;
}

std::uint32_t later_half(const Walk& t, std::uint32_t step, std::uint32_t most) {
  return (step - life_begin(t, step, 2 * most)) / 2;
}

Window look_back(const Walk& t, const OwnObjective& f, const Retrospect& back) {
  Window w;  // its rows are written as far as they are read
  assert(back.count() > 0 && back.count() <= w.x.size());
  w.back = back;
  const bool recorded = f.is_recorded();
  for (std::uint32_t i = 0; i < back.count(); ++i) {
    const Glimpse g = t.glimpse(back[i]);
    w.x[i] = g.x.x;
    w.y[i] = g.x.y;
    w.loss[i] = recorded ? g.loss : f.value(g);
  }
  w.mean = mean_place(w, 0, w.samples());
  return w;
}

}  // namespace fogline
