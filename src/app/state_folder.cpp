// SPDX-License-Identifier: MIT
// Small JSON files, written atomically; an unreadable one is set aside, never overwritten.
#include "app/state_folder.hpp"

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/atomic_file.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/session_file.hpp"

namespace fogline::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largest_file = 2 * largest_session_file;
constexpr std::string_view work_prefix = "work-";

fs::path home() {
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return home;
  const passwd* entry = getpwuid(getuid());
  return entry != nullptr && entry->pw_dir != nullptr ? entry->pw_dir : "";
}

fs::path state_folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
    return fs::path(state) / "fogline";
  const fs::path base = home();
  return base.empty() ? base : base / ".local" / "state" / "fogline";
}

bool is_alive(pid_t process) { return kill(process, 0) == 0 || errno == EPERM; }

// The process whose work this file is, or nothing.
std::optional<pid_t> owner(const fs::path& file) {
  const std::string name = file.stem().string();
  if (file.extension() != ".json" || !name.starts_with(work_prefix)) return std::nullopt;
  const auto number = parse_integer(std::string_view(name).substr(work_prefix.size()));
  return number ? std::optional(static_cast<pid_t>(*number)) : std::nullopt;
}

fs::path own_work(const fs::path& folder) {
  return folder / (std::string(work_prefix) + std::to_string(getpid()) + ".json");
}

std::string work_text(const KeptWork& work) {
  const json text = {{"file", work.file.string()}, {"session", session_text(work.session)}};
  return text.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Preferences parse_preferences(const json& read) {
  Preferences p;
  p.dark = read.value("dark", p.dark);
  p.scale = read.value("scale", p.scale);
  p.calm = read.value("calm", p.calm);
  p.hints = {.dragged = read.value("dragged", false),
             .played = read.value("played", false),
             .asked = read.value("asked", false),
             .lifted = read.value("lifted", false),
             .lesson = read.value("lesson", false)};
  for (const auto& file : read.value("recent", std::vector<std::string>{}))
    p.recent.emplace_back(file);
  if (p.recent.size() > gui::most_recent) p.recent.resize(gui::most_recent);
  return p;
}

}  // namespace

StateFolder::StateFolder() : folder_(state_folder()) {
  if (folder_.empty()) return;
  std::error_code error;
  fs::create_directories(folder_, error);
  if (!error) fs::permissions(folder_, fs::perms::owner_all, error);
  if (!error) return;
  trouble = "Work cannot be kept in " + excerpt(folder_.string()) + " (" + error.message() +
            "); save it to a file yourself.";
  folder_.clear();
}

void StateFolder::write(const fs::path& path, const std::string& text) {
  if (folder_.empty()) return;
  try {
    save_file(path, text);
  } catch (const std::exception& error) {
    trouble = error.what();
  }
}

Preferences StateFolder::read_preferences() {
  const fs::path path = folder_ / "preferences.json";
  std::error_code ignored;
  if (folder_.empty() || !fs::exists(path, ignored)) return {};
  try {
    return parse_preferences(json::parse(read_file(path, largest_file)));
  } catch (const std::exception&) {
    fs::rename(path, folder_ / "preferences.json.corrupt", ignored);
    trouble =
        "The preferences could not be read; they were set aside as preferences.json.corrupt and "
        "start anew.";
    return {};
  }
}

void StateFolder::write_preferences(const Preferences& p) {
  std::vector<std::string> recent;
  for (const fs::path& file : p.recent) recent.push_back(file.string());
  const json text = {{"dark", p.dark},           {"scale", p.scale},
                     {"calm", p.calm},           {"dragged", p.hints.dragged},
                     {"played", p.hints.played}, {"asked", p.hints.asked},
                     {"lifted", p.hints.lifted}, {"lesson", p.hints.lesson},
                     {"recent", recent}};
  write(folder_ / "preferences.json",
        text.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

void StateFolder::autosave(const KeptWork& work) { write(own_work(folder_), work_text(work)); }

void StateFolder::forget_autosave() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove(own_work(folder_), ignored);
}

std::optional<KeptWork> StateFolder::read_work(const fs::path& path) {
  try {
    const json read = json::parse(read_file(path, largest_file));
    return KeptWork{parse_session(read.at("session").get<std::string>(), path.filename().string()),
                    read.value("file", std::string())};
  } catch (const std::exception&) {
    std::error_code ignored;
    fs::rename(path, fs::path(path) += ".corrupt", ignored);
    trouble = "Kept work could not be read; it was set aside as " +
              excerpt(path.filename().string()) + ".corrupt.";
    return std::nullopt;
  }
}

std::optional<KeptWork> StateFolder::take_unnamed() {
  const fs::path path = folder_ / "unnamed.json";
  std::error_code ignored;
  if (folder_.empty() || !fs::exists(path, ignored)) return std::nullopt;
  return read_work(path);
}

void StateFolder::keep_unnamed(const KeptWork& work) {
  write(folder_ / "unnamed.json", work_text(work));
}

void StateFolder::forget_unnamed() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove(folder_ / "unnamed.json", ignored);
}

std::optional<KeptWork> StateFolder::find_crashed() {
  std::error_code ignored;
  if (folder_.empty()) return std::nullopt;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    const auto process = owner(entry.path());
    if (!process || is_alive(*process)) continue;
    crashed_ = entry.path();
    if (auto work = read_work(crashed_)) return work;
  }
  crashed_.clear();
  return std::nullopt;
}

void StateFolder::forget_crashed() {
  std::error_code ignored;
  if (!crashed_.empty()) fs::remove(crashed_, ignored);
  crashed_.clear();
}

}  // namespace fogline::app
