// SPDX-License-Identifier: MIT
// What a directory holds, as a file dialog shows it; no drawing, never throws.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fogline::gui {

struct FileEntry {
  std::filesystem::path name;  // as on the disk, which need not be UTF-8
  std::string shown;           // the same as safe UTF-8
  bool directory = false;
};

// `error` is a sentence, empty if the directory could be read.
struct FileListing {
  std::vector<FileEntry> entries;  // directories first, then by name, capitals aside
  std::string error;
};

// Directories, and files that end in `extension` (".json"; empty: all). Hidden ones only if asked
// for.
FileListing list_directory(const std::filesystem::path& directory, std::string_view extension,
                           bool hidden = false);

// A path as safe UTF-8 for showing.
std::string shown_path(const std::filesystem::path& path);

// The user's home, or the root if there is none.
std::filesystem::path home_directory();

// `text` as typed into the dialog at `directory`: "~" and relative paths resolved, "." and ".."
// taken out.
std::filesystem::path resolved(const std::filesystem::path& directory, std::string_view text);

}  // namespace fogline::gui
