// SPDX-License-Identifier: MIT
// Claims in words, and whether they hold.
#include "fogline/engine/claim.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/text.hpp"
#include "fogline/engine/win_table.hpp"
#include "racer_by_name.hpp"

namespace fogline {
namespace {

constexpr int digits = 4;

std::string shown(double value) {
  return std::isfinite(value) ? number_text(value, digits) : "never";
}

std::string shown(Vec2 p) { return "(" + shown(p.x) + ", " + shown(p.y) + ")"; }

std::string words_of(const Target& target) {
  if (target.place) return "within " + shown(target.within) + " of " + shown(*target.place);
  if (target.loss) return "a loss of " + shown(*target.loss);
  return "the finish line";
}

std::string words_of(const Measure& m) {
  const std::string at = words_of(m.target);
  switch (m.quantity) {
    case Quantity::loss:
      return "loss";
    case Quantity::gap:
      return "loss above the lowest";
    case Quantity::steps:
      return "steps to " + at;
    case Quantity::cost:
      return "cost to " + at;
    case Quantity::distance:
      return "distance from its end to " +
             (m.neighbour.empty() ? shown(*m.target.place) : "that of " + m.neighbour);
    case Quantity::made:
      return "steps made";
    case Quantity::restarts:
      return "restarts";
    case Quantity::uphill:
      return "uphill moves";
    case Quantity::valleys:
      return "valleys in which its copies end";
    case Quantity::share:
      return "share of its copies at " + at;
    case Quantity::wander:
      return "wandering at the end";
    case Quantity::detour:
      return "path over beeline";
    case Quantity::validation_loss:
      return "validation loss";
  }
  return {};
}

std::string_view words_of(Fate fate) {
  constexpr std::string_view words[] = {"in the lowest valley", "stuck", "lost", "still moving"};
  return words[static_cast<std::size_t>(fate)];
}

std::string words_of(const EndsAs& ends) {
  if (ends.fate) return std::string(words_of(*ends.fate));
  std::vector<std::string_view> all;
  for (const Verdict v : ends.any_of) all.push_back(word(v));
  return join(all, " or ");
}

std::string words_of(const IsBelow& below) {
  const std::string times =
      below.times == 1 ? "below" : "at least " + shown(below.times) + " times below";
  return words_of(below.of) + " " + times + " " + below.other + "'s";
}

std::string words_of(const IsWithin& within) {
  const auto [low, high] = within.bounds;
  const std::string what = words_of(within.of) + " ";
  if (!std::isfinite(low)) return what + "at most " + shown(high);
  if (!std::isfinite(high)) return what + "at least " + shown(low);
  return what + "from " + shown(low) + " to " + shown(high);
}

std::string words_of(const OftenEndsAs& often) {
  const auto [low, high] = often.share;
  const std::string share = !std::isfinite(low)    ? "at most " + shown(high)
                            : !std::isfinite(high) ? "at least " + shown(low)
                                                   : shown(low) + " to " + shown(high);
  return words_of(often.ends) + " from " + share + " of " + std::to_string(often.starts.count) +
         (often.starts.pattern == Pattern::lattice ? " starts on a lattice" : " random starts");
}

bool is(const EndsAs& ends, Verdict verdict) {
  return (ends.fate && fate(verdict) == *ends.fate) ||
         std::find(ends.any_of.begin(), ends.any_of.end(), verdict) != ends.any_of.end();
}

// A claim about a race: what is looked at, and when.
struct Place {
  const Claim& claim;
  const Experiment& experiment;
  const Race& race;
  double playhead;

  double number(const Measure& of, const std::string& racer) const {
    return measured(of, racer, experiment, race, playhead);
  }

  Finding operator()(const EndsAs& ends) const {
    const auto racer = racer_by_name(experiment, claim.racer);
    const Judgement j = judge(experiment, race, racer, playhead);
    return {is(ends, j.verdict), std::string(word(j))};
  }
  // Random starts are a sample, and say with what confidence; a lattice is none.
  Finding operator()(const OftenEndsAs& often) const {
    const auto racer = racer_by_name(experiment, claim.racer);
    ManyStarts races(experiment, often.starts);
    races.advance();
    const std::vector<Outcomes> outcomes = races.outcomes();
    const int all = static_cast<int>(outcomes.size());
    const auto hits =
        static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(), [&](const Outcomes& o) {
          return is(often.ends, o[racer].verdict);
        }));
    const double share = static_cast<double>(hits) / all;
    std::string text = shown(share);
    if (often.starts.pattern == Pattern::random) {
      const Likely likely = wilson(hits, all);
      text += " (" + number_text(likely.low, 3) + " to " + number_text(likely.high, 3) + ")";
    }
    return {often.share.contain(share), text};
  }
  Finding operator()(const IsBelow& below) const {
    const double own = number(below.of, claim.racer), other = number(below.of, below.other);
    return {std::isfinite(own) && below.times * own <= other && own < other,
            shown(own) + " against " + shown(other)};
  }
  Finding operator()(const IsWithin& within) const {
    const double value = number(within.of, claim.racer);
    return {within.bounds.contain(value), shown(value)};
  }
};

}  // namespace

std::string words(const Claim& claim) {
  const std::string at = claim.at ? " at " + shown(*claim.at) : "";
  return claim.racer + at + ": " +
         std::visit([](const auto& what) { return words_of(what); }, claim.what);
}

Finding evaluate(const Claim& claim, const Experiment& experiment, const Race& race) {
  const double playhead = claim.at.value_or(experiment.budget.amount);
  return std::visit(Place{claim, experiment, race, playhead}, claim.what);
}

Finding evaluate(const Claim& claim, const Experiment& experiment) {
  Race race;
  race.follow(experiment);
  race.advance();
  return evaluate(claim, experiment, race);
}

}  // namespace fogline
