// SPDX-License-Identifier: MIT
// Claims in words, and whether they hold.
#include "fogline/engine/claim.hpp"

#include <algorithm>
#include <cmath>

#include "claim_parts.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/inquiry.hpp"
#include "racer_by_name.hpp"

namespace fogline {

std::string shown(double value) {
  constexpr int digits = 4;
  if (std::isnan(value)) return "nothing to measure";
  return std::isfinite(value) ? number_text(value, digits) : "never";
}

bool ends_so(const EndsAs& ends, Verdict verdict) {
  return (ends.fate && fate(verdict) == *ends.fate) ||
         std::find(ends.any_of.begin(), ends.any_of.end(), verdict) != ends.any_of.end();
}

namespace {

std::string shown_place(Vec2 p) { return "(" + shown(p.x) + ", " + shown(p.y) + ")"; }

std::string words_of(const Target& target) {
  if (target.place) return "within " + shown(target.within) + " of " + shown_place(*target.place);
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
             (m.neighbour.empty() ? shown_place(*m.target.place) : "that of " + m.neighbour);
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

std::string words_of(const Bounds& bounds) {
  if (!std::isfinite(bounds.low)) return "at most " + shown(bounds.high);
  if (!std::isfinite(bounds.high)) return "at least " + shown(bounds.low);
  return "from " + shown(bounds.low) + " to " + shown(bounds.high);
}

std::string words_of(const IsWithin& within) {
  return words_of(within.of) + " " + words_of(within.bounds);
}

std::string words_of(const OftenEndsAs& often) {
  const auto [low, high] = often.share;
  const std::string share = !std::isfinite(low)    ? "at most " + shown(high)
                            : !std::isfinite(high) ? "at least " + shown(low)
                                                   : shown(low) + " to " + shown(high);
  return words_of(often.ends) + " from " + share + " of " + std::to_string(often.starts.count) +
         (often.starts.pattern == Pattern::lattice ? " starts on a lattice" : " random starts");
}

std::string words_of(const MeasuresWithin& m) {
  const std::string text = words(m.of) + ": " + words_of(m.bounds);
  return m.more_than ? text + " more than with " + difference(*m.more_than, m.of) : text;
}

std::string words_of(const MeasuresBelow& m) {
  const std::string times = m.times == 1 ? "below" : "at least " + shown(m.times) + " times below";
  return words(m.of) + ": " + times + " that with " + difference(m.other, m.of);
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
    return {ends_so(ends, j.verdict), std::string(word(j))};
  }
  Finding operator()(const IsBelow& below) const {
    const double own = number(below.of, claim.racer), other = number(below.of, below.other);
    return {is_below(own, other, below.times), shown(own) + " against " + shown(other)};
  }
  Finding operator()(const IsWithin& within) const {
    const double value = number(within.of, claim.racer);
    return {within.bounds.contain(value), shown(value)};
  }
  // Whatever takes long.
  template <class What>
  Finding operator()(const What&) const {
    Inquiry inquiry(claim, experiment);
    inquiry.advance();
    return inquiry.finding();
  }
};

}  // namespace

std::string words(const Claim& claim) {
  const std::string at = claim.at ? " at " + shown(*claim.at) : "";
  const std::string what = std::visit([](const auto& w) { return words_of(w); }, claim.what);
  return is_about_laboratory(claim) ? what : claim.racer + at + ": " + what;
}

Finding evaluate(const Claim& claim, const Experiment& experiment, const Race& race) {
  const double playhead = claim.at.value_or(experiment.budget.amount);
  return std::visit(Place{claim, experiment, race, playhead}, claim.what);
}

Finding evaluate(const Claim& claim, const Experiment& experiment) {
  Race race;
  if (!takes_long(claim)) {
    race.follow(experiment);
    race.advance();
  }
  return evaluate(claim, experiment, race);
}

}  // namespace fogline
