// SPDX-License-Identifier: MIT
// POSIX calls, each checked.
#include "app/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/errors.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {
namespace {

namespace fs = std::filesystem;

fs::path resolved(const fs::path& path) {
  std::error_code ignored;
  const fs::path target =
      fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
  return target.empty() ? path : target;
}

// The mode of the file that will be replaced, or what the umask leaves of a new one.
mode_t mode_for(const fs::path& target) {
  struct stat old {};
  if (stat(target.c_str(), &old) == 0) return old.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

void check_place(const fs::path& target) {
  if (target.empty()) throw std::invalid_argument("the file to write needs a name");
  std::error_code ignored;
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (fs::is_directory(target, ignored))
    throw std::invalid_argument(excerpt(target.string()) + ": is a directory; name a file in it");
  if (!fs::is_directory(folder, ignored))
    throw std::invalid_argument(excerpt(target.string()) + ": the folder " +
                                excerpt(folder.string()) + " does not exist; create it first");
}

// Renaming is only lasting once the folder is on disk too; some file systems cannot say, which is
// no failure.
void sync_folder(const fs::path& target) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

// A pipe or a device is written to as it is: putting a file in its place would destroy it.
bool is_stream(const fs::path& target) {
  std::error_code ignored;
  return fs::exists(target, ignored) && !fs::is_regular_file(target, ignored);
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& path) : target_(resolved(path)) {
  check_place(target_);
  if (is_stream(target_)) {
    descriptor_ = open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail("opened");
    return;
  }
  aside_ = target_.string() + ".XXXXXX";
  descriptor_ = mkostemp(aside_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    const int error = errno;
    aside_.clear();
    errno = error;
    fail("created");
  }
  fchmod(descriptor_, mode_for(target_));
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!aside_.empty()) unlink(aside_.c_str());
}

void AtomicFile::fail(const char* doing) const {
  const std::string reason = std::strerror(errno);
  throw MachineError(excerpt(target_.string()) + ": could not be " + doing + " (" + reason + ")" +
                     (is_stream(target_) ? "" : "; the file is as it was before"));
}

void AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("written");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AtomicFile::commit() {
  if (!aside_.empty() && fsync(descriptor_) != 0) fail("written");
  const int closed = close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) fail("written");
  if (aside_.empty()) return;
  if (rename(aside_.c_str(), target_.c_str()) != 0) fail("replaced");
  aside_.clear();
  sync_folder(target_);
}

void save_file(const fs::path& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  file.commit();
}

std::ifstream open_file(const fs::path& path) {
  const std::string name = excerpt(path.string());
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    throw std::invalid_argument(name + ": is a directory; name a file in it");
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw std::invalid_argument(name + (fs::exists(path, ignored)
                                            ? ": cannot be read; check its permissions"
                                            : ": there is no such file"));
  return file;
}

std::string read_file(const fs::path& path, std::size_t most) {
  const bool standard_input = path == "-";
  std::ifstream file;
  if (!standard_input) file = open_file(path);
  std::istream& input = standard_input ? std::cin : file;
  std::string bytes(most + 1, '\0');
  input.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(input.gcount()));
  if (bytes.size() > most)
    throw std::invalid_argument(excerpt(path.string()) + ": is larger than " +
                                std::to_string(most / (1024 * 1024)) + " MiB");
  return bytes;
}

}  // namespace fogline::app
