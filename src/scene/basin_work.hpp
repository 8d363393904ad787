// SPDX-License-Identifier: MIT
// The map of one setting after the other, coarse at once and then finer, walked by threads of its
// own. Belongs to one thread.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/basin_map.hpp"
#include "fogline/engine/crew.hpp"
#include "scene/basin_picture.hpp"

namespace fogline::scene {

class BasinWork {
 public:
  explicit BasinWork(unsigned threads);
  // Gives up what is under way.
  ~BasinWork();
  BasinWork(const BasinWork&) = delete;
  BasinWork& operator=(const BasinWork&) = delete;

  // From now on this setting, whose resolution is chosen here. Of another one what is under way is
  // given up and what was known forgotten. Where walks are fast, this waits so long at most for the
  // coarse map, so that it follows a slider without a frame of grey.
  void show(const BasinSetting& setting, std::chrono::milliseconds patience);
  // Shows nothing; threads rest.
  void stop();
  // Once in a while: sets about the next finer map when one is complete.
  void advance();

  // The setting that is shown, if any; nx and ny are without meaning.
  const std::optional<BasinSetting>& setting() const { return setting_; }
  // Of that setting; null before the first tile is known.
  std::shared_ptr<const BasinPicture> picture() const;
  // The finest map is complete, or nothing is shown.
  bool done() const;

 private:
  struct Job;
  void begin(std::shared_ptr<const BasinPicture> under);

  std::optional<BasinSetting> setting_;
  std::vector<std::size_t> sides_;  // of the maps, in cells
  std::size_t level_ = 0;
  std::shared_ptr<Job> job_;
  Crew crew_;  // ends first
};

}  // namespace fogline::scene
