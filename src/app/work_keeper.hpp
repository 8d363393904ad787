// SPDX-License-Identifier: MIT
// Keeps work that is in no file safe: soon after each change, and at the end.
#pragma once

#include "app/state_folder.hpp"

namespace fogline::app {

class WorkKeeper {
 public:
  explicit WorkKeeper(StateFolder& state) : state_(state) {}

  // Shows the session given, or else the unnamed work of the last time; offers the work of a
  // process that died.
  void begin(gui::Workbench& bench, std::optional<Session> given,
             const std::filesystem::path& file);
  // Once a frame, `now` in seconds: writes what changed, but not with every change.
  void keep(gui::Workbench& bench, double now);
  // An orderly end: unnamed work comes back at the next start. `hurried`: nobody could be asked.
  void finish(const gui::Workbench& bench, bool hurried);

  // The longest that keep() may wait to be called again, in seconds.
  double patience() const;

 private:
  StateFolder& state_;
  bool given_ = false, kept_ = false, changed_ = false;
  Experiment seen_;
  double first_change_ = -1, last_change_ = -1;  // of what is not written yet; -1: none
};

}  // namespace fogline::app
