// SPDX-License-Identifier: MIT
// Choosing a file to open or to save inside the window.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gui/file_listing.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

enum class FileMode { open, save };

struct FileDialog {
  FileMode mode = FileMode::open;
  std::string title = "Open";
  std::string extension = ".json";            // listed, and added to a new name without one
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

// Draws the dialog while it is open. Returns the chosen path once; in save mode an existing file is
// returned only after the question. Noted under "file/".
std::optional<std::filesystem::path> draw_file_dialog(Ui& ui, FileDialog& dialog);

}  // namespace fogline::gui
