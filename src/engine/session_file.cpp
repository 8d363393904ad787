// SPDX-License-Identifier: MIT
// Reading and writing sessions, derived from the rosters' descriptions.
#include "fogline/engine/session_file.hpp"

#include <cmath>
#include <stdexcept>

#include "described_field.hpp"
#include "fogline/core/text.hpp"
#include "landscape_field.hpp"
#include "racer_field.hpp"
#include "session_field.hpp"

namespace fogline {
namespace {

using Names = std::vector<std::string_view>;
using ordered = nlohmann::ordered_json;

const Names layouts{"3d", "2d", "split", "panes"}, heights{"linear", "log"},
    colors{"height", "rank"}, units{"steps", "cost"};
const Names palettes{"mist", "cividis"};
const Names overlays{"none", "gradient", "streamlines", "basins"};
const Names terrains{"landscape", "objective", "batch", "surrogate", "uncertainty", "acquisition"};

Budget read_budget(const JsonField& field) {
  field.check_keys({"unit", "amount"});
  Budget budget;
  if (field.has("unit")) budget.unit = static_cast<Unit>(field["unit"].one_of("unit", units));
  if (field.has("amount")) {
    budget.amount = field["amount"].number(1, largest_budget);
    if (budget.unit == Unit::steps && budget.amount != static_cast<std::uint32_t>(budget.amount))
      field["amount"].fail("must be a whole number of steps");
  }
  return budget;
}

Prices read_prices(const JsonField& field) {
  field.check_keys({"value", "gradient", "hessian"});
  Prices prices;
  const auto read = [&](const char* key, double& price) {
    if (field.has(key)) price = field[key].number(0, 1e6);
  };
  read("value", prices.value);
  read("gradient", prices.gradient);
  read("hessian", prices.hessian);
  return prices;
}

Experiment read_experiment(const JsonField& root) {
  Experiment e;
  if (root.has("landscape")) e.landscape = read_landscape(root["landscape"]);
  if (root.has("shared_start")) e.shared_start = root["shared_start"].boolean();
  if (root.has("budget")) e.budget = read_budget(root["budget"]);
  if (root.has("prices")) e.prices = read_prices(root["prices"]);
  if (root.has("seed")) e.seed = root["seed"].natural();
  if (root.has("finish")) e.finish = root["finish"].number(0, 1);
  if (root.has("racers"))
    for (const JsonField& field : root["racers"].elements(most_racers))
      e.racers.push_back(read_racer(field, e));
  return e;
}

template <std::size_t N>
std::array<double, N> read_offset(const JsonField& field) {
  const auto numbers = field.elements(N);
  if (numbers.size() != N) field.fail("must be " + std::to_string(N) + " numbers");
  std::array<double, N> offset;
  for (std::size_t i = 0; i < N; ++i) offset[i] = numbers[i].number(-1e6, 1e6);
  return offset;
}

View read_view(const JsonField& f) {
  f.check_keys({"layout", "azimuth", "elevation", "zoom", "target", "map_zoom", "map_target",
                "height", "color", "palette", "contours", "overlay", "critical_points", "fog",
                "terrain", "terrain_of", "playhead"});
  View v;
  if (f.has("layout")) v.layout = static_cast<Layout>(f["layout"].one_of("layout", layouts));
  if (f.has("azimuth")) v.azimuth = f["azimuth"].number(-360, 360);
  if (f.has("elevation")) v.elevation = f["elevation"].number(-90, 90);
  if (f.has("zoom")) v.zoom = f["zoom"].number(1e-3, 1e6);
  if (f.has("target")) v.target = read_offset<3>(f["target"]);
  if (f.has("map_zoom")) v.map_zoom = f["map_zoom"].number(1e-3, 1e6);
  if (f.has("map_target")) v.map_target = read_offset<2>(f["map_target"]);
  if (f.has("height"))
    v.height = static_cast<HeightScale>(f["height"].one_of("height scale", heights));
  if (f.has("color")) v.color = static_cast<ColorScale>(f["color"].one_of("color scale", colors));
  if (f.has("palette")) v.palette = palettes[f["palette"].one_of("palette", palettes)];
  if (f.has("contours")) v.contours = f["contours"].boolean();
  if (f.has("overlay")) v.overlay = static_cast<Overlay>(f["overlay"].one_of("overlay", overlays));
  if (f.has("critical_points")) v.critical_points = f["critical_points"].boolean();
  if (f.has("fog")) v.fog = f["fog"].boolean();
  if (f.has("terrain")) v.terrain = static_cast<Terrain>(f["terrain"].one_of("terrain", terrains));
  if (f.has("terrain_of")) v.terrain_of = read_whole(f["terrain_of"], 1, most_racers) - 1;
  if (f.has("playhead")) v.playhead = f["playhead"].number(0, largest_budget);
  return v;
}

// A newer version may have keys that we do not know: say that it is newer rather than name them.
void check_version(const JsonField& root) {
  if (!root.has("version")) return;
  const double version = root["version"].number();
  if (version != 1)
    root["version"].fail("is " + number_text(version) +
                         "; this Fogline reads version 1, a newer one may read it");
}

ordered written(const std::vector<Param>& params) {
  ordered object = ordered::object();
  for (const Param& p : params) {
    const std::string key(p.name);
    switch (p.kind()) {
      case Kind::real:
        object[key] = p.get();
        break;
      case Kind::integer:
        object[key] = static_cast<std::int64_t>(p.get());
        break;
      case Kind::on_off:
        object[key] = p.get() != 0;
        break;
      case Kind::choice:
        object[key] = p.text();
        break;
    }
  }
  return object;
}

ordered written(Landscape landscape) {
  return {{"id", info(landscape).id}, {"params", written(params(landscape))}};
}

ordered written(Tuned tuned) {
  return {{"set", written(params(tuned.optimizer))},
          {"landscape", written(tuned.landscape)},
          {"trials", tuned.trials},
          {"starts", tuned.starts},
          {"cost", tuned.cost}};
}

ordered written(Racer racer) {
  ordered axes = ordered::object();
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    if (axis) axes[std::string(Axis::info.id)] = written(axis->params());
  });
  ordered object = {{"name", racer.name},
                    {"optimizer", info(racer.optimizer).id},
                    {"set", written(params(racer.optimizer))},
                    {"axes", axes},
                    {"start", {racer.start.x, racer.start.y}},
                    {"mark", racer.mark + 1},
                    {"visible", racer.visible}};
  if (racer.tuned) object["tuned"] = written(*racer.tuned);
  return object;
}

ordered written(const View& v) {
  return {{"layout", layouts[static_cast<std::size_t>(v.layout)]},
          {"azimuth", v.azimuth},
          {"elevation", v.elevation},
          {"zoom", v.zoom},
          {"target", v.target},
          {"map_zoom", v.map_zoom},
          {"map_target", v.map_target},
          {"height", heights[static_cast<std::size_t>(v.height)]},
          {"color", colors[static_cast<std::size_t>(v.color)]},
          {"palette", v.palette},
          {"contours", v.contours},
          {"overlay", overlays[static_cast<std::size_t>(v.overlay)]},
          {"critical_points", v.critical_points},
          {"fog", v.fog},
          {"terrain", terrains[static_cast<std::size_t>(v.terrain)]},
          {"terrain_of", v.terrain_of + 1},
          {"playhead", v.playhead}};
}

}  // namespace

Session read_session(const JsonField& root) {
  check_version(root);
  root.check_keys({"version", "landscape", "racers", "shared_start", "budget", "prices", "seed",
                   "finish", "view"});
  return {read_experiment(root), root.has("view") ? read_view(root["view"]) : View{}};
}

Session parse_session(std::string_view text, std::string_view source) {
  try {
    if (text.size() > largest_session_file)
      throw std::invalid_argument("is larger than 16 MiB; a session is a few kilobytes");
    const nlohmann::json root = parse_json(text);
    return read_session({root, ""});
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(excerpt(source) + ": " + error.what());
  }
}

std::string session_text(const Session& session) {
  const Experiment& e = session.experiment;
  ordered racers = ordered::array();
  for (const Racer& racer : e.racers) racers.push_back(written(racer));
  const ordered root = {
      {"version", 1},
      {"landscape", written(e.landscape)},
      {"racers", racers},
      {"shared_start", e.shared_start},
      {"budget",
       {{"unit", units[static_cast<std::size_t>(e.budget.unit)]}, {"amount", e.budget.amount}}},
      {"prices",
       {{"value", e.prices.value}, {"gradient", e.prices.gradient}, {"hessian", e.prices.hessian}}},
      {"seed", e.seed},
      {"finish", e.finish},
      {"view", written(session.view)}};
  return root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string racer_text(const Racer& racer) {
  return written(racer).dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace fogline
