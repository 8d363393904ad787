// SPDX-License-Identifier: MIT
// A file that appears whole or not at all: written aside in the same folder, synced, renamed.
// Whatever fails, the old file stays as it was.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace fogline::app {

class AtomicFile {
 public:
  // Follows a symbolic link to its target. Throws std::invalid_argument when the folder is missing
  // or `path` is a directory, MachineError when the file cannot be created.
  explicit AtomicFile(const std::filesystem::path& path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes);  // throws MachineError (disk full)
  void commit();  // throws MachineError; without it the destructor leaves nothing behind

 private:
  [[noreturn]] void fail(const char* doing) const;

  std::filesystem::path target_;
  std::string aside_;  // empty once committed
  int descriptor_ = -1;
};

void save_file(const std::filesystem::path& path, std::string_view bytes);

// Opens a file to read its bytes. Throws std::invalid_argument, with the name and the remedy, when
// it is missing or a directory.
std::ifstream open_file(const std::filesystem::path& path);
// The whole of a regular file, or of standard input for "-". Throws std::invalid_argument, as
// open_file does and when it is larger than `most` bytes.
std::string read_file(const std::filesystem::path& path, std::size_t most);

}  // namespace fogline::app
