// SPDX-License-Identifier: MIT
// Buffered text output whose failures are noticed.
#include "app/output.hpp"

#include <cstdio>
#include <filesystem>
#include <iostream>

#include "app/errors.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {

Output::Output(const std::string& path) {
  if (path != "-") file_.emplace(path);
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() > 1 << 16) flush();
}

void Output::flush() {
  if (file_)
    file_->write(buffer_);
  else if (std::fwrite(buffer_.data(), 1, buffer_.size(), stdout) != buffer_.size())
    throw MachineError("standard output could not be written");
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (file_)
    file_->commit();
  else
    finish_standard_output();
}

void check_output(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::file_status there = fs::status(path, ignored);
  // Who reads from a pipe would see it end.
  if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there)) return;
  const Output discarded(path);
}

void finish_standard_output() {
  std::cout.flush();
  if (!std::cout || std::fflush(stdout) != 0)
    throw MachineError("standard output could not be written");
}

std::string exact(double value) { return number_text(value, 17); }

}  // namespace fogline::app
