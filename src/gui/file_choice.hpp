// SPDX-License-Identifier: MIT
// What a file dialog is doing and what its gestures do to it; no drawing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gui/file_listing.hpp"

namespace fogline::gui {

enum class FileMode { open, save };

struct FileDialog {
  FileMode mode = FileMode::open;
  std::string title = "Open";
  std::string extension = ".json";            // listed, and added to a new name
  std::filesystem::path directory;            // absolute
  std::vector<std::filesystem::path> recent;  // offered beside the listing
  std::string field;                          // name or path as typed
  std::filesystem::path picked;               // the entry whose shown name `field` is
  FileListing listing;
  std::string error;  // a sentence about what was typed
  int line = -1;      // of the listing, walked by arrow keys
  bool open = false, starting = false, asking = false, scroll = false;
};

// Shows the dialog from the next frame on. A directory that is gone becomes the home directory.
void open_file_dialog(FileDialog& dialog, FileMode mode, std::string title,
                      const std::filesystem::path& directory, std::string name = {});

// Goes to a folder if it can be read; else says why and stays. A name typed for saving is kept.
void enter(FileDialog& dialog, const std::filesystem::path& directory);
void go_up(FileDialog& dialog);

// Puts the entry's name into the field.
void pick(FileDialog& dialog, const FileEntry& entry);

using Chosen = std::optional<std::filesystem::path>;

// Enter, or the main button: goes into a folder, returns a file, asks before replacing one
// (`asking`; the file is then `picked`), or says in `error` what is wrong.
Chosen accept(FileDialog& dialog);

}  // namespace fogline::gui
