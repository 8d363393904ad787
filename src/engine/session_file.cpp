// SPDX-License-Identifier: MIT
// Reading and writing sessions, derived from the rosters' descriptions.
#include "fogline/engine/session_file.hpp"

#include <cmath>
#include <stdexcept>

#include "fogline/core/roster.hpp"
#include "fogline/core/text.hpp"
#include "json_field.hpp"

namespace fogline {
namespace {

using Names = std::vector<std::string_view>;
using ordered = nlohmann::ordered_json;

const Names layouts{"3d", "2d", "split"}, heights{"linear", "log"}, colors{"height", "rank"},
    units{"steps", "cost"};
const Names palettes{"mist", "cividis"};
const Names terrains{"landscape", "objective", "batch", "surrogate", "uncertainty", "acquisition"};

Names names_of(const std::vector<Param>& params) {
  Names names;
  for (const Param& p : params) names.push_back(p.name);
  return names;
}

// Sets a choice by its name, a switch by true or false, anything else by a number.
void read_param(const JsonField& field, const Param& p) {
  if (p.kind() == Kind::choice)
    p.set_text(field.text(largest_text));
  else
    p.set(p.kind() == Kind::on_off ? static_cast<double>(field.boolean()) : field.number());
}

// Sets `p` if the object names it; the message of a refused value names its place.
void read_named(const JsonField& object, const Param& p) {
  const std::string key(p.name);
  if (!object.has(key.c_str())) return;
  const JsonField field = object[key.c_str()];
  try {
    read_param(field, p);
  } catch (const std::invalid_argument& error) {
    const std::string what = error.what();
    if (what.starts_with(field.path)) throw;
    field.fail(what);
  }
}

// Sets those of the params that take() returns which are named in the object. Which there are is
// known when all have been set.
template <class Take>
void read_params(const JsonField& object, const Take& take) {
  for_each_param(take, [&](const Param& p) { read_named(object, p); });
  object.check_keys(names_of(take()));
}

template <class Make>
auto read_id(const JsonField& field, Make make) {
  try {
    return make(field.text(largest_text));
  } catch (const std::invalid_argument& error) {
    const std::string what = error.what();
    if (what.starts_with(field.path)) throw;
    field.fail(what);
  }
}

Landscape read_landscape(const JsonField& field) {
  field.check_keys({"id", "params"});
  if (!field.has("id")) field.fail("needs an \"id\"; see 'fogline list landscapes'");
  Landscape landscape =
      read_id(field["id"], [](const std::string& id) { return make_landscape(id); });
  if (field.has("params")) read_params(field["params"], [&] { return params(landscape); });
  return landscape;
}

void read_axes(const JsonField& field, Racer& racer) {
  Names known;
  racer.visit_axes([&]<class Axis>(std::optional<Axis>&) { known.push_back(Axis::info.id); });
  field.check_keys(known);
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    const std::string key(Axis::info.id);
    if (!field.has(key.c_str())) return;
    axis.emplace();
    read_params(field[key.c_str()], [&] { return axis->params(); });
  });
}

Vec2 read_point(const JsonField& field) {
  const auto numbers = field.elements(2);
  if (numbers.size() != 2) field.fail("must be two numbers, [x, y]");
  return {numbers[0].number(), numbers[1].number()};
}

std::string read_name(const JsonField& field) {
  const std::string name = field.text(longest_name);
  if (!is_valid_utf8(name)) field.fail("is not valid UTF-8");
  return name;
}

int read_whole(const JsonField& field, double low, double high) {
  const double value = field.number(low, high);
  if (value != std::floor(value)) field.fail("must be a whole number, not " + number_text(value));
  return static_cast<int>(value);
}

// Marks and racers are counted from 1 in files.
int read_mark(const JsonField& field) { return read_whole(field, 1, marks_known) - 1; }

Racer read_racer(const JsonField& field, const Experiment& so_far) {
  field.check_keys({"name", "optimizer", "set", "axes", "start", "mark", "visible"});
  if (!field.has("optimizer")) field.fail("needs an \"optimizer\"; see 'fogline list optimizers'");
  const auto optimizer =
      read_id(field["optimizer"], [](const std::string& id) { return make_optimizer(id); });
  const Vec2 start =
      so_far.racers.empty() ? default_start(so_far.landscape) : so_far.racers.front().start;
  Racer racer = new_racer(so_far, optimizer, start);
  if (field.has("name")) racer.name = read_name(field["name"]);
  if (field.has("set")) read_params(field["set"], [&] { return params(racer.optimizer); });
  if (field.has("axes")) read_axes(field["axes"], racer);
  if (field.has("start")) racer.start = read_point(field["start"]);
  if (field.has("mark")) racer.mark = read_mark(field["mark"]);
  if (field.has("visible")) racer.visible = field["visible"].boolean();
  return racer;
}

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
                "height", "color", "palette", "contours", "terrain", "terrain_of", "playhead"});
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

Session read_session(const JsonField& root) {
  check_version(root);
  root.check_keys(
      {"version", "landscape", "racers", "shared_start", "budget", "prices", "seed", "view"});
  return {read_experiment(root), root.has("view") ? read_view(root["view"]) : View{}};
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

ordered written(Racer racer) {
  ordered axes = ordered::object();
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    if (axis) axes[std::string(Axis::info.id)] = written(axis->params());
  });
  return {{"name", racer.name},
          {"optimizer", info(racer.optimizer).id},
          {"set", written(params(racer.optimizer))},
          {"axes", axes},
          {"start", {racer.start.x, racer.start.y}},
          {"mark", racer.mark + 1},
          {"visible", racer.visible}};
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
          {"terrain", terrains[static_cast<std::size_t>(v.terrain)]},
          {"terrain_of", v.terrain_of + 1},
          {"playhead", v.playhead}};
}

}  // namespace

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
  Experiment e = session.experiment;
  ordered racers = ordered::array();
  for (const Racer& racer : e.racers) racers.push_back(written(racer));
  const ordered root = {
      {"version", 1},
      {"landscape", {{"id", info(e.landscape).id}, {"params", written(params(e.landscape))}}},
      {"racers", racers},
      {"shared_start", e.shared_start},
      {"budget",
       {{"unit", units[static_cast<std::size_t>(e.budget.unit)]}, {"amount", e.budget.amount}}},
      {"prices",
       {{"value", e.prices.value}, {"gradient", e.prices.gradient}, {"hessian", e.prices.hessian}}},
      {"seed", e.seed},
      {"view", written(session.view)}};
  return root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace fogline
