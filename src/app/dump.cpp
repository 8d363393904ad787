// SPDX-License-Identifier: MIT
// The state of the window as JSON.
#include "app/dump.hpp"

#include <nlohmann/json.hpp>

#include "fogline/engine/session_file.hpp"
#include "gui/keys.hpp"
#include "gui/number.hpp"
#include "gui/panels/hypermap.hpp"

namespace fogline::app {
namespace {

using nlohmann::json;

json items(const gui::Ui& ui) {
  json all = json::object();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  for (const gui::Item& item : ui.registry.items) {
    const bool inside =
        item.min.x >= 0 && item.min.y >= 0 && item.max.x <= size.x && item.max.y <= size.y;
    if (item.visible && inside) all[item.path] = {item.min.x, item.min.y, item.max.x, item.max.y};
  }
  return all;
}

json race(const gui::Workbench& bench) {
  json rows = json::array();
  const Experiment& e = bench.session.experiment;
  for (const Standing& s : standings(e, bench.race, bench.session.view.playhead))
    rows.push_back({{"name", e.racers[s.racer].name}, {"loss", s.answer.loss}});
  return {{"playhead", bench.session.view.playhead},
          {"playing", bench.playing},
          {"horizon", gui::end_of_race(bench)},
          {"standings", rows}};
}

json many_starts(const gui::Workbench& bench) {
  const auto& run = bench.fair.run;
  if (!run) return nullptr;
  json finished = json::array();
  for (const WinRow& row : run->table) finished.push_back(row.finished);
  return {{"starts", run->starts},
          {"done", run->counted},
          {"racing", run->work != nullptr},
          {"finished", finished}};
}

json basins(const gui::Workbench& bench) {
  const auto picture = gui::shown_basins(bench);
  if (!picture) return nullptr;
  const BasinSetting& s = picture->map->setting();
  json shares = json::array();
  for (const Valley& v : picture->known.valleys)
    shares.push_back(static_cast<double>(v.pixels) / static_cast<double>(s.pixels()));
  return {{"side", s.nx},
          {"share", picture->share()},
          {"known", gui::basins_known(bench)},
          {"valleys", shares},
          {"here", gui::basin_sentence(bench)}};
}

json hypermap(const gui::Workbench& bench) {
  const auto picture = gui::shown_hypermap(bench);
  if (!picture) return nullptr;
  const SweepSetting& s = picture->sweep->setting();
  return {{"x", s.x.name},
          {"y", s.y->name},
          {"starts", s.starts.size()},
          {"share", picture->share()},
          {"known", gui::hypermap_known(bench)},
          {"here", gui::hypermap_reading(bench, gui::full_number)}};
}

json dialog(const gui::Workbench& bench) {
  if (bench.question) return {{"kind", "question"}, {"path", ""}};
  if (bench.crashed) return {{"kind", "recovery"}, {"path", ""}};
  if (!bench.files.open) return nullptr;
  const char* kinds[] = {"open", "save_as", "picture"};
  return {{"kind", kinds[static_cast<int>(bench.files_for)]}, {"path", bench.files.field}};
}

json lesson(const gui::Workbench& bench) {
  if (!bench.lesson) return nullptr;
  const gui::OpenLesson& open = *bench.lesson;
  json right = json::array();
  for (const gui::Answer& answer : open.answers) right.push_back(answer.right);
  json claims = json::array();
  for (const gui::Judged& j : open.judgements)
    claims.push_back(j.known ? json(j.finding.holds) : json(nullptr));
  return {
      {"number", open.lesson.number}, {"step", open.step}, {"right", right}, {"claims", claims}};
}

// The table of keys: what acts, in which group, and on which keys.
json key_table() {
  json table = json::array();
  for (const gui::KeyEntry& entry : gui::key_table()) {
    json keys = json::array();
    for (const gui::Binding& b : entry.bindings)
      keys.push_back(std::string(b.ctrl ? "ctrl+" : "") + (b.alt ? "alt+" : "") +
                     (b.shift ? "shift+" : "") + std::string(b.key));
    table.push_back({{"action", entry.name}, {"group", entry.group}, {"keys", keys}});
  }
  return table;
}

json focus(const gui::Ui& ui) {
  for (const gui::Item& item : ui.registry.items)
    if (item.focused) return item.path;
  return nullptr;
}

int buttons() {
  int mask = 0;
  for (int i = 0; i < 3; ++i) mask |= ImGui::IsMouseDown(i) ? 1 << i : 0;
  return mask;
}

}  // namespace

std::string dump_text(const gui::Ui& ui, const gui::Workbench& bench, const FrameReport& report) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const json pointer = ImGui::IsMousePosValid() ? json{mouse.x, mouse.y} : json{-1, -1};
  const json state = {{"frame", report.frame},
                      {"items", items(ui)},
                      {"session", json::parse(session_text(bench.session))},
                      {"race", race(bench)},
                      {"many_starts", many_starts(bench)},
                      {"basins", basins(bench)},
                      {"hypermap", hypermap(bench)},
                      {"dialog", dialog(bench)},
                      {"lesson", lesson(bench)},
                      {"input",
                       {{"pointer", pointer},
                        {"buttons", buttons()},
                        {"keys", report.keys_down},
                        {"focus", focus(ui)}}},
                      {"keys", key_table()},
                      {"idle", report.idle}};
  return state.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace fogline::app
