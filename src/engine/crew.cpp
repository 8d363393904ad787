// SPDX-License-Identifier: MIT
// Each thread takes the job of the moment, piece by piece.
#include "fogline/engine/crew.hpp"

#include <algorithm>
#include <utility>

namespace fogline {

Crew::Crew(unsigned threads) {
  try {
    for (unsigned i = 0; i < std::max(1u, threads); ++i) threads_.emplace_back([this] { work(); });
  } catch (...) {
    close();
    throw;
  }
}

Crew::~Crew() { close(); }

void Crew::close() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_all();
  threads_.clear();  // joins
}

void Crew::take_up(Piece job) {
  {
    const std::lock_guard lock(mutex_);
    job_.swap(job);
    ++number_;
    failure_ = nullptr;
  }
  changed_.notify_all();
}

bool Crew::wait(std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  const bool idle = changed_.wait_for(lock, most, [this] { return !job_ && busy_ == 0; });
  if (idle && failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  return idle;
}

void Crew::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closing_ || job_; });
    if (closing_) return;
    Piece piece = job_;
    const std::uint64_t number = number_;
    ++busy_;
    lock.unlock();
    bool nothing_left = true;
    std::exception_ptr failure;
    try {
      nothing_left = piece();
    } catch (...) {
      failure = std::current_exception();
    }
    piece = nullptr;  // what the job owns goes outside the lock
    lock.lock();
    --busy_;
    if (failure && number == number_) failure_ = failure;
    Piece finished;
    if (nothing_left && number == number_) job_.swap(finished);
    if (!job_ && busy_ == 0) changed_.notify_all();
    lock.unlock();
    finished = nullptr;
    lock.lock();
  }
}

}  // namespace fogline
