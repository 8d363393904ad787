// SPDX-License-Identifier: MIT
// The keys of a claim: who, what of it, and compared with what.
#include "claim_field.hpp"

#include <algorithm>

#include "described_field.hpp"
#include "fogline/core/text.hpp"
#include "racer_by_name.hpp"
#include "racer_field.hpp"

namespace fogline {
namespace {

using Names = std::vector<std::string_view>;

const Names quantities{"loss",   "gap",      "steps",          "cost",    "distance",
                       "made",   "restarts", "uphill",         "valleys", "share",
                       "wander", "detour",   "validation_loss"};
const Names fates{"good", "stuck", "failed", "moving"};

Names verdict_ids() {
  Names ids;
  for (int v = 0; v <= static_cast<int>(Verdict::stopped_early); ++v)
    ids.push_back(id(static_cast<Verdict>(v)));
  return ids;
}

std::string read_racer_name(const JsonField& field, const Experiment& experiment) {
  const std::string name = field.text(longest_name);
  at_place_of(field, [&] { return racer_by_name(experiment, name); });
  return name;
}

EndsAs read_ends(const JsonField& field) {
  const Names ids = verdict_ids();
  const auto read = [&](const JsonField& f) {
    return static_cast<Verdict>(f.one_of("verdict", ids));
  };
  EndsAs ends;
  if (field.has("fate")) ends.fate = static_cast<Fate>(field["fate"].one_of("fate", fates));
  if (!field.has("verdict")) return ends;
  if (!field["verdict"].value.is_array()) return {{read(field["verdict"])}, ends.fate};
  for (const JsonField& f : field["verdict"].elements(ids.size())) ends.any_of.push_back(read(f));
  return ends;
}

void read_target(const JsonField& field, Measure& measure, const Experiment& experiment) {
  field.check_keys({"place", "within", "loss", "racer"});
  Target& target = measure.target;
  if (field.has("place")) target.place = read_point(field["place"]);
  if (field.has("within")) target.within = field["within"].number(0, 1e6);
  if (field.has("loss")) target.loss = field["loss"].number();
  if (field.has("racer")) measure.neighbour = read_racer_name(field["racer"], experiment);
  if (field.value.size() != (target.place && field.has("within") ? 2U : 1U))
    field.fail("must be a \"place\" with \"within\", a \"loss\", or a \"racer\"");
}

Measure read_measure(const JsonField& field, const Experiment& experiment) {
  Measure measure;
  measure.quantity = static_cast<Quantity>(field["quantity"].one_of("quantity", quantities));
  if (field.has("to")) read_target(field["to"], measure, experiment);
  const bool far = measure.quantity == Quantity::distance;
  if (far && !measure.target.place && measure.neighbour.empty())
    field.fail("a distance needs \"to\": a place or a racer");
  if (!far && measure.target.place && !field["to"].has("within"))
    field["to"].fail("needs \"within\": how near the place counts as there");
  if (!far && !measure.neighbour.empty()) field["to"].fail("only a distance goes to a racer");
  return measure;
}

Bounds read_bounds(const JsonField& field) {
  Bounds bounds;
  if (field.has("at_least")) bounds.low = field["at_least"].number();
  if (field.has("at_most")) bounds.high = field["at_most"].number();
  return bounds;
}

OftenEndsAs read_often(const JsonField& field) {
  OftenEndsAs often{.ends = read_ends(field), .starts = {}, .share = read_bounds(field)};
  often.starts.count = read_whole(field["starts"], 1, most_starts);
  if (field.has("pattern"))
    often.starts.pattern =
        static_cast<Pattern>(field["pattern"].one_of("pattern", {"random", "lattice"}));
  if (!field.has("at_least") && !field.has("at_most"))
    field.fail("a share of many starts needs \"at_least\" or \"at_most\"");
  return often;
}

IsBelow read_below(const JsonField& field, const Experiment& experiment) {
  IsBelow below{.of = read_measure(field, experiment),
                .other = read_racer_name(field["below"], experiment)};
  if (field.has("times")) below.times = field["times"].number(1, 1e6);
  return below;
}

IsWithin read_within(const JsonField& field, const Experiment& experiment) {
  return {.of = read_measure(field, experiment), .bounds = read_bounds(field)};
}

// Fails where a key of claims stands that this kind of claim would not look at.
void refuse_others(const JsonField& field, const Names& looked_at) {
  for (const std::string_view key : claim_keys())
    if (field.has(std::string(key).c_str()) &&
        std::find(looked_at.begin(), looked_at.end(), key) == looked_at.end())
      field[std::string(key).c_str()].fail("does not go with this claim, which takes " +
                                           join(looked_at, ", "));
}

}  // namespace

std::vector<std::string_view> claim_keys() {
  return {"racer", "at",    "verdict",  "fate",    "quantity", "to",
          "below", "times", "at_least", "at_most", "starts",   "pattern"};
}

Claim read_claim(const JsonField& field, const Experiment& experiment) {
  if (!field.has("racer")) field.fail("needs a \"racer\": of whom it is claimed");
  Claim claim;
  claim.racer = read_racer_name(field["racer"], experiment);
  if (field.has("at")) claim.at = field["at"].number(0, experiment.budget.amount);
  const bool ends = field.has("verdict") || field.has("fate");
  if (ends == field.has("quantity"))
    field.fail("needs one of \"verdict\", \"fate\" and \"quantity\"");
  if (ends && field.has("starts")) {
    refuse_others(field, {"racer", "verdict", "fate", "starts", "pattern", "at_least", "at_most"});
    claim.what = read_often(field);
  } else if (ends) {
    refuse_others(field, {"racer", "at", "verdict", "fate"});
    claim.what = read_ends(field);
  } else if (field.has("below")) {
    refuse_others(field, {"racer", "at", "quantity", "to", "below", "times"});
    claim.what = read_below(field, experiment);
  } else if (field.has("at_least") || field.has("at_most")) {
    refuse_others(field, {"racer", "at", "quantity", "to", "at_least", "at_most"});
    claim.what = read_within(field, experiment);
  } else {
    field.fail("a quantity needs \"below\", \"at_least\" or \"at_most\"");
  }
  return claim;
}

void check_racers(const JsonField& edit, const Claim& claim, const Experiment& edited) {
  std::vector<std::string> named{claim.racer};
  if (const auto* below = std::get_if<IsBelow>(&claim.what))
    named.insert(named.end(), {below->other, below->of.neighbour});
  if (const auto* within = std::get_if<IsWithin>(&claim.what))
    named.push_back(within->of.neighbour);
  for (const std::string& name : named)
    if (!name.empty()) at_place_of(edit, [&] { return racer_by_name(edited, name); });
}

}  // namespace fogline
