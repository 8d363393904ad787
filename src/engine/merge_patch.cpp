// SPDX-License-Identifier: MIT
// RFC 7386, and racers by their names.
#include "merge_patch.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "fogline/optimizers/optimizer.hpp"

namespace fogline {
namespace {

using nlohmann::json;

// As the reader will name it: after its optimizer where it has no name of its own.
std::string name_of(const json& racer) {
  if (!racer.is_object()) return {};
  const json& name = racer.value("name", json());
  if (name.is_string()) return name.get<std::string>();
  const json& optimizer = racer.value("optimizer", json());
  try {
    return optimizer.is_string()
               ? std::string(info(make_optimizer(optimizer.get<std::string>())).name)
               : std::string();
  } catch (const std::invalid_argument&) {
    return {};  // its reader will say so
  }
}

json merged_by_name(json racers, const json& patch) {
  for (const auto& [name, edit] : patch.items()) {
    if (name == "*") {
      for (json& racer : racers) racer = merged(racer, edit);
      continue;
    }
    const auto found = std::find_if(racers.begin(), racers.end(),
                                    [&, &key = name](const json& r) { return name_of(r) == key; });
    if (edit.is_null() && found != racers.end())
      racers.erase(found);
    else if (found != racers.end())
      *found = merged(*found, edit);
    else
      racers.push_back(merged({{"name", name}}, edit));
  }
  return racers;
}

}  // namespace

json merged(json target, const json& patch) {
  if (!patch.is_object()) return patch;
  if (target.is_array()) return merged_by_name(std::move(target), patch);
  if (!target.is_object()) target = json::object();
  for (const auto& [key, value] : patch.items()) {
    if (value.is_null())
      target.erase(key);
    else
      target[key] = merged(target.value(key, json()), value);
  }
  return target;
}

}  // namespace fogline
