// SPDX-License-Identifier: MIT
// A step in sentences.
#include "fogline/core/text.hpp"
#include "fogline/engine/step_parts.hpp"

namespace fogline {
namespace {

std::string number(double value) { return number_text(value, 4); }
std::string pair(Vec2 v) { return "(" + number(v.x) + ", " + number(v.y) + ")"; }

std::string gradient(const StepParts& p, const Optimizer& optimizer) {
  if (!p.told)
    return "Gradient: the ground rises by " + number(norm(p.slope)) + " along the slope " +
           pair(p.slope) +
           (info(optimizer).slopeless ? ", but this method asks for losses only." : ".");
  std::string text = "Gradient: the ground rises by " + number(norm(p.slope)) +
                     " per unit along the slope " + pair(p.slope);
  if (!(*p.told == p.slope)) text += "; noise, batch or clipping make that " + pair(*p.told);
  return text + ". Downhill is the other way.";
}

std::string memory(const StepParts& p) {
  std::string text;
  for (const MemoryPart& part : p.memory)
    text += (text.empty() ? "Memory: " : "; ") + std::string(part.memory.meaning) + " " +
            std::string(part.memory.symbol) + " goes from " + pair(part.before) + " to " +
            pair(part.after);
  if (!text.empty()) return text + ".";
  for (const Mark& mark : p.marks)
    text += (text.empty() ? "Memory: it keeps a " : " and a ") + std::string(mark.name);
  return text.empty() ? "Memory: this method keeps none." : text + ".";
}

std::string scaling(const StepParts& p, const Optimizer& optimizer) {
  if (!p.told || p.rate == 0)
    return "Scaling: the method chooses the length of the step itself, here " +
           number(norm(p.move)) + ".";
  if (info(optimizer).normalized && p.divisors == Vec2{1, 1})
    return "Scaling: only the slope's sign counts; how far the step goes is its memory.";
  std::string text = "Scaling: the learning rate is " + number(p.rate);
  if (!(p.divisors == Vec2{1, 1}))
    text += ", and each coordinate is divided by its own size, " + pair(p.divisors);
  if (!(p.pull == Vec2{})) text += "; weight decay takes " + pair(p.pull) + " off";
  return text + ".";
}

std::string move(const StepParts& p) {
  const double change = p.next_loss - p.loss;
  return "Move: by " + pair(p.move) + ", " + number(norm(p.move)) + " long; the loss " +
         (change < 0   ? "falls by " + number(-change)
          : change > 0 ? "rises by " + number(change)
                       : std::string("stays")) +
         " to " + number(p.next_loss) + ".";
}

}  // namespace

std::array<std::string, 4> part_sentences(const StepParts& p, const Optimizer& optimizer) {
  if (has(p.event, Event::restart)) {
    const std::string text = "Restart: the walker begins again at " + pair(p.to) + ".";
    return {text, text, text, text};
  }
  return {gradient(p, optimizer), memory(p), scaling(p, optimizer), move(p)};
}

}  // namespace fogline
