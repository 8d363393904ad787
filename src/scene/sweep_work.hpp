// SPDX-License-Identifier: MIT
// The sweep of one setting after the other, coarse at once and then finer, walked by threads of its
// own. Belongs to one thread.
#pragma once

#include <memory>
#include <optional>

#include "fogline/engine/crew.hpp"
#include "fogline/engine/sweep.hpp"
#include "scene/sweep_picture.hpp"

namespace fogline::scene {

class SweepWork {
 public:
  explicit SweepWork(unsigned threads) : crew_(threads) {}
  // Gives up what is under way.
  ~SweepWork() { stop(); }
  SweepWork(const SweepWork&) = delete;
  SweepWork& operator=(const SweepWork&) = delete;

  // From now on this setting; of another one what is under way is given up and what was known
  // forgotten. Throws as `Sweep` does, and then shows nothing.
  void show(const SweepSetting& setting);
  // Shows nothing; threads rest.
  void stop();

  // The setting that is shown, if any.
  const SweepSetting* setting() const { return sweep_ ? &sweep_->setting() : nullptr; }
  // Of what is known by now; null while nothing is shown. The same one until more is known.
  std::shared_ptr<const SweepPicture> picture();
  // Nothing remains to be walked, or nothing is shown.
  bool done() const { return !sweep_ || sweep_->cells_done() == sweep_->setting().cells(); }

 private:
  std::shared_ptr<Sweep> sweep_;
  std::shared_ptr<const SweepPicture> latest_;
  Crew crew_;  // ends first
};

}  // namespace fogline::scene
