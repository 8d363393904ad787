// SPDX-License-Identifier: MIT
// What the program remembers between starts, in the XDG state folder: work in progress,
// preferences, recent files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "fogline/engine/session.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::app {

struct Preferences {
  bool dark = true;
  float scale = 0;    // 0: the screen's
  bool calm = false;  // reduced motion
  gui::Hints hints;
  std::vector<std::filesystem::path> recent;
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

using gui::KeptWork;

// All calls that fail say so in `trouble` (one sentence) and go on without: losing a preference
// stops nobody from working.
class StateFolder {
 public:
  // $XDG_STATE_HOME/fogline, else ~/.local/state/fogline; relative values are ignored. Nothing is
  // kept where there is no home.
  StateFolder();

  Preferences read_preferences();
  void write_preferences(const Preferences& preferences);

  // The work of this process, rewritten whenever it changed; and put away when it ended as the user
  // wanted.
  void autosave(const KeptWork& work);
  void forget_autosave();
  // Unnamed work of the last ordinary end; it stays until replaced or forgotten.
  std::optional<KeptWork> take_unnamed();
  void keep_unnamed(const KeptWork& work);
  void forget_unnamed();
  // Work of a process that died, if any; it stays until forgotten.
  std::optional<KeptWork> find_crashed();
  void forget_crashed();

  std::string trouble;

 private:
  void write(const std::filesystem::path& path, const std::string& text);
  std::optional<KeptWork> read_work(const std::filesystem::path& path);

  std::filesystem::path folder_;  // empty: nothing is kept
  std::filesystem::path crashed_;
};

}  // namespace fogline::app
