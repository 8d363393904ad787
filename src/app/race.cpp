// SPDX-License-Identifier: MIT
// `fogline race` and `fogline check`: the standings of a session as text.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/atomic_file.hpp"
#include "app/commands.hpp"
#include "app/escape_json.hpp"
#include "app/judgement_json.hpp"
#include "app/output.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/session_file.hpp"
#include "fogline/engine/standing.hpp"

namespace fogline::app {
namespace {

using json = nlohmann::ordered_json;

Session load(const std::string& path) {
  return parse_session(read_file(path, largest_session_file), path);
}

json described(const Experiment& e, const Standing& s) {
  const Racer& racer = e.racers[s.racer];
  return {{"rank", s.rank},
          {"racer", racer.name},
          {"optimizer", info(racer.optimizer).id},
          {"loss", s.answer.loss},
          {"gap", s.gap ? json(*s.gap) : json(nullptr)},
          {"x", s.answer.x.x},
          {"y", s.answer.x.y},
          {"step", s.step},
          {"cost", s.cost},
          {"verdict", id(s.judgement.verdict)},
          {"walker_says", s.judgement.walker_says},
          {"map_says", s.judgement.map_says},
          {"evidence", evidence_json(s.judgement.evidence)}};
}

// For people: the verdict's words and both sentences in place of the numbers.
json in_words(const json& row, const Standing& s) {
  json words = row;
  for (const char* name : {"walker_says", "map_says", "evidence"}) words.erase(name);
  words["evidence"] =
      s.judgement.walker_says + (s.judgement.map_says.empty() ? "" : " ") + s.judgement.map_says;
  return words;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string csv_field(const json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return quoted(value.get<std::string>());
  if (!value.is_number_float()) return value.dump();
  return std::isfinite(value.get<double>()) ? exact(value.get<double>()) : "";
}

std::string as_csv(const json& rows) {
  std::string text = "rank,racer,optimizer,loss,gap,x,y,step,cost,verdict,evidence\n";
  for (const json& row : rows) {
    std::string line;
    for (const auto& value : row) line += (line.empty() ? "" : ",") + csv_field(value);
    text += line + "\n";
  }
  return text;
}

std::string table_field(const json& value) {
  if (value.is_null()) return "-";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_number_float()) return value.dump();
  return std::isfinite(value.get<double>()) ? number_text(value.get<double>(), 6) : "-";
}

// Columns two blanks apart, as wide as their widest entry; the evidence comes last and is not
// padded.
std::string as_table(const json& rows) {
  const std::vector<std::string> names{"rank", "racer",   "loss",    "gap",
                                       "cost", "verdict", "evidence"};
  std::string text;
  const auto line = [&](auto&& field) {
    for (const std::string& name : names) {
      std::size_t width = name.size();
      for (const json& row : rows) width = std::max(width, table_field(row[name]).size());
      const std::string shown = field(name);
      text += shown + (name == names.back() ? "\n" : std::string(width - shown.size() + 2, ' '));
    }
  };
  line([](const std::string& name) { return name; });
  for (const json& row : rows)
    line([&](const std::string& name) { return table_field(row[name]); });
  return text;
}

}  // namespace

void race(const RaceOptions& options) {
  const Experiment experiment = load(options.session).experiment;
  Race race;
  race.follow(experiment);
  race.advance();
  json rows = json::array();
  for (const Standing& s : standings(experiment, race, experiment.budget.amount)) {
    json row = described(experiment, s);
    if (options.format == "json") row["escapes"] = escapes_json(escapes(experiment, race, s.racer));
    rows.push_back(options.format == "json" ? row : in_words(row, s));
  }
  Output out(options.out);
  if (options.format == "json")
    out.write(rows.dump(2) + "\n");
  else
    out.write(options.format == "csv" ? as_csv(rows) : as_table(rows));
  out.finish();
}

void check(const std::string& session) {
  const Session valid = load(session);
  Output out("-");
  const std::size_t racers = valid.experiment.racers.size();
  out.write(excerpt(session) + ": valid; " + std::string(info(valid.experiment.landscape).name) +
            ", " + std::to_string(racers) + (racers == 1 ? " racer\n" : " racers\n"));
  out.finish();
}

}  // namespace fogline::app
