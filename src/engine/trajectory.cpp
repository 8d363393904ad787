// SPDX-License-Identifier: MIT
// Blocks of columns in a ring, checkpoints between them, and the outline that is drawn of long
// walks.
#include "fogline/engine/trajectory.hpp"

#include <algorithm>
#include <cassert>

namespace fogline {
namespace {

Gear gear_of(const Course& course) {
  return equip(course.optimizer, course.axes, evaluator(course.landscape), domain(course.landscape),
               {course.seed, course.walker}, drifts(course.landscape));
}

}  // namespace

Columns Trajectory::Block::columns(std::uint32_t row) {
  return {&position[Columns::dimension * row],
          &loss[row],
          &gradient_norm[row],
          &values[row],
          &gradients[row],
          &hessians[row],
          &best_step[row],
          &event[row]};
}

Trajectory::Trajectory(const Course& course)
    : course_(std::make_shared<const Course>(course)),
      gear_(gear_of(*course_)),
      slots_(blocks_kept) {
  front_ = set_out(gear_, course.start);
  latest_ = front_;
  checkpoints_.push_back(front_);
  const Block& block = open_start();
  ended_ = !std::isfinite(block.loss[0]) || !std::isfinite(block.gradient_norm[0]);
}

// Block 0 with its first row, the start, in it.
Trajectory::Block& Trajectory::open_start() const {
  Block& block = open_block(0);
  record(checkpoints_.front(), block.columns(0));
  block.rows = 1;
  return block;
}

// Makes the slot of block `number` ready to be written from its first row.
Trajectory::Block& Trajectory::open_block(std::uint32_t number) const {
  Block& block = slot(number);
  block.number = number;
  block.rows = 0;
  block.position.resize(Columns::dimension * block_size);
  for (auto* column : {&block.loss, &block.gradient_norm}) column->resize(block_size);
  for (auto* column : {&block.values, &block.gradients, &block.hessians, &block.best_step})
    column->resize(block_size);
  block.event.resize(block_size);
  return block;
}

bool Trajectory::extend(std::uint32_t step, Clock::time_point deadline) {
  step = std::min(step, longest);
  for (std::uint32_t chunk = 8; !ended_ && last_ < step; chunk = std::min(2 * chunk, block_size)) {
    const std::uint32_t number = (last_ + 1) / block_size, row = (last_ + 1) % block_size;
    if (row == 0) close_block();
    Block& block = row == 0 ? open_block(number) : slot(number);
    if (block.number != number)
      block_of(last_);  // the ring was used for older steps: bring the front block back
    const std::uint32_t wanted = std::min({chunk, step - last_, block_size - row});
    const auto made = static_cast<std::uint32_t>(walk(gear_, front_, wanted, block.columns(row)));
    block.rows = row + made;
    last_ += made;
    ended_ = made < wanted || front_.stopped;
    if (Clock::now() >= deadline) break;
  }
  return ended_ || last_ >= step;
}

// The block that ends at last_ is full: keep a checkpoint for the next one and this one's outline.
void Trajectory::close_block() {
  checkpoints_.push_back(front_);
  outline(block_of(last_));
}

// Of each run of rows: the extremes of x, y and loss, the ends, and what carries an event.
void Trajectory::outline(const Block& block) {
  constexpr std::uint32_t run = 256;
  for (std::uint32_t first = 0; first < block.rows; first += run) {
    const std::uint32_t end = std::min(first + run, block.rows);
    std::array<std::uint32_t, 8> keep{first, first, first, first, first, first, first, end - 1};
    for (std::uint32_t r = first; r < end; ++r) {
      if (block.position[2 * r] < block.position[2 * keep[1]]) keep[1] = r;
      if (block.position[2 * r] > block.position[2 * keep[2]]) keep[2] = r;
      if (block.position[2 * r + 1] < block.position[2 * keep[3]]) keep[3] = r;
      if (block.position[2 * r + 1] > block.position[2 * keep[4]]) keep[4] = r;
      if (block.loss[r] < block.loss[keep[5]]) keep[5] = r;
      if (block.loss[r] > block.loss[keep[6]]) keep[6] = r;
    }
    for (std::uint32_t r = first; r < end; ++r)
      if (std::find(keep.begin(), keep.end(), r) != keep.end() ||
          has(block.event[r], Event::restart))
        outline_.push_back(glimpse(block.number * block_size + r));
  }
}

Trajectory::Block& Trajectory::block_of(std::uint32_t step) const {
  assert(step <= last_);
  const std::uint32_t number = step / block_size;
  Block& block = slot(number);
  if (block.number == number && block.rows > step % block_size) return block;
  Walker walker = checkpoints_[number];
  const std::uint32_t rows = std::min(block_size, last_ + 1 - number * block_size);
  const std::uint32_t first = number == 0 ? open_start().rows : open_block(number).rows;
  if (first < rows) walk(gear_, walker, rows - first, block.columns(first));
  block.rows = rows;
  return block;
}

Glimpse Trajectory::glimpse(std::uint32_t step) const {
  const Block& b = block_of(step);
  const std::uint32_t r = step % block_size;
  return {step, {b.position[2 * r], b.position[2 * r + 1]}, b.loss[r], b.event[r]};
}

Iterate Trajectory::at(std::uint32_t step) const {
  const Block& b = block_of(step);
  const std::uint32_t r = step % block_size;
  return {step,
          {b.position[2 * r], b.position[2 * r + 1]},
          b.loss[r],
          b.gradient_norm[r],
          {b.values[r], b.gradients[r], b.hessians[r]},
          b.best_step[r],
          b.event[r]};
}

bool Trajectory::keeps_best() const {
  return fogline::answer(course_->optimizer) == Answer::best_visited ||
         course_->axes.restarts.has_value();
}

Iterate Trajectory::answer(std::uint32_t step) const {
  const Iterate here = at(step);
  return answer_of(here, keeps_best() ? at(here.best_step) : here);
}

Glimpse Trajectory::glimpse_of_answer(std::uint32_t step) const {
  const Iterate a = answer(step);
  return {a.step, a.x, a.loss, a.event};
}

// What is returned `here` where, but for averaging, it would be what was `found`.
Iterate Trajectory::answer_of(const Iterate& here, const Iterate& found) const {
  const auto mean = average(here.step);
  if (!mean) return found;
  const Gradient there = gear_.at(here.step).gradient(*mean);
  if (keeps_best() && !(gear_.objective(there.value, *mean) < gear_.objective(found.loss, found.x)))
    return found;
  Iterate tail = here;
  tail.x = *mean;
  tail.loss = there.value;
  tail.gradient_norm = norm(there.gradient);
  return tail;
}

const Walker& Trajectory::walker_at(std::uint32_t step) const {
  assert(step <= last_);
  if (step == last_ && !ended_) return front_;
  const std::uint32_t number = step / block_size;
  const std::uint32_t first = number == 0 ? 0 : number * block_size - 1;  // step of its checkpoint
  if (latest_.step > step || latest_.step < first) latest_ = checkpoints_[number];
  if (latest_.step < step) {  // rows known already are written once more, with the same bits
    const Columns rows = block_of(step).columns((latest_.step + 1) % block_size);
    walk(gear_, latest_, step - latest_.step, rows);
  }
  return latest_;
}

std::optional<Vec2> Trajectory::average(std::uint32_t step) const {
  if (!course_->axes.averaging) return std::nullopt;
  return fogline::average(walker_at(step));
}

std::uint32_t Trajectory::last_within(double amount, const Prices& prices) const {
  std::uint32_t low = 0, high = last_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (cost(middle, prices) <= amount)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

std::optional<std::uint32_t> Trajectory::first_at_most(double loss, std::uint32_t last) const {
  if (!search_ || search_->loss != loss) search_ = Search{.loss = loss};
  const bool columns_tell = !keeps_best() && !course_->axes.averaging;
  while (!search_->found && search_->next <= last) {
    // Most blocks never come so low: what is recorded of the iterates is enough to see that.
    if (columns_tell) {
      const Block& b = block_of(search_->next);
      const auto first = b.loss.begin() + search_->next % block_size,
                 end = b.loss.begin() + std::min(b.rows, last + 1 - b.number * block_size);
      const auto low = std::find_if(first, end, [&](double here) { return here <= loss; });
      search_->next += static_cast<std::uint32_t>(low - first);
      if (low == end) continue;
    }
    look_on(*search_);
  }
  return search_->found && *search_->found <= last ? search_->found : std::nullopt;
}

// Looks at one step more. The best so far is carried along: it may be long ago.
void Trajectory::look_on(Search& search) const {
  const Iterate here = at(search.next++);
  if (here.best_step == here.step) search.best = here;
  const Iterate answer = answer_of(here, keeps_best() ? search.best : here);
  if (answer.loss <= search.loss && gear_.domain.contains(answer.x)) search.found = here.step;
}

}  // namespace fogline
