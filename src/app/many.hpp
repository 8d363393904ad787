// SPDX-License-Identifier: MIT
// What the commands that walk many walks share: their options read, their work given to threads,
// and the parts of a work that was divided.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/landscapes/landscape.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline::app {

// Each throws std::invalid_argument with the option, the cause and the remedy.

std::pair<std::size_t, std::size_t> read_grid(const std::string& size);
std::uint32_t read_steps(const ManyOptions& options);
Box read_box(const ManyOptions& options, const Landscape& landscape);
Landscape read_landscape(const ManyOptions& options);
Optimizer read_optimizer(const ManyOptions& options);

// Part `index` of `count`, counted from 1.
struct Shard {
  std::size_t index = 1, count = 1;

  // Of `units` pieces of work the first, and the one after the last, of this part.
  std::pair<std::size_t, std::size_t> range(std::size_t units) const {
    return {units * (index - 1) / count, units * index / count};
  }
};
Shard read_shard(const std::string& text);

// Calls piece() on as many threads as asked for until it returns true on each; with --progress
// share() of the work, 0 to 1, goes to standard error now and then.
void work(const ManyOptions& options, const std::function<bool()>& piece,
          const std::function<double()>& share);

}  // namespace fogline::app
