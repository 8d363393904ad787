// SPDX-License-Identifier: MIT
// Threads walk cells; pictures are made of those done when somebody looks.
#include "scene/sweep_work.hpp"

namespace fogline::scene {

void SweepWork::show(const SweepSetting& wanted) {
  if (sweep_ && sweep_->setting() == wanted) return;
  stop();
  auto sweep = std::make_shared<Sweep>(wanted);
  sweep->walk_coarse_first();
  sweep_ = sweep;
  crew_.take_up([sweep] { return sweep->advance(Clock::now()); });
}

void SweepWork::stop() {
  if (sweep_) sweep_->cancel();
  sweep_.reset();
  latest_.reset();
}

std::shared_ptr<const SweepPicture> SweepWork::picture() {
  if (sweep_ && (!latest_ || latest_->cells_done < sweep_->cells_done()))
    latest_ = make_picture(sweep_);
  return latest_;
}

}  // namespace fogline::scene
