// SPDX-License-Identifier: MIT
// The keys of a claim: who, what of it, and compared with what.
#include "claim_field.hpp"

#include <algorithm>

#include "described_field.hpp"
#include "fogline/core/text.hpp"
#include "merge_patch.hpp"
#include "racer_by_name.hpp"
#include "racer_field.hpp"

namespace fogline {
namespace {

using Names = std::vector<std::string_view>;

const Names quantities{"loss",   "gap",      "steps",          "cost",    "distance",
                       "made",   "restarts", "uphill",         "valleys", "share",
                       "wander", "detour",   "validation_loss"};
constexpr double most_walked = 1e9;  // steps over many starts: half a minute

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

// Some numbers can be read off some racers only.
void check_measurable(const JsonField& field, Quantity quantity, const Racer& racer) {
  const bool copies = quantity == Quantity::valleys || quantity == Quantity::share;
  if (copies && !racer.ensemble)
    field.fail("is that of an ensemble's copies; '" + excerpt(racer.name) +
               "' has no axis \"ensemble\"");
  if (quantity == Quantity::validation_loss && !racer.axes.mini_batches)
    field.fail("is that on held-out data; '" + excerpt(racer.name) +
               "' has no axis \"mini_batches\"");
}

Measure read_measure(const JsonField& field, const Experiment& experiment) {
  Measure measure;
  measure.quantity = static_cast<Quantity>(field["quantity"].one_of("quantity", quantities));
  for (const char* key : {"racer", "below"})
    if (field.has(key))
      check_measurable(
          field["quantity"], measure.quantity,
          experiment.racers[racer_by_name(experiment, read_racer_name(field[key], experiment))]);
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
  if (bounds.low > bounds.high)
    field["at_least"].fail("is above \"at_most\": no number lies between them");
  return bounds;
}

OftenEndsAs read_often(const JsonField& field, const Experiment& experiment) {
  OftenEndsAs often{.ends = read_ends(field), .starts = {}, .share = read_bounds(field)};
  often.starts.count = read_whole(field["starts"], 1, most_starts);
  const double walked =
      often.starts.count * experiment.budget.amount * static_cast<double>(experiment.racers.size());
  if (walked > most_walked)
    field["starts"].fail("asks for " + number_text(walked, 3) +
                         " steps of all racers together; at most " + number_text(most_walked) +
                         " are allowed, so take fewer starts or a smaller budget");
  if (field.has("pattern"))
    often.starts.pattern =
        static_cast<Pattern>(field["pattern"].one_of("pattern", {"random", "lattice"}));
  if (!field.has("at_least") && !field.has("at_most"))
    field.fail("a share of many starts needs \"at_least\" or \"at_most\"");
  return often;
}

double read_times(const JsonField& field) {
  return field.has("times") ? field["times"].number(1, 1e6) : 1;
}

IsBelow read_below(const JsonField& field, const Experiment& experiment) {
  IsBelow below{.of = read_measure(field, experiment),
                .other = read_racer_name(field["below"], experiment)};
  below.times = read_times(field);
  return below;
}

IsWithin read_within(const JsonField& field, const Experiment& experiment) {
  return {.of = read_measure(field, experiment), .bounds = read_bounds(field)};
}

// Fails where a key of claims stands that this kind of claim would not look at.
void refuse_others(const JsonField& field, const Names& looked_at) {
  Names all = claim_keys();
  const Names more = laboratory_claim_keys();
  all.insert(all.end(), more.begin(), more.end());
  for (const std::string_view key : all)
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

std::vector<std::string_view> laboratory_claim_keys() {
  return {"laboratory", "more_than", "below", "times", "at_least", "at_most"};
}

namespace {

// What `field` says, an object of keys of a measurement.
Measurement read_measurement(const JsonField& field) {
  if (!field.value.is_object()) field.fail("must be a measurement, in braces");
  if (!field.has("measure")) field.fail("needs a \"measure\": what the laboratory is asked for");
  Measurement m = read_id(field["measure"], make_measurement);
  std::vector<std::string_view> keys{"measure"};
  for (const Param& p : params(m)) {
    read_named(field, p);
    keys.push_back(p.name);
  }
  field.check_keys(keys);
  return m;
}

// The same with an edit, which is named where it is at fault.
nlohmann::json edited(const nlohmann::json& measurement, const JsonField& edit) {
  if (!edit.value.is_object()) edit.fail("must be an edit of the measurement, in braces");
  nlohmann::json text = merged(measurement, edit.value);
  read_measurement({text, edit.path});
  return text;
}

}  // namespace

Claim read_laboratory_claim(const JsonField& field, const JsonField* edit) {
  const JsonField laboratory = field["laboratory"];
  read_measurement(laboratory);
  const nlohmann::json own = edit ? edited(laboratory.value, *edit) : laboratory.value;
  const Measurement of = read_measurement({own, laboratory.path});
  const auto other = [&](const char* key) {
    const nlohmann::json text = edited(own, field[key]);
    return read_measurement({text, field[key].path});
  };
  if (field.has("below")) {
    refuse_others(field, {"laboratory", "below", "times"});
    return {.what = MeasuresBelow{of, other("below"), read_times(field)}};
  }
  if (!field.has("at_least") && !field.has("at_most"))
    field.fail("a measurement needs \"below\", \"at_least\" or \"at_most\"");
  refuse_others(field, {"laboratory", "more_than", "at_least", "at_most"});
  MeasuresWithin within{.of = of, .more_than = {}, .bounds = read_bounds(field)};
  if (field.has("more_than")) within.more_than = other("more_than");
  return {.what = within};
}

Claim read_claim(const JsonField& field, const Experiment& experiment) {
  if (!field.has("racer"))
    field.fail("needs a \"racer\", of whom it is claimed, or a \"laboratory\"");
  Claim claim;
  claim.racer = read_racer_name(field["racer"], experiment);
  if (field.has("at")) claim.at = field["at"].number(0, experiment.budget.amount);
  const bool ends = field.has("verdict") || field.has("fate");
  if (ends == field.has("quantity"))
    field.fail("needs one of \"verdict\", \"fate\" and \"quantity\"");
  if (ends && field.has("starts")) {
    refuse_others(field, {"racer", "verdict", "fate", "starts", "pattern", "at_least", "at_most"});
    claim.what = read_often(field, experiment);
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
