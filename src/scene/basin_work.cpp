// SPDX-License-Identifier: MIT
// A job walks one map; whoever finds that a picture of it is due paints it.
#include "scene/basin_work.hpp"

#include <atomic>
#include <mutex>

#include "fogline/optimizers/flock.hpp"

namespace fogline::scene {
namespace {

constexpr auto between_pictures = std::chrono::milliseconds(150);

}  // namespace

struct BasinWork::Job {
  Job(const BasinSetting& setting, std::shared_ptr<const BasinPicture> coarser)
      : map(std::make_shared<BasinMap>(setting)), under(std::move(coarser)) {}

  // One tile. True when none is left to begin.
  bool walk() {
    const bool nothing_left = map->advance(Clock::now());
    if (map->tiles_done() == map->tiles()) {
      if (!finished.exchange(true)) paint();
    } else if (!painting.exchange(true)) {
      paint_if_due();
      painting = false;
    }
    return nothing_left;
  }

  void paint_if_due() {
    const auto now = Clock::now();
    if (now - painted < between_pictures) return;
    paint();
    painted = Clock::now();
  }

  void paint() {
    auto made = make_picture(map, under);
    const std::lock_guard lock(mutex);
    if (!picture || picture->tiles_done < made->tiles_done) picture.swap(made);
  }

  std::shared_ptr<const BasinPicture> latest() const {
    const std::lock_guard lock(mutex);
    return picture;
  }

  std::shared_ptr<BasinMap> map;
  std::shared_ptr<const BasinPicture> under;

 private:
  mutable std::mutex mutex;
  std::shared_ptr<const BasinPicture> picture;
  std::atomic<bool> finished = false, painting = false;
  Clock::time_point painted = Clock::now();  // by whoever is painting
};

BasinWork::BasinWork(unsigned threads) : crew_(threads) {}

BasinWork::~BasinWork() {
  if (job_) job_->map->cancel();
}

void BasinWork::begin(std::shared_ptr<const BasinPicture> under) {
  BasinSetting s = *setting_;
  s.nx = s.ny = sides_[level_];
  job_ = std::make_shared<Job>(s, std::move(under));
  crew_.take_up([job = job_] { return job->walk(); });
}

void BasinWork::show(const BasinSetting& setting, std::chrono::milliseconds patience) {
  if (setting_ == setting) return;
  if (job_) job_->map->cancel();
  const bool fast = flocks(setting.optimizer, setting.axes);
  setting_ = setting;
  sides_ = {16, 64, fast ? std::size_t{512} : std::size_t{256}};
  level_ = 0;
  begin(nullptr);
  const auto until = Clock::now() + patience;
  const auto left = [&] { return duration_cast<std::chrono::milliseconds>(until - Clock::now()); };
  for (int coarse = 0; fast && coarse < 2 && crew_.wait(left()); ++coarse) advance();
}

void BasinWork::stop() {
  if (!job_) return;
  job_->map->cancel();
  job_.reset();
  setting_.reset();
}

void BasinWork::advance() {
  if (!job_ || level_ + 1 == sides_.size()) return;
  const auto known = job_->latest();
  if (!known || !known->complete()) return;
  ++level_;
  begin(known);
}

std::shared_ptr<const BasinPicture> BasinWork::picture() const {
  if (!job_) return nullptr;
  auto own = job_->latest();
  return own ? own : job_->under;
}

bool BasinWork::done() const {
  if (!job_) return true;
  const auto known = job_->latest();
  return level_ + 1 == sides_.size() && known && known->complete();
}

}  // namespace fogline::scene
