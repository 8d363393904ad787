// SPDX-License-Identifier: MIT
// A sentence for each rule.
#include "gui/panels/rules_text.hpp"

#include <algorithm>

#include "fogline/engine/rates.hpp"
#include "gui/number.hpp"
#include "gui/panels/workbench.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

using Origin = fogline::Rates;  // the window has another Rates

constexpr std::size_t most_names = 6, most_letters = 24;

// "Adam, Momentum and 3 more".
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i)
    text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most_names)
    text += " and " + std::to_string(names.size() - most_names) + " more";
  return text;
}

// Long names would drown the rule.
std::string short_name(const Racer& r) {
  const std::string name = printable(r.name);
  std::size_t end = 0, letters = 0;
  while (end < name.size() && letters < most_letters) {
    ++end;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
    ++letters;
  }
  return end < name.size() ? name.substr(0, end) + "\u2026" : name;
}

std::string start_text(const Experiment& e) {
  if (!starts_agree(e)) return "each racer its own";
  const Vec2 x = e.racers.front().start;
  return "the same for all, (" + short_number(rounded(x.x, 3)) + ", " +
         short_number(rounded(x.y, 3)) + ")";
}

std::string budget_text(const Experiment& e) {
  return whole_number(e.budget.amount) +
         (e.budget.unit == Unit::steps ? " steps each; steps are not cost" : " evaluations each");
}

std::string prices_text(const Prices& p) {
  return "value " + short_number(p.value) + ", gradient " + short_number(p.gradient) +
         ", Hessian +" + short_number(p.hessian);
}

// Who is told something else than the landscape.
std::string noise_text(const Experiment& e) {
  std::vector<std::string> noisy;
  for (const Racer& r : e.racers) {
    if (r.axes.noise)
      noisy.push_back(short_name(r) + ": sigma " + short_number(r.axes.noise->sigma));
    if (r.axes.mini_batches) noisy.push_back(short_name(r) + ": mini-batches");
  }
  return noisy.empty() ? "none" : listed(noisy);
}

std::string seed_text(const Experiment& e) {
  const std::string seed = std::to_string(e.seed);
  return is_random(e) ? seed + ", one stream for all" : seed + " (nothing here is random)";
}

// One word where it holds for all; else who has what.
std::string rates_text(const Experiment& e) {
  const Origin all = rates_of(e);
  if (all != Origin::chosen) return std::string(word(all)) + " for all";
  std::string text;
  for (const auto& [rates, name] :
       {std::pair(Origin::tuned, "tuned"), std::pair(Origin::usual, "default"),
        std::pair(Origin::chosen, "chosen")}) {
    std::vector<std::string> names;
    for (const Racer& r : e.racers)
      if (rate_of(e, r) == rates) names.push_back(short_name(r));
    if (!names.empty()) text += (text.empty() ? "" : "\n") + (name + (": " + listed(names)));
  }
  return text;
}

std::string tuning_text(const Experiment& e) {
  std::vector<Tuned> tuned;
  for (const Racer& r : e.racers)
    if (is_tuned(e, r)) tuned.push_back(*r.tuned);
  if (tuned.empty()) return "nobody is tuned";
  double cost = 0;
  bool alike = true;
  for (const Tuned& t : tuned) {
    cost += t.cost;
    alike = alike && t.trials == tuned.front().trials && t.starts == tuned.front().starts;
  }
  const std::string budget = alike ? std::to_string(tuned.front().trials) + " trials from " +
                                         std::to_string(tuned.front().starts) + " starts"
                                   : "by unequal budgets";
  return std::to_string(tuned.size()) + " of " + std::to_string(e.racers.size()) + " racers, " +
         budget + "; it cost " + whole_number(cost) + " evaluations";
}

}  // namespace

std::vector<Rule> rules_of(const Experiment& e) {
  return {{"Start", start_text(e)},  {"Budget", budget_text(e)}, {"Prices", prices_text(e.prices)},
          {"Noise", noise_text(e)},  {"Seed", seed_text(e)},     {"Learning rates", rates_text(e)},
          {"Tuning", tuning_text(e)}};
}

std::string finish_text(const Experiment& e, const Race& race) {
  const auto line = race.finish_line();
  if (!line) return "none: no minimum of this landscape is known";
  const std::string text = "loss " + short_number(*line) + ", " +
                           short_number(rounded(e.finish * race.survey().relief, 3)) +
                           " above the best known minimum";
  return drifts(e.landscape) ? text + " as it is at step 0: the landscape drifts, the line does not"
                             : text;
}

}  // namespace fogline::gui
