// SPDX-License-Identifier: MIT
// Where a command's text goes: a file that appears whole or not at all, or standard output for "-".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/atomic_file.hpp"

namespace fogline::app {

class Output {
 public:
  explicit Output(const std::string& path);
  void write(std::string_view text);  // buffered; throws MachineError
  void finish();                      // must be called: flushes, commits

 private:
  void flush();

  std::optional<AtomicFile> file_;
  std::string buffer_;
};

// Throws what writing to `path` would throw now: before hours of work rather than after.
void check_output(const std::string& path);

// Whatever was written to standard output arrives, or a MachineError says that it did not.
void finish_standard_output();

// 17 significant digits, independent of the locale.
std::string exact(double value);

}  // namespace fogline::app
