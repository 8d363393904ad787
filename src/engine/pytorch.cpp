// SPDX-License-Identifier: MIT
// Puts the program together: the landscape's formula, the optimizer, the loop.
#include "fogline/engine/pytorch.hpp"

#include "engine/torch_axes.hpp"
#include "engine/torch_optimizer.hpp"
#include "fogline/core/text.hpp"
#include "fogline/landscapes/written.hpp"

namespace fogline {
namespace {

// What a formula may call; where torch's own would give a slope that is no number, one that does
// not.
struct Helper {
  std::string_view name, text;
};
constexpr Helper helpers[]{
    {"where",
     "def where(condition, a, b):\n"
     "    return torch.where(condition, torch.as_tensor(a), torch.as_tensor(b))\n"},
    {"cos_sqrt",
     "def cos_sqrt(u):  # cos(sqrt(u)), smooth at 0\n"
     "    positive = torch.where(u > 0, u, torch.ones_like(u))\n"
     "    return torch.where(u > 0, torch.cos(torch.sqrt(positive)), 1 - u / 2)\n"},
    {"sqrt",
     "def sqrt(u):  # with slope 0 at 0\n"
     "    positive = torch.where(u > 0, u, torch.ones_like(u))\n"
     "    return torch.where(u > 0, torch.sqrt(positive), torch.zeros_like(u))\n"}};
constexpr std::string_view own[] = {"exp", "log", "sin", "cos", "tanh", "abs", "floor", "atan2"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// Whether `text` calls the function of this name, and not one whose name ends so.
bool calls(std::string_view text, std::string_view name) {
  const std::string call = std::string(name) + "(";
  for (std::size_t at = text.find(call); at != std::string_view::npos; at = text.find(call, at + 1))
    if (at == 0 || !is_letter(text[at - 1])) return true;
  return false;
}

std::string prelude(const std::string& formula) {
  std::string text, imported;
  for (const std::string_view name : own)
    if (calls(formula, name)) imported += (imported.empty() ? "" : ", ") + std::string(name);
  if (!imported.empty()) text += "from torch import " + imported + "\n";
  for (const auto& [name, helper] : helpers)
    if (calls(formula, name)) text += "\n\n" + std::string(helper);
  return text;
}

// Of two whole numbers PyTorch would make a tensor of integers, which cannot have a gradient.
std::string tensor(Vec2 x) {
  return "torch.tensor([" + number_text(x.x) + ", " + number_text(x.y) +
         "], dtype=torch.float64, requires_grad=True)";
}

}  // namespace

PytorchProgram pytorch_program(const Course& course, std::uint32_t steps) {
  const std::string optimizer(info(course.optimizer).name);
  const std::string landscape(info(course.landscape).name);
  const auto formula = python_formula(course.landscape);
  if (!formula)
    return {"", landscape + " is made of another landscape and has no short formula to copy."};
  const auto rule = torch_rule(course.optimizer);
  if (!rule)
    return {"", optimizer + " is not a per-coordinate method, and torch.optim has none like it."};
  const TorchAxes axes = torch_axes(course, rule->setup.rfind("optimizer", 0) == 0);
  const std::string note =
      axes.not_repeated.empty() ? "" : "# Not repeated here: " + axes.not_repeated + ".\n";
  const std::string maths = axes.setup.find("math.") == std::string::npos ? "" : "import math\n\n";
  std::string text =
      "# " + optimizer + " on " + landscape + ", as Fogline walks it. Needs PyTorch" +
      std::string(rule->needs) + ".\n# Prints every iterate: step,x,y,loss.\n" + note + maths +
      "import torch\n" + prelude(*formula) + "\n\ndef loss(x, y):\n" + *formula +
      "\n\ntorch.set_default_dtype(torch.float64)\n" + "p = " + tensor(course.start) + "\n" +
      rule->setup + axes.setup + "print(\"step,x,y,loss\")\nfor step in range(" +
      std::to_string(steps) + " + 1):\n" +
      "    f = loss(p[0], p[1])\n"
      "    print(f\"{step},{p[0].item()!r},{p[1].item()!r},{f.item()!r}\")\n"
      "    p.grad = None\n"
      "    f.backward()\n" +
      axes.told + rule->step + axes.moved;
  return {text, ""};
}

}  // namespace fogline
