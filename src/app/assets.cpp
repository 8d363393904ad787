// SPDX-License-Identifier: MIT
// Looking for the assets in the usual places.
#include "app/assets.hpp"

#include <cstdlib>

#include "app/errors.hpp"

namespace fogline::app {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> candidates() {
  std::vector<fs::path> folders;
  if (const char* chosen = std::getenv("FOGLINE_ASSETS"); chosen != nullptr && *chosen != '\0')
    folders.emplace_back(chosen);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  folders.push_back(program.parent_path() / ".." / "share" / "fogline");
  folders.emplace_back(FOGLINE_SOURCE_ASSETS);
  return folders;
}

}  // namespace

fs::path assets_folder() {
  std::error_code ignored;
  for (const fs::path& folder : candidates())
    if (fs::is_directory(folder / "colormaps", ignored)) return folder;
  throw MachineError("the folder 'assets' was not found; set FOGLINE_ASSETS to where it is");
}

gui::Palettes load_palettes() {
  gui::Palettes palettes;
  for (const char* name : {"mist", "cividis"})
    palettes[name] =
        render::read_palette(assets_folder() / "colormaps" / (std::string(name) + ".csv"));
  return palettes;
}

}  // namespace fogline::app
