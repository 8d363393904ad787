// SPDX-License-Identifier: MIT
// Races from start after start, or the laboratory's measurements, and what they say of the claim.
#include "fogline/engine/inquiry.hpp"

#include <cassert>
#include <cmath>

#include "claim_parts.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/win_table.hpp"
#include "racer_by_name.hpp"

namespace fogline {
namespace {

std::optional<Measurement> other_of(const Claim& claim) {
  if (const auto* below = std::get_if<MeasuresBelow>(&claim.what)) return below->other;
  return std::get<MeasuresWithin>(claim.what).more_than;
}

Measurement own_of(const Claim& claim) {
  if (const auto* below = std::get_if<MeasuresBelow>(&claim.what)) return below->of;
  return std::get<MeasuresWithin>(claim.what).of;
}

}  // namespace

Inquiry::Inquiry(const Claim& claim, const Experiment& experiment)
    : work_([&]() -> std::variant<Poll, Trial> {
        assert(takes_long(claim));
        if (const auto* often = std::get_if<OftenEndsAs>(&claim.what))
          return Poll{*often, racer_by_name(experiment, claim.racer),
                      std::make_shared<ManyStarts>(experiment, often->starts)};
        std::optional<Measuring> other;
        if (const auto what = other_of(claim)) other.emplace(*what);
        return Trial{claim, Measuring(own_of(claim)), std::move(other)};
      }()) {}

bool Inquiry::go_on(Poll& poll, Clock::time_point deadline) {
  return poll.races->advance(deadline);
}

bool Inquiry::go_on(Trial& trial, Clock::time_point deadline) {
  return trial.own.advance(deadline) && (!trial.other || trial.other->advance(deadline));
}

bool Inquiry::advance(Clock::time_point deadline) {
  if (!done_) done_ = std::visit([&](auto& work) { return go_on(work, deadline); }, work_);
  return done_;
}

// Random starts are a sample, and say with what confidence; a lattice is none.
Finding Inquiry::found(const Poll& poll) const {
  int raced = 0, hits = 0;
  const std::vector<Outcomes> all = poll.races->outcomes();
  for (const Outcomes& outcomes : all) {
    if (outcomes.empty()) continue;
    ++raced;
    hits += ends_so(poll.often.ends, outcomes[poll.racer].verdict) ? 1 : 0;
  }
  if (raced == 0) return {false, "racing"};
  const double share = static_cast<double>(hits) / raced;
  std::string text = shown(share);
  if (poll.often.starts.pattern == Pattern::random) {
    const Likely likely = wilson(hits, raced);
    text += " (" + number_text(likely.low, 3) + " to " + number_text(likely.high, 3) + ")";
  }
  if (!done_) text += " of " + std::to_string(raced) + " so far";
  return {poll.often.share.contain(share), text};
}

Finding Inquiry::found(const Trial& trial) const {
  if (!done_) return {false, "measuring"};
  const double own = trial.own.value();
  if (!trial.other)
    return {std::get<MeasuresWithin>(trial.claim.what).bounds.contain(own), shown(own)};
  const double other = trial.other->value();
  const std::string both = shown(own) + " against " + shown(other);
  if (const auto* below = std::get_if<MeasuresBelow>(&trial.claim.what))
    return {is_below(own, other, below->times), both};
  const Bounds& bounds = std::get<MeasuresWithin>(trial.claim.what).bounds;
  return {std::isfinite(own) && std::isfinite(other) && bounds.contain(own - other), both};
}

Finding Inquiry::finding() const {
  return std::visit([this](const auto& work) { return found(work); }, work_);
}

}  // namespace fogline
