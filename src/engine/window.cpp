// SPDX-License-Identifier: MIT
// Sums over a window.
#include "window.hpp"

#include <Eigen/Core>
#include <array>
#include <cassert>
#include <cmath>

namespace fogline {
namespace {

using Part = Eigen::Map<const Eigen::ArrayXd>;

Part part(const Window::Row& row, std::size_t begin, std::size_t end) {
  return {row.data() + begin, static_cast<Eigen::Index>(end - begin)};
}
Part all(const Window& w, const Window::Row& row) { return part(row, 0, w.samples()); }

// Each term counts for its share, so that huge ones do not overflow. Eight sums side by side, for
// Eigen's own would be added in another order on a machine with wider registers.
template <class Terms>
double mean_of(const Eigen::ArrayBase<Terms>& terms) {
  const Eigen::Index n = terms.size(), whole = n / 8 * 8;
  const double share = 1 / static_cast<double>(n);
  Eigen::Array<double, 8, 1> sums = Eigen::Array<double, 8, 1>::Zero();
  for (Eigen::Index i = 0; i < whole; i += 8) sums += share * terms.template segment<8>(i);
  sums.head(n - whole) += share * terms.tail(n - whole);
  const Eigen::Array4d four = sums.head<4>() + sums.tail<4>();
  return (four[0] + four[1]) + (four[2] + four[3]);
}
// NaN counts for nothing, unless there is nothing else.
template <class Terms>
double lowest(const Eigen::ArrayBase<Terms>& terms) {
  return terms.template minCoeff<Eigen::PropagateNumbers>();
}
template <class Terms>
double highest(const Eigen::ArrayBase<Terms>& terms) {
  return terms.template maxCoeff<Eigen::PropagateNumbers>();
}

double farthest(const Window& w, Vec2 from) {
  const auto square = [&](double unit) {
    return highest((unit * (all(w, w.x) - from.x)).square() +
                   (unit * (all(w, w.y) - from.y)).square());
  };
  const double plain = square(1);
  return plain < HUGE_VAL ? std::sqrt(plain) : 0x1p600 * std::sqrt(square(0x1p-600));
}

Vec2 mean_place(const Window& w, std::size_t begin, std::size_t end) {
  return {mean_of(part(w.x, begin, end)), mean_of(part(w.y, begin, end))};
}
// Of the mean loss, were the losses independent.
double squared_error(Part losses) {
  return mean_of((losses - mean_of(losses)).square()) / static_cast<double>(losses.size());
}

}  // namespace

void Retrospect::list(std::span<std::uint32_t> steps) const {
  assert(steps.size() == count());
  const std::uint32_t n = last - first + 1;
  const double each = static_cast<double>(n) / most;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    const double along = 0.6180339887498949 * i, within = along - static_cast<int>(along);
    steps[i] = first + (n <= most ? i : static_cast<int>((i + within) * each));
  }
}

Window::Sample Window::lowest_since(std::size_t begin) const {
  const double least = lowest(part(loss, begin, samples()));
  for (std::size_t i = begin; i < samples(); ++i)
    if (loss[i] == least) return (*this)[i];
  return (*this)[begin];  // all are NaN
}

double Window::mean_loss() const { return mean_of(all(*this, loss)); }
double Window::reach() const { return farthest(*this, mean); }
double Window::displacement() const { return farthest(*this, (*this)[samples() - 1].x); }

double Window::spread() const {
  return std::sqrt(mean_of((all(*this, x) - mean.x).square() + (all(*this, y) - mean.y).square()));
}

Vec2 Window::drift() const {
  const std::size_t n = samples();
  return n < 2 ? Vec2{} : mean_place(*this, n / 2, n) - mean_place(*this, 0, n / 2);
}

double Window::fall() const {
  const std::size_t n = samples();
  return n < 2 ? 0 : mean_of(part(loss, 0, n / 2)) - mean_of(part(loss, n / 2, n));
}

bool Window::falls() const {
  const double by = fall();
  if (!(by > 0) || !(by > 0.01 * (mean_loss() - lowest(all(*this, loss))))) return false;
  const std::size_t n = samples();
  return by >
         3 * std::sqrt(squared_error(part(loss, 0, n / 2)) + squared_error(part(loss, n / 2, n)));
}

bool Window::gets_lower() const {
  const Part losses = all(*this, loss);
  const double least = lowest(losses);
  const double gain =
      lowest(part(loss, 0, samples() / 2)) - least;  // 0 where the best is an early one
  if (!(gain > 0)) return false;
  return gain > 0.25 * (highest(losses) - least) || fall() > 0.1 * (mean_loss() - least);
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
  std::array<std::uint32_t, std::tuple_size_v<Window::Row>> room;
  const std::span steps = std::span(room).first(back.count());
  back.list(steps);
  t.track(steps, w.x, w.y, w.loss);
  for (std::size_t i = 0; !f.is_recorded() && i < steps.size(); ++i)
    w.loss[i] = f.value({steps[i], {w.x[i], w.y[i]}, w.loss[i]});
  w.mean = mean_place(w, 0, w.samples());
  return w;
}

}  // namespace fogline
