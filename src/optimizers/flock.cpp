// SPDX-License-Identifier: MIT
// The loop of a flock: landscape and rule in turn, block after block.
#include "fogline/optimizers/flock.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <new>

#include "fogline/core/evaluator.hpp"
#include "optimizers/flock_kernels.hpp"

namespace fogline {
namespace {

constexpr std::uint32_t stretch = 128;     // steps between blocks
constexpr std::size_t shared_bytes = 128;  // for what a rule shares at one step

#ifdef FOGLINE_X86_KERNELS
template <class F>
auto for_instructions(InstructionSet instructions, F f) {
  if (instructions == InstructionSet::avx512) return f.template operator()<Avx512>();
  if (instructions == InstructionSet::avx2) return f.template operator()<Avx2>();
  return f.template operator()<Baseline>();
}
#else
template <class F>
auto for_instructions(InstructionSet, F f) {
  return f.template operator()<Baseline>();
}
#endif

template <class Rule>
void advance_shared_of(const void* rule, double rate_factor, const void* from, void* to) {
  using Shared = typename Rule::Shared;
  static_assert(sizeof(Shared) <= shared_bytes && std::is_trivially_copyable_v<Shared>);
  const auto& before = *static_cast<const Shared*>(from);
  new (to) Shared(static_cast<const Rule*>(rule)->advance(before, rate_factor));
}

// Whether a slope as wild as this is seen in the coordinate even a step later.
template <class Rule>
bool leaves_a_trace(const Rule& rule, double slope) {
  using Coordinate = typename Rule::template Coordinate<double>;
  const auto shared = rule.advance({}, 1.0);
  Coordinate c;
  double x = 1;
  rule.update(shared, c, x, slope);
  rule.update(rule.advance(shared, 1.0), c, x, 1.0);
  bool finite = std::isfinite(x);
  if constexpr (!std::is_empty_v<Coordinate>)
    for (const double n : std::bit_cast<std::array<double, sizeof(c) / sizeof(x)>>(c))
      finite = finite && std::isfinite(n);
  return !finite;
}

// is_walkable of all, by eight sums side by side, which the compiler may add in lanes: 0 times what
// is not finite is not 0.
bool all_walkable(const kernels::FlockBlock& b, const double* value) {
  std::array<double, 8> sums{};
  for (std::size_t i = 0; i < b.n; i += sums.size())
    for (std::size_t k = 0; k < sums.size(); ++k)
      sums[k] += 0 * b.row(0)[i + k] + 0 * b.row(1)[i + k] + 0 * value[i + k] +
                 0 * (2 * b.row(2)[i + k]) + 0 * (2 * b.row(3)[i + k]);
  return std::ranges::all_of(sums, [](double sum) { return sum == 0; });
}

void settle_row(double* row, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) row[i] = settled(row[i]);
}

}  // namespace

// A rule and what it is compiled to.
struct Flock::Kernels {
  Optimizer optimizer;
  std::optional<Schedule> schedule;
  const void* rule = nullptr;
  std::vector<double> fresh;  // the numbers of a coordinate before its first step
  bool remembers = false;     // a slope that was NaN or infinite leaves one behind for ever
  kernels::UpdateBlock update = nullptr;
  kernels::Embrace embrace = nullptr;
  kernels::IsFinite is_finite = nullptr;
  void (*advance)(const void* rule, double rate_factor, const void* from, void* to) = nullptr;

  Kernels(const Optimizer& o, const Axes& axes, InstructionSet instructions, std::byte* first)
      : optimizer(o), schedule(axes.schedule) {
    update = for_instructions(
        instructions, [&]<class Arch>() { return kernels::updates<Arch>()[optimizer.index()]; });
    embrace = for_instructions(instructions, []<class Arch>() { return kernels::embrace<Arch>(); });
    is_finite =
        for_instructions(instructions, []<class Arch>() { return kernels::is_finite<Arch>(); });
    std::visit([&](const auto& r) { take(r, first); }, optimizer);
  }

 private:
  template <class Rule>
  void take([[maybe_unused]] const Rule& r, [[maybe_unused]] std::byte* first) {
    if constexpr (PerCoordinate<Rule>) {
      using Coordinate = typename Rule::template Coordinate<double>;
      rule = &r;
      advance = &advance_shared_of<Rule>;
      new (first) typename Rule::Shared{};
      if constexpr (!std::is_empty_v<Coordinate>) {
        const auto numbers =
            std::bit_cast<std::array<double, sizeof(Coordinate) / sizeof(double)>>(Coordinate{});
        fresh.assign(numbers.begin(), numbers.end());
      }
      remembers = leaves_a_trace(r, NAN) && leaves_a_trace(r, HUGE_VAL);
    }
  }
};

bool flocks(const Optimizer& optimizer, const Axes& axes) {
  Axes others = axes;
  others.schedule.reset();
  return others == Axes{} && !axes.watch_the_loss() &&
         std::visit([]<class Rule>(const Rule&) { return PerCoordinate<Rule>; }, optimizer);
}

Flock::Flock(const Optimizer& optimizer, const Axes& axes, const BlockEvaluator& landscape,
             InstructionSet instructions, std::span<const Vec2> starts)
    : landscape_(landscape), walkers_(starts.size()), shared_((stretch + 1) * shared_bytes) {
  assert(flocks(optimizer, axes));
  kernels_ = std::make_shared<const Kernels>(optimizer, axes, instructions,
                                             shared_.data() + stretch * shared_bytes);
  numbers_ = kernels_->fresh.size();
  watched_.resize(blocks());
  lines_.resize(blocks() * rows() * pitch / 8);
  before_.resize(row_of_boxes() * pitch);
  put_down(starts);
}

void Flock::put_down(std::span<const Vec2> starts) {
  for (std::size_t b = 0; b < blocks(); ++b) {
    double value[block_size];
    for (std::size_t i = 0; i < count(b); ++i) {
      block(b)[i] = starts[b * block_size + i].x;
      block(b)[pitch + i] = starts[b * block_size + i].y;
    }
    for (std::size_t k = 0; k < 2 * numbers_; ++k)
      std::fill_n(block(b) + (4 + k) * pitch, count(b), kernels_->fresh[k % numbers_]);
    fill_idle_lanes(b);
    look_around(b, 0, value);
    if (all_walkable({block(b), pitch, lanes(b)}, value)) continue;
    for (std::size_t i = 0; i < count(b); ++i) {
      const std::size_t w = b * block_size + i;
      if (std::isfinite(value[i]) && std::isfinite(norm({number(2, w), number(3, w)}))) continue;
      walkers_[w] = {starts[w], 0, true};
    }
    fill_idle_lanes(b);
  }
}

std::size_t Flock::count(std::size_t block) const {
  return std::min(block_size, size() - block * block_size);
}

// Whether all of its walkers have ended.
bool Flock::is_over(std::size_t block) const {
  const std::span<const Walker> all = std::span(walkers_).subspan(block * block_size, count(block));
  return std::ranges::all_of(all, [](const Walker& w) { return w.ended; });
}

// Losses and slopes where the walkers stand, as they are at a step.
void Flock::look_around(std::size_t index, std::uint32_t step, double* value) {
  double* const x = block(index);
  landscape_.both(landscape_.landscape, {x, x + pitch, value, x + 2 * pitch, x + 3 * pitch,
                                         lanes(index), static_cast<double>(step)});
}

void Flock::advance_shared(std::uint32_t steps) {
  std::byte* const last = shared_.data() + stretch * shared_bytes;
  const std::byte* from = last;
  const auto& schedule = kernels_->schedule;
  for (std::uint32_t k = 0; k < steps; ++k) {
    std::byte* const to = shared_.data() + k * shared_bytes;
    const double factor = schedule ? schedule->factor({}, step_ + k) : 1;
    kernels_->advance(kernels_->rule, factor, from, to);
    from = to;
  }
  kernels_->advance(kernels_->rule, 1, from, last);  // brings an object to life there
  std::memcpy(last, from, shared_bytes);
}

void Flock::walk(std::uint32_t steps, Noting noting) {
  while (steps > 0) {
    const std::uint32_t made = std::min(steps, stretch);
    advance_shared(made);
    for (std::size_t b = 0; b < blocks(); ++b) {
      if (is_over(b)) continue;
      std::copy_n(block(b), before_.size(), before_.begin());
      if (walk_at_ease(b, made, noting)) continue;
      std::ranges::copy(before_, block(b));
      walk_with_care(b, made, noting);
    }
    step_ += made;
    steps -= made;
    noting.rank = noting.rank.subspan(std::min<std::size_t>(made, noting.rank.size()));
  }
}

// Of all walkers of a block, after step number k.
void Flock::note(std::size_t index, const double* value, std::uint32_t k, const Noting& noting) {
  if (!noting.wants(k)) return;
  const double* const x = block(index);
  Note* to = noting.notes + index * block_size * noting.apart + noting.rank[k];
  for (std::size_t i = 0; i < count(index); ++i, to += noting.apart)
    *to = {{x[i], x[pitch + i]}, value[i]};
}

// False where a place or slope may not have been finite: nothing of what was done counts then.
bool Flock::walk_at_ease(std::size_t index, std::uint32_t steps, const Noting& noting) {
  double* const rows = block(index);
  const kernels::FlockBlock b{rows, pitch, lanes(index)};
  const kernels::FlockBlock slopes{b.row(2), pitch, b.n};
  const Block view{rows, rows + pitch, nullptr, rows + 2 * pitch, rows + 3 * pitch, b.n};
  double* const boxes = watched_[index] ? b.row(row_of_boxes()) : nullptr;
  double value[block_size], watch = 0;
  for (std::uint32_t k = 0; k < steps; ++k) {
    update(b, k);
    if (noting.wants(k) || !landscape_.slope) {
      look_around(index, step_ + k + 1, value);
      if (!all_walkable(b, value)) return false;
      note(index, value, k, noting);
    } else {
      watch += landscape_.slope(landscape_.landscape, view);
      if (!kernels_->remembers && !kernels_->is_finite(slopes, 2)) return false;
      if (!(watch < BlockEvaluator::tame)) return false;
    }
    if (boxes) kernels_->embrace(b, boxes);
  }
  // Had a slope been NaN or infinite, places or states would be now, or it was seen.
  return kernels_->is_finite(b, row_of_boxes());
}

void Flock::update(const kernels::FlockBlock& b, std::uint32_t k) {
  kernels_->update(kernels_->rule, shared_.data() + k * shared_bytes, b);
  if (!settles(step_ + k)) return;
  for (std::size_t r = 0; r < row_of_boxes(); r = r == 1 ? 4 : r + 1) settle_row(b.row(r), b.n);
}

// Looking at each place before it is taken. (Boxes only grow, so that they are right for all who go
// on though steps are made again.)
void Flock::walk_with_care(std::size_t index, std::uint32_t steps, const Noting& noting) {
  const kernels::FlockBlock b{block(index), pitch, lanes(index)};
  double* const boxes = watched_[index] ? b.row(row_of_boxes()) : nullptr;
  double value[block_size], x[block_size], y[block_size];
  for (std::uint32_t k = 0; k < steps; ++k) {
    std::copy_n(b.row(0), b.n, x);
    std::copy_n(b.row(1), b.n, y);
    update(b, k);
    if (boxes) kernels_->embrace(b, boxes);
    look_around(index, step_ + k + 1, value);
    if (!all_walkable(b, value)) end_where_not_finite(index, step_ + k, value, x, y);
    note(index, value, k, noting);
  }
  fill_idle_lanes(index);
}

void Flock::end_where_not_finite(std::size_t index, std::uint32_t step, const double* value,
                                 const double* x, const double* y) {
  for (std::size_t i = 0; i < count(index); ++i) {
    const std::size_t w = index * block_size + i;
    if (walkers_[w].ended) continue;
    const Gradient here{value[i], {number(2, w), number(3, w)}};
    if (!is_walkable({number(0, w), number(1, w)}, here)) walkers_[w] = {{x[i], y[i]}, step, true};
  }
}

// Lanes without a walker, or with one that has ended, go along with another.
void Flock::fill_idle_lanes(std::size_t index) {
  const std::size_t first = index * block_size;
  std::size_t guide = 0;
  while (guide < count(index) && walkers_[first + guide].ended) ++guide;
  if (guide == count(index)) guide = 0;
  for (std::size_t i = 0; i < lanes(index); ++i) {
    if (i == guide || (i < count(index) && !walkers_[first + i].ended)) continue;
    for (std::size_t r = 0; r < rows(); ++r)
      block(index)[r * pitch + i] = block(index)[r * pitch + guide];
  }
}

void Flock::watch(std::size_t walker) {
  watched_[walker / block_size] = 1;
  for (std::size_t k = 0; k < 4; ++k) number(row_of_boxes() + k, walker) = number(k % 2, walker);
}

void Flock::watch_none() { std::fill(watched_.begin(), watched_.end(), std::uint8_t{0}); }

Box Flock::box(std::size_t walker) const {
  const std::size_t r = row_of_boxes();
  return {{number(r, walker), number(r + 1, walker)},
          {number(r + 2, walker), number(r + 3, walker)}};
}

void Flock::keep(std::span<const std::uint8_t> flags) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!flags[i]) continue;
    if (kept != i) {
      walkers_[kept] = walkers_[i];
      for (std::size_t r = 0; r < rows(); ++r) number(r, kept) = number(r, i);
      watched_[kept / block_size] |= watched_[i / block_size];
    }
    ++kept;
  }
  walkers_.resize(kept);
  watched_.resize(blocks());
  if (kept > 0) fill_idle_lanes(blocks() - 1);
}

Flock Flock::part(std::size_t first, std::size_t count) const {
  std::vector<std::uint8_t> flags(size());
  std::fill_n(flags.begin() + static_cast<std::ptrdiff_t>(first), count, std::uint8_t{1});
  Flock some = *this;
  some.keep(flags);
  return some;
}

StatesOf<Optimizer>::type Flock::state(std::size_t walker) const {
  return std::visit(
      [&]<class Rule>(const Rule&) -> StatesOf<Optimizer>::type {
        State<Rule> state;
        if constexpr (PerCoordinate<Rule>) {
          using Coordinate = typename Rule::template Coordinate<double>;
          std::memcpy(&state.shared, shared_.data() + stretch * shared_bytes, sizeof state.shared);
          for (std::size_t axis = 0; axis < 2; ++axis)
            if constexpr (!std::is_empty_v<Coordinate>) {
              std::array<double, sizeof(Coordinate) / sizeof(double)> numbers;
              for (std::size_t k = 0; k < numbers.size(); ++k)
                numbers[k] = number(4 + axis * numbers.size() + k, walker);
              state.coordinate[axis] = std::bit_cast<Coordinate>(numbers);
            }
        }
        return state;
      },
      kernels_->optimizer);
}

}  // namespace fogline
