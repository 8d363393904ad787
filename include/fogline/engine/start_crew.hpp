// SPDX-License-Identifier: MIT
// Worker threads for a race over many starts. Their number changes how long it takes and nothing
// else.
#pragma once

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "fogline/engine/many_starts.hpp"

namespace fogline {

class StartCrew {
 public:
  // Sets out with so many threads; with none, all work is done in advance(). Throws like starts_of.
  StartCrew(const Experiment& experiment, const StartPlan& plan, std::size_t threads);
  ~StartCrew();
  StartCrew(const StartCrew&) = delete;
  StartCrew& operator=(const StartCrew&) = delete;

  // Takes over what the threads have found, or, without any, races on until the deadline. True when
  // all is done. Throws what a thread has thrown.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  // Returns when all is done; throws likewise.
  void finish();

  const std::vector<Vec2>& starts() const { return starts_; }
  // Of each start what came out; empty where nothing has yet.
  const std::vector<Outcomes>& outcomes() const { return outcomes_; }
  std::size_t done() const { return done_; }

 private:
  // What a worker has found and nobody has taken over yet.
  using Found = std::vector<std::pair<std::size_t, Outcomes>>;

  void work(std::size_t worker) noexcept;
  bool race_on(std::size_t worker, Clock::time_point deadline);
  void take_over();

  std::vector<ManyStarts> shares_;  // each touched by its worker alone
  std::vector<Vec2> starts_;
  std::vector<Outcomes> outcomes_;
  std::size_t done_ = 0;
  std::mutex gate_;  // of found_ and failure_
  Found found_;
  std::exception_ptr failure_;
  std::atomic<bool> stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace fogline
