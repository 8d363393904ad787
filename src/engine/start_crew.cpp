// SPDX-License-Identifier: MIT
// Every worker races the starts of its own share; what is found is put in its place by its index.
#include "fogline/engine/start_crew.hpp"

#include <algorithm>

namespace fogline {

StartCrew::StartCrew(const Experiment& experiment, const StartPlan& plan, std::size_t threads)
    : starts_(starts_of(plan, experiment)), outcomes_(starts_.size()) {
  const std::size_t workers = std::clamp<std::size_t>(threads, 1, starts_.size());
  for (std::size_t i = 0; i < workers; ++i) shares_.emplace_back(experiment, plan, i, workers);
  for (std::size_t i = 0; threads > 0 && i < workers; ++i)
    threads_.emplace_back([this, i] { work(i); });
}

StartCrew::~StartCrew() {
  stop_ = true;
  for (std::thread& thread : threads_) thread.join();
}

// True when the worker's share is done.
bool StartCrew::race_on(std::size_t worker, Clock::time_point deadline) {
  ManyStarts& share = shares_[worker];
  const std::size_t first = share.next();
  const bool all = share.advance(deadline);
  const std::scoped_lock lock(gate_);
  for (std::size_t i = first; i < share.next(); i += shares_.size())
    found_.emplace_back(i, share.outcomes()[i]);
  return all;
}

void StartCrew::work(std::size_t worker) noexcept {
  try {
    while (!stop_ && !race_on(worker, Clock::now() + std::chrono::milliseconds(10))) {
    }
  } catch (...) {
    const std::scoped_lock lock(gate_);
    failure_ = std::current_exception();
  }
}

void StartCrew::take_over() {
  const std::scoped_lock lock(gate_);
  if (failure_) std::rethrow_exception(failure_);
  for (auto& [index, outcomes] : found_) outcomes_[index] = std::move(outcomes);
  done_ += found_.size();
  found_.clear();
}

bool StartCrew::advance(Clock::time_point deadline) {
  if (threads_.empty()) race_on(0, deadline);
  take_over();
  return done_ == starts_.size();
}

void StartCrew::finish() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  while (!advance()) {
  }
}

}  // namespace fogline
