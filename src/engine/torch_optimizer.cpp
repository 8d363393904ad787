// SPDX-License-Identifier: MIT
// torch.optim's classes with the arguments that make them our rules; what it lacks is written out.
#include "engine/torch_optimizer.hpp"

#include "fogline/core/text.hpp"

namespace fogline {
namespace {

std::string number(double value) { return number_text(value); }
std::string argument(std::string_view name, double value) {
  return ", " + std::string(name) + "=" + number(value);
}
std::string betas(double beta1, double beta2) {
  return ", betas=(" + number(beta1) + ", " + number(beta2) + ")";
}
// 0 / 0 is 0 here and NaN there.
std::string eps(double epsilon) { return argument("eps", floored(epsilon)); }

TorchRule library(std::string_view name, double rate, const std::string& rest,
                  std::string_view needs = "") {
  return {
      "optimizer = torch.optim." + std::string(name) + "([p], lr=" + number(rate) + rest + ")\n",
      "    optimizer.step()\n", needs};
}

// A loop of our own: state tensors set to 0, then statements under torch.no_grad().
TorchRule loop(std::string_view states, std::string_view statements) {
  TorchRule rule;
  for (const char state : states) rule.setup += std::string(1, state) + " = torch.zeros(2)\n";
  rule.step = "    with torch.no_grad():\n        g = p.grad\n";
  for (std::size_t from = 0; from < statements.size();) {
    const std::size_t end = statements.find(';', from);
    rule.step += "        " + std::string(statements.substr(from, end - from)) + "\n";
    from = end == std::string_view::npos ? statements.size() : end + 2;
  }
  return rule;
}

template <class Rule>
TorchRule adam(std::string_view name, const Rule& r, const std::string& rest = "",
               std::string_view needs = "") {
  return library(
      name, r.learning_rate,
      betas(r.beta1, r.beta2) + eps(r.epsilon) + argument("weight_decay", r.weight_decay) + rest,
      needs);
}

TorchRule written(const GradientDescent& r) {
  return library("SGD", r.learning_rate, argument("weight_decay", r.weight_decay));
}
TorchRule written(const Momentum& r) {
  return library("SGD", r.learning_rate,
                 argument("momentum", r.momentum) + argument("weight_decay", r.weight_decay));
}
TorchRule written(const Nesterov& r) {
  if (r.momentum == 0) return written(GradientDescent{r.learning_rate, r.weight_decay});
  return library("SGD", r.learning_rate,
                 argument("momentum", r.momentum) + ", nesterov=True" +
                     argument("weight_decay", r.weight_decay));
}
TorchRule written(const AdaGrad& r) {
  return library("Adagrad", r.learning_rate,
                 eps(r.epsilon) + argument("weight_decay", r.weight_decay));
}
TorchRule written(const RmsProp& r) {
  return library("RMSprop", r.learning_rate,
                 argument("alpha", r.decay) + eps(r.epsilon) + argument("momentum", r.momentum) +
                     (r.centered ? ", centered=True" : "") +
                     argument("weight_decay", r.weight_decay));
}
TorchRule written(const AdaDelta& r) {
  return library(
      "Adadelta", r.learning_rate,
      argument("rho", r.decay) + eps(r.epsilon) + argument("weight_decay", r.weight_decay));
}
TorchRule written(const Adam& r) { return adam("Adam", r); }
TorchRule written(const AmsGrad& r) { return adam("Adam", r, ", amsgrad=True"); }
TorchRule written(const AdamW& r) { return adam("AdamW", r); }
TorchRule written(const Adamax& r) { return adam("Adamax", r); }
TorchRule written(const NAdam& r) {
  return adam("NAdam", r, argument("momentum_decay", r.momentum_decay), " 2 or newer");
}
TorchRule written(const RAdam& r) { return adam("RAdam", r); }
TorchRule written(const Rprop& r) {
  return library("Rprop", r.learning_rate,
                 ", etas=(" + number(r.eta_minus) + ", " + number(r.eta_plus) + "), step_sizes=(" +
                     number(r.step_min) + ", " + number(r.step_max) + ")");
}

TorchRule written(const Qhm& r) {
  const std::string decay = number(r.weight_decay), mu = number(r.momentum), nu = number(r.nu);
  return loop("v", "g = g + " + decay + " * p; v = " + mu + " * v + (1 - " + mu + ") * g; p -= " +
                       number(r.learning_rate) + " * ((1 - " + nu + ") * g + " + nu + " * v)");
}
TorchRule written(const AdaBelief& r) {
  const std::string b1 = number(r.beta1), b2 = number(r.beta2), e = number(floored(r.epsilon));
  return loop("ms", "m = " + b1 + " * m + (1 - " + b1 + ") * g; s = " + b2 + " * s + (1 - " + b2 +
                        ") * (g - m) ** 2 + " + number(r.epsilon) + "; m_hat = m / (1 - " + b1 +
                        " ** (step + 1)); s_hat = s / (1 - " + b2 + " ** (step + 1)); p -= " +
                        number(r.learning_rate) + " * m_hat / (torch.sqrt(s_hat) + " + e + ")");
}
TorchRule written(const Yogi& r) {
  const std::string b1 = number(r.beta1), b2 = number(r.beta2);
  return loop("mv", "m = " + b1 + " * m + (1 - " + b1 + ") * g; v = v - (1 - " + b2 +
                        ") * torch.sign(v - g ** 2) * g ** 2; p -= " + number(r.learning_rate) +
                        " * m / (torch.sqrt(v) + " + number(floored(r.epsilon)) + ")");
}
TorchRule written(const Lion& r) {
  const std::string b1 = number(r.beta1), b2 = number(r.beta2);
  return loop("m", "c = " + b1 + " * m + (1 - " + b1 + ") * g; p -= " + number(r.learning_rate) +
                       " * (torch.sign(c) + " + number(r.weight_decay) + " * p); m = " + b2 +
                       " * m + (1 - " + b2 + ") * g");
}

}  // namespace

std::optional<TorchRule> torch_rule(const Optimizer& optimizer) {
  return std::visit(
      [](const auto& rule) -> std::optional<TorchRule> {
        if constexpr (requires { written(rule); })
          return written(rule);
        else
          return std::nullopt;
      },
      optimizer);
}

}  // namespace fogline
