// SPDX-License-Identifier: MIT
// Decides what a press, a key or a typed path means to the file dialog.
#include "gui/file_choice.hpp"

#include <system_error>

namespace fogline::gui {

namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// The path that the field means: the listed entry's own bytes if its name still stands there.
fs::path meant(const FileDialog& dialog) {
  if (!dialog.picked.empty() && dialog.field == shown_path(dialog.picked))
    return dialog.directory / dialog.picked;
  return resolved(dialog.directory, dialog.field);
}

Chosen accept_open(FileDialog& dialog, const fs::path& path) {
  if (is_there(path)) return path;
  dialog.error = "There is no file " + shown_path(path) + ".";
  return std::nullopt;
}

Chosen accept_save(FileDialog& dialog, fs::path path) {
  if (path.extension() != dialog.extension) path += dialog.extension;
  if (!is_folder(path.parent_path())) {
    dialog.error = "There is no folder " + shown_path(path.parent_path()) + ".";
    return std::nullopt;
  }
  if (!is_there(path)) return path;
  dialog.field = shown_path(path);
  dialog.picked = path;
  dialog.asking = true;
  return std::nullopt;
}

}  // namespace

void enter(FileDialog& dialog, const fs::path& directory) {
  FileListing listing = list_directory(directory, dialog.extension);
  dialog.error = listing.error;
  if (!listing.error.empty()) return;
  dialog.directory = directory;
  dialog.listing = std::move(listing);
  dialog.line = -1;
  dialog.scroll = true;
  if (dialog.mode == FileMode::open) dialog.field.clear();
  dialog.picked.clear();
}

void go_up(FileDialog& dialog) {
  if (dialog.directory.has_parent_path()) enter(dialog, dialog.directory.parent_path());
}

void pick(FileDialog& dialog, const FileEntry& entry) {
  dialog.field = entry.shown;
  dialog.picked = entry.name;
  dialog.error.clear();
}

Chosen accept(FileDialog& dialog) {
  if (dialog.field.empty()) {
    dialog.error = dialog.mode == FileMode::save ? "Type a name for the file."
                                                 : "Choose a file, or type its path.";
    return std::nullopt;
  }
  const fs::path path = meant(dialog);
  if (is_folder(path)) {
    enter(dialog, path);
    if (dialog.error.empty()) dialog.field.clear();
    return std::nullopt;
  }
  return dialog.mode == FileMode::open ? accept_open(dialog, path) : accept_save(dialog, path);
}

void open_file_dialog(FileDialog& dialog, FileMode mode, std::string title,
                      const fs::path& directory, std::string name) {
  dialog.mode = mode;
  dialog.title = std::move(title);
  dialog.open = dialog.starting = true;
  dialog.asking = false;
  dialog.picked.clear();
  enter(dialog, directory);
  if (!dialog.error.empty()) enter(dialog, home_directory());
  dialog.field = std::move(name);
}

}  // namespace fogline::gui
