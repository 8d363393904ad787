// SPDX-License-Identifier: MIT
// A claim that takes longer than a frame, on its way to being measured: over many starts, or in the
// laboratory.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "fogline/engine/claim.hpp"

namespace fogline {

class Inquiry {
 public:
  // Of a claim that takes_long(). Throws like evaluate().
  Inquiry(const Claim& claim, const Experiment& experiment);
  // Goes on until the deadline. True when all is known; `finding` then is that of evaluate().
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  bool done() const { return done_; }
  // So far: the share of the starts that were raced, and how many these are.
  Finding finding() const;

 private:
  struct Poll {
    OftenEndsAs often;
    std::size_t racer = 0;
    std::shared_ptr<ManyStarts> races;
  };
  struct Trial {
    Claim claim;
    Measuring own;
    std::optional<Measuring> other;
  };
  Finding found(const Poll& poll) const;
  Finding found(const Trial& trial) const;
  static bool go_on(Poll& poll, Clock::time_point deadline);
  static bool go_on(Trial& trial, Clock::time_point deadline);

  std::variant<Poll, Trial> work_;
  bool done_ = false;
};

}  // namespace fogline
