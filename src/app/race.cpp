// SPDX-License-Identifier: MIT
// `fogline race` and `fogline check`: the standings of a session as text.
#include <nlohmann/json.hpp>
#include <thread>

#include "app/atomic_file.hpp"
#include "app/commands.hpp"
#include "app/escape_json.hpp"
#include "app/judgement_json.hpp"
#include "app/output.hpp"
#include "app/rows.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/crew.hpp"
#include "fogline/engine/session_file.hpp"
#include "fogline/engine/standing.hpp"
#include "fogline/engine/win_table.hpp"

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
          {"finish_step", s.finish ? json(s.finish->step) : json(nullptr)},
          {"finish_cost", s.finish ? json(s.finish->cost) : json(nullptr)},
          {"verdict", id(s.judgement.verdict)},
          {"walker_says", s.judgement.walker_says},
          {"map_says", s.judgement.map_says},
          {"evidence", evidence_json(s.judgement.evidence)}};
}

// For people: the verdict's words and both sentences in place of the numbers.
json in_words(const json& row, const Standing& s) {
  json words = row;
  for (const char* name : {"walker_says", "map_says", "evidence"}) words.erase(name);
  if (s.gap && !s.finish) words["finish_step"] = words["finish_cost"] = "DNF";
  words["evidence"] =
      s.judgement.walker_says + (s.judgement.map_says.empty() ? "" : " ") + s.judgement.map_says;
  return words;
}

json described(const Experiment& e, const WinRow& row) {
  const Racer& racer = e.racers[row.racer];
  const auto likely = [&](double Likely::*end) {
    return row.rate_likely ? json((*row.rate_likely).*end) : json(nullptr);
  };
  return {{"racer", racer.name},
          {"optimizer", info(racer.optimizer).id},
          {"starts", row.starts},
          {"finished", row.finished},
          {"rate", row.rate()},
          {"rate_low", likely(&Likely::low)},
          {"rate_high", likely(&Likely::high)},
          {"median_cost", row.median_cost ? json(*row.median_cost) : json(nullptr)},
          {"lost", row.lost},
          {"ahead", row.ahead},
          {"wins", row.wins},
          {"ties", row.ties},
          {"losses", row.losses}};
}

void write_rows(const json& rows, const Columns& csv, const Columns& table,
                const RaceOptions& options) {
  Output out(options.out);
  if (options.format == "json")
    out.write(rows.dump(2) + "\n");
  else
    out.write(options.format == "csv" ? as_csv(rows, csv) : as_table(rows, table));
  out.finish();
}

void race_once(const RaceOptions& options) {
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
  write_rows(rows,
             {"rank", "racer", "optimizer", "loss", "gap", "x", "y", "step", "cost", "finish_step",
              "finish_cost", "verdict", "evidence"},
             {"rank", "racer", "loss", "gap", "cost", "finish_cost", "verdict", "evidence"},
             options);
}

void race_many(const RaceOptions& options) {
  const Experiment experiment = load(options.session).experiment;
  const StartPlan plan{options.lattice ? Pattern::lattice : Pattern::random, options.starts};
  ManyStarts races(experiment, plan);
  Crew crew(options.threads > 0 ? options.threads : std::thread::hardware_concurrency());
  crew.take_up([&races] { return races.advance(Clock::now() + std::chrono::milliseconds(10)); });
  while (!crew.wait(std::chrono::seconds(1))) {
  }
  const double tolerance = finish_tolerance(experiment, survey(experiment.landscape));
  json rows = json::array();
  for (const WinRow& row : win_table(races.outcomes(), plan.pattern, tolerance))
    rows.push_back(described(experiment, row));
  const Columns all{"racer",    "optimizer", "starts",      "finished", "rate",
                    "rate_low", "rate_high", "median_cost", "lost",     "ahead",
                    "wins",     "ties",      "losses"};
  Columns shown = all;
  shown.erase(shown.begin() + 1);
  write_rows(rows, all, shown, options);
}

}  // namespace

void race(const RaceOptions& options) {
  if (options.starts > 0)
    race_many(options);
  else
    race_once(options);
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
