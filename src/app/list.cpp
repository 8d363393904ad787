// SPDX-License-Identifier: MIT
// `fogline list`: everything described, from the rosters.
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/reference.hpp"
#include "fogline/core/roster.hpp"
#include "fogline/engine/session.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"real", "integer", "switch", "choice"};
  return names[static_cast<std::size_t>(kind)];
}

json default_of(const Param& p) {
  switch (p.kind()) {
    case Kind::real:
      return p.get();
    case Kind::integer:
      return static_cast<std::int64_t>(p.get());
    case Kind::on_off:
      return p.get() != 0;
    default:
      return p.text();
  }
}

json described(const Param& p) {
  json object = {{"name", p.name},
                 {"kind", name_of(p.kind())},
                 {"default", default_of(p)},
                 {"min", p.range.min},
                 {"max", p.range.max},
                 {"scale", p.range.scale == Scale::log ? "log" : "linear"},
                 {"help", p.help}};
  if (!p.choices.empty())
    object["choices"] = std::vector<std::string_view>(p.choices.begin(), p.choices.end());
  return object;
}

json described(const Info& info, const std::vector<Param>& params) {
  json object = {{"id", info.id},           {"name", info.name},     {"group", info.group},
                 {"formula", info.formula}, {"source", info.source}, {"note", info.note},
                 {"params", json::array()}};
  for (const Param& p : params) object["params"].push_back(described(p));
  return object;
}

json landscapes() {
  json all = json::array();
  for (Landscape& landscape : one_of_each<Landscape>()) {
    json object = described(info(landscape), params(landscape));
    const Box box = domain(landscape);
    object["domain"] = {box.low.x, box.high.x, box.low.y, box.high.y};
    object["minima"] = json::array();
    for (const Vec2 m : minima(landscape)) object["minima"].push_back({m.x, m.y});
    all.push_back(object);
  }
  return all;
}

json optimizers() {
  json all = json::array();
  for (Optimizer& optimizer : all_optimizers())
    all.push_back(described(info(optimizer), params(optimizer)));
  return all;
}

json axes() {
  json all = json::array();
  Racer roster;
  roster.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    all.push_back(described(Axis::info, axis.emplace().params()));
  });
  return all;
}

// The same as text: a paragraph each.
std::string as_text(const json& all) {
  std::string text;
  for (const json& entry : all) {
    text += entry["id"].get<std::string>() + "  (" + entry["name"].get<std::string>() + ")\n    " +
            entry["formula"].get<std::string>() + "\n    " + entry["source"].get<std::string>() +
            "\n";
    for (const json& p : entry["params"])
      text += "    " + p["name"].get<std::string>() + " = " + p["default"].dump() + "  " +
              p["help"].get<std::string>() + "\n";
  }
  return text;
}

}  // namespace

void list(const ListOptions& options) {
  const std::vector<std::string_view> known{"landscapes", "optimizers", "axes"};
  json all;
  if (options.what == "landscapes")
    all = landscapes();
  else if (options.what == "optimizers")
    all = optimizers();
  else if (options.what == "axes")
    all = axes();
  else
    throw std::invalid_argument(unknown_name("list", options.what, known) +
                                " (landscapes, optimizers or axes)");
  Output out("-");
  if (options.markdown)
    out.write(reference(options.what));
  else
    out.write(options.json ? all.dump(2) + "\n" : as_text(all));
  out.finish();
}

}  // namespace fogline::app
