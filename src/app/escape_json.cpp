// SPDX-License-Identifier: MIT
// The members of Escape by their names.
#include "app/escape_json.hpp"

#include "fogline/engine/session_file.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

json number(std::optional<double> value) { return value ? json(*value) : json(nullptr); }

// Without a mark: a session gives it one that nobody has.
json racer_json(const Racer& racer) {
  json object = json::parse(racer_text(racer));
  object.erase("mark");
  return object;
}

json escape_json(const Escape& e) {
  const Standing& s = e.reached;
  return {{"id", id(e.change)},
          {"change", e.says},
          {"begins", id(e.begins)},
          {"racer", racer_json(e.racer)},
          {"verdict", id(s.judgement.verdict)},
          {"loss", s.answer.loss},
          {"gap", number(s.gap)},
          {"x", s.answer.x.x},
          {"y", s.answer.x.y},
          {"cost", s.cost},
          {"improvement", number(e.improvement)},
          {"seeds", e.seeds},
          {"helped", e.helped}};
}

}  // namespace

json escapes_json(const std::vector<Escape>& escapes) {
  json all = json::array();
  for (const Escape& e : escapes) all.push_back(escape_json(e));
  return all;
}

}  // namespace fogline::app
