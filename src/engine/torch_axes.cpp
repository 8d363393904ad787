// SPDX-License-Identifier: MIT
// Schedules, penalties, decay and clipping as lines of Python; what is random, or ends a walk, is
// only named.
#include "engine/torch_axes.hpp"

#include <optional>
#include <type_traits>
#include <variant>

#include "fogline/core/text.hpp"

namespace fogline {
namespace {

std::string number(double value) { return number_text(value); }

// F(s) of a schedule, for s steps after the warmup; none where torch has no short equal.
std::optional<std::string> law(const Schedule& s) {
  const std::string period = number(s.period), gamma = number(s.gamma), floor = number(s.floor);
  const auto half_cosine = [&](const std::string& share) {
    return floor + " + (1 - " + floor + ") * 0.5 * (1 + math.cos(math.pi * " + share + "))";
  };
  switch (s.kind) {
    case Schedule::constant:
      return "1.0";
    case Schedule::step:
      return gamma + " ** (s // " + period + ")";
    case Schedule::exponential:
      return gamma + " ** (s / " + period + ")";
    case Schedule::inverse_time:
      return "1 / (1 + s / " + period + ")";
    case Schedule::cosine:
      return half_cosine("min(1, s / " + period + ")");
    case Schedule::cosine_restarts:
      if (s.growth == 1) return half_cosine("(s % " + period + ") / " + period);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

// True where it is repeated. Rprop asks torch's rate for its first step only.
bool add(TorchAxes& text, const Schedule& s, const Course& course, bool library) {
  const auto factor = law(s);
  if (!factor || !library || std::holds_alternative<Rprop>(course.optimizer)) return false;
  const std::string warmup = std::to_string(s.warmup);
  text.setup += "\n\ndef factor(t):  # of the learning rate\n    s = max(t - " + warmup +
                ", 0)\n    return min((t + 1) / (" + warmup + " + 1), 1) * (" + *factor +
                ")\n\n\nscheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)\n";
  text.moved += "    scheduler.step()\n";
  return true;
}

bool add(TorchAxes& text, const Regularization& r, const Course&, bool) {
  text.told += "    p.grad += " + number(r.l2) + " * p.detach() + " + number(r.l1) +
               " * torch.sign(p.detach())\n";
  return true;
}

// At the rate of the step that is made, before the schedule lowers it.
bool add(TorchAxes& text, const DecoupledWeightDecay& d, const Course& course, bool library) {
  const std::string rate = std::visit(
      [](const auto& rule) -> std::string {
        if constexpr (requires { rule.learning_rate; })
          return number(rule.learning_rate);
        else
          return "0";
      },
      course.optimizer);
  text.told += "    pull = " + number(d.weight_decay) + " * " +
               (library ? "optimizer.param_groups[0][\"lr\"]" : rate) + " * p.detach()\n";
  text.moved = "    with torch.no_grad():\n        p -= pull\n" + text.moved;
  return true;
}

bool add(TorchAxes& text, const Clipping& c, const Course&, bool) {
  text.told += c.by == Clipping::norm ? "    torch.nn.utils.clip_grad_norm_([p], "
                                      : "    torch.nn.utils.clip_grad_value_([p], ";
  text.told += number(c.limit) + ")\n";
  return true;
}

template <class Axis>
bool add(TorchAxes&, const Axis&, const Course&, bool) {
  return false;
}

}  // namespace

TorchAxes torch_axes(const Course& course, bool library) {
  TorchAxes text;
  Axes axes = course.axes;
  axes.visit([&]<class Axis>(const std::optional<Axis>& axis) {
    if (axis && !add(text, *axis, course, library))
      text.not_repeated += (text.not_repeated.empty() ? "" : ", ") + std::string(Axis::info.name);
  });
  return text;
}

}  // namespace fogline
