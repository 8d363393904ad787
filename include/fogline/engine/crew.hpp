// SPDX-License-Identifier: MIT
// Threads that do one long job after another. Whoever owns the crew owns its threads.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace fogline {

class Crew {
 public:
  // Does a piece of a job; true when nothing is left to begin. Called by all threads at once; what
  // it needs it owns. Where it throws, nothing more of the job is begun.
  using Piece = std::function<bool()>;

  // At least one thread. Throws std::system_error where the machine has none left.
  explicit Crew(unsigned threads);
  // Waits for the pieces under way.
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // From now on this job. Pieces of the one before may still be under way; it is let go of when the
  // last of them is done.
  void take_up(Piece job);
  // Until nothing is under way, or the time is up. True when nothing is; throws what a piece threw.
  bool wait(std::chrono::milliseconds most);

 private:
  void work();
  void close();

  std::mutex mutex_;
  std::condition_variable changed_;
  Piece job_;
  std::uint64_t number_ = 0;  // of the job
  unsigned busy_ = 0;
  std::exception_ptr failure_;
  bool closing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace fogline
