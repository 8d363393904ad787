// SPDX-License-Identifier: MIT
// Reads directories with error codes instead of exceptions.
#include "gui/file_listing.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <system_error>

#include "gui/text.hpp"

namespace fogline::gui {

namespace {

namespace fs = std::filesystem;

char small(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool before(const FileEntry& a, const FileEntry& b) {
  if (a.directory != b.directory) return a.directory;
  const auto less = [](char x, char y) { return small(x) < small(y); };
  if (std::ranges::lexicographical_compare(a.shown, b.shown, less)) return true;
  if (std::ranges::lexicographical_compare(b.shown, a.shown, less)) return false;
  return a.shown < b.shown;
}

bool ends_with(std::string_view name, std::string_view extension) {
  if (name.size() < extension.size()) return false;
  const std::string_view end = name.substr(name.size() - extension.size());
  return std::ranges::equal(end, extension, {}, small, small);
}

std::string sentence(const fs::path& directory, const std::error_code& error) {
  const std::string place = shown_path(directory);
  if (error == std::errc::permission_denied) return "You may not read " + place + ".";
  if (error == std::errc::no_such_file_or_directory) return place + " does not exist.";
  if (error == std::errc::not_a_directory) return place + " is not a folder.";
  return place + " cannot be read: " + error.message() + ".";
}

void add(FileListing& listing, const fs::directory_entry& entry, std::string_view extension,
         bool hidden) {
  const fs::path name = entry.path().filename();
  if (!hidden && name.native().starts_with('.')) return;
  std::error_code ignored;
  const bool directory = entry.is_directory(ignored);
  if (!directory && !ends_with(name.native(), extension)) return;
  listing.entries.push_back({name, shown_path(name), directory});
}

}  // namespace

std::string shown_path(const fs::path& path) { return printable(path.native()); }

FileListing list_directory(const fs::path& directory, std::string_view extension, bool hidden) {
  FileListing listing;
  std::error_code error;
  fs::directory_iterator at(directory, error);
  while (!error && at != fs::directory_iterator()) {
    add(listing, *at, extension, hidden);
    at.increment(error);
  }
  if (error) listing.error = sentence(directory, error);
  std::ranges::sort(listing.entries, before);
  return listing;
}

fs::path home_directory() {
  const char* const home = std::getenv("HOME");
  std::error_code ignored;
  if (home != nullptr && fs::path(home).is_absolute() && fs::is_directory(home, ignored))
    return home;
  return "/";
}

fs::path resolved(const fs::path& directory, std::string_view text) {
  if (text == "~") return home_directory();
  if (text.starts_with("~/")) return (home_directory() / text.substr(2)).lexically_normal();
  return (directory / text).lexically_normal();
}

}  // namespace fogline::gui
