// SPDX-License-Identifier: MIT
// One function for each kind of change.
#include "escape_edits.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "fogline/core/elementary.hpp"
#include "fogline/core/text.hpp"
#include "fogline/optimizers/stability.hpp"

namespace fogline {
namespace {

// How params are named that say how far a method steps, what it keeps of its velocity, how many
// search together, and how hot it is. A method has at most one of each.
using Names = std::span<const std::string_view>;
constexpr std::string_view steps[] = {"learning_rate",     "initial_radius", "initial_size",
                                      "first_step",        "proposal_scale", "hop_length",
                                      "initial_step_size", "mutation_scale"};
constexpr std::string_view velocities[] = {"momentum", "beta1", "inertia"};
constexpr std::string_view crowds[] = {"population"};
constexpr std::string_view heats[] = {"initial_temperature", "temperature"};
constexpr std::string_view decays[] = {"weight_decay"};

constexpr double longest_search = 20'000;  // steps, each of them of dozens of values

struct Found {
  std::string name;
  double value = 0;
};

// The first of an optimizer's params that is named so and has an effect.
std::optional<Found> find(Optimizer optimizer, Names names) {
  for (const Param& p : params(optimizer))
    if (!p.idle && std::find(names.begin(), names.end(), p.name) != names.end())
      return Found{std::string(p.name), p.get()};
  return std::nullopt;
}

// False where the optimizer has no such param or refuses the value.
bool set(Optimizer& optimizer, std::string_view name, double value) {
  for (const Param& p : params(optimizer)) {
    if (p.name != name || !p.valid.contains(value)) continue;
    p.set(value);
    return true;
  }
  return false;
}

std::string text(double v) { return number_text(v, 3); }

// "learning_rate" as people write it: "Learning rate".
std::string spelt(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

class Table {
 public:
  Table(const Experiment& e, std::size_t racer, const Standing& parent, const Survey& map)
      : e_(e), parent_(e.racers[racer]), end_(parent), map_(map) {}

  std::vector<Escape> made();

 private:
  const Optimizer& method() const { return parent_.optimizer; }
  double budget() const;
  void add(Change change, Begins begins, const std::string& says, const Racer& racer);
  void set_param(Change change, Begins begins, const Found& param, double value);
  void scale_steps();
  void take_best_rate();
  void change_momentum();
  void gather_crowd();
  void heat();
  void anneal(double temperature, double scale);
  void make_noise();
  void make_noise(double sigma, bool decaying);
  void restart(Restarts axis, const std::string& from);
  void take_method(Change change, Optimizer other, const std::string& how = "");
  void take_methods();
  void leave_out();
  Optimizer at_its_rate(Optimizer other) const;

  const Experiment& e_;
  const Racer& parent_;
  const Standing& end_;
  const Survey& map_;
  std::vector<Escape> all_;
};

// Steps that the budget pays for at the price of a value each, or of a gradient where values are
// free.
double Table::budget() const {
  const double price = e_.prices.value > 0 ? e_.prices.value : std::max(e_.prices.gradient, 1e-6);
  const double most = e_.budget.unit == Unit::steps ? e_.budget.amount : e_.budget.amount / price;
  return std::clamp(most, 1.0, largest_budget);
}

// Those that begin at the parent's end do so only where that is on the map, each alone and at a
// place of its own.
void Table::add(Change change, Begins begins, const std::string& says, const Racer& racer) {
  Escape escape{.change = change, .begins = begins, .says = says + ".", .racer = racer};
  const bool other = racer.optimizer.index() != method().index();
  escape.racer.name = other ? info(racer.optimizer).name : word(change);
  if (begins == Begins::end) {
    if (!map_.domain.contains(end_.answer.x)) return;
    escape.racer.start = end_.answer.x;
    escape.racer.warm_start.reset();
    escape.racer.ensemble.reset();
  }
  escape.racer.visible = true;
  all_.push_back(escape);
}

void Table::set_param(Change change, Begins begins, const Found& param, double value) {
  Racer racer = parent_;
  if (value == param.value || !set(racer.optimizer, param.name, value)) return;
  add(change, begins, spelt(param.name) + " " + text(value) + " instead of " + text(param.value),
      racer);
}

void Table::scale_steps() {
  const auto size = find(method(), steps);
  if (!size || !(size->value > 0)) return;
  for (const double by : {0.01, 0.1, 0.3})
    set_param(Change::smaller_steps, Begins::start, *size, by * size->value);
  for (const double by : {3.0, 10.0, 30.0})
    set_param(Change::larger_steps, Begins::start, *size, by * size->value);
  take_best_rate();
}

// The rate, and the momentum, that are the fastest at the curvatures where the racer ended.
void Table::take_best_rate() {
  const Evidence& evidence = end_.judgement.evidence;
  const auto rate = learning_rate(method());
  Racer racer = parent_;
  if (!rate || !evidence.best_rate || !set(racer.optimizer, "learning_rate", *evidence.best_rate))
    return;
  std::string says = "Learning rate " + text(*evidence.best_rate);
  if (evidence.best_momentum && set(racer.optimizer, "momentum", *evidence.best_momentum))
    says += " and momentum " + text(*evidence.best_momentum);
  add(*evidence.best_rate < *rate ? Change::smaller_steps : Change::larger_steps, Begins::start,
      says + ", the fastest at the curvatures where it ended", racer);
}

// More or less of it; a method that keeps none is exchanged for one that does, at the same rate.
void Table::change_momentum() {
  if (const auto share = find(method(), velocities)) {
    for (const double value : {0.0, 0.5, 0.9, 0.97, 0.99})
      set_param(Change::momentum, Begins::start, *share, value);
    return;
  }
  const auto rate = learning_rate(method());
  const Info& rule = info(method());
  if (!rate || rule.normalized || rule.slopeless || rule.natural_rate > 0) return;
  for (const double share : {0.5, 0.9, 0.97})
    take_method(Change::momentum, Momentum{.learning_rate = *rate, .momentum = share},
                " with a share of " + text(share));
}

void Table::gather_crowd() {
  const auto crowd = find(method(), crowds);
  if (!crowd) return;
  for (const double by : {3.0, 10.0})
    set_param(Change::population, Begins::start, *crowd, std::round(by * crowd->value));
}

void Table::heat() {
  if (const auto temperature = find(method(), heats))
    for (const double by : {3.0, 10.0, 100.0})
      set_param(Change::annealing, Begins::end, *temperature, by * temperature->value);
  for (const double share : {0.03, 0.1, 0.3})
    for (const double scale : {0.05, 0.15}) anneal(share * map_.relief, scale);
}

// So that it is a thousandth as hot in the end.
void Table::anneal(double temperature, double scale) {
  Racer racer = parent_;
  const double cooling = exp(log(1e-3) / budget());
  change_optimizer(racer, Annealing{.proposal_scale = scale,
                                    .initial_temperature = temperature,
                                    .cooling_rate = cooling});
  add(Change::annealing, Begins::end,
      "Annealing from temperature " + text(temperature) + ", proposals of " + text(scale) +
          " of the diagonal",
      racer);
}

// Descent at rate r under noise sigma is as hot as r sigma^2 / 2 (Mandt, Hoffman and Blei 2017);
// where the rate is no factor of the slope, noise is measured by the usual slope.
void Table::make_noise() {
  if (!meets(method(), Noise::need)) return;
  const Info& rule = info(method());
  const auto rate = learning_rate(method());
  const bool plain = rate && *rate > 0 && !rule.normalized && rule.natural_rate == 0;
  const double slope = map_.relief / map_.diagonal;
  const auto sigma = [&](double share) {
    return plain ? std::sqrt(2 * share * map_.relief / *rate) : 10 * share * slope;
  };
  make_noise(sigma(1e-6), false);
  for (const double share : {0.003, 0.03, 0.3}) {
    make_noise(sigma(share), false);
    make_noise(sigma(share), true);
  }
}

void Table::make_noise(double sigma, bool decaying) {
  Racer racer = parent_;
  if (parent_.axes.noise && parent_.axes.noise->sigma >= sigma) return;
  racer.axes.noise = Noise{.sigma = sigma, .decaying = decaying};
  add(Change::noise, Begins::end,
      std::string(decaying ? "Decaying noise" : "Noise") + " of sigma " + text(sigma) +
          " on the slope",
      racer);
}

void Table::restart(Restarts axis, const std::string& from) {
  Racer racer = parent_;
  axis.patience = static_cast<int>(std::clamp(budget() / 20, 10.0, 50.0));
  if (racer.axes.restarts == std::optional(axis)) return;
  racer.axes.restarts = axis;
  add(Change::restarts, Begins::end,
      "Restarts " + from + " after " + std::to_string(axis.patience) + " steps at one place",
      racer);
}

// At the parent's own rate where that means the same to both, else at one that suits the map.
Optimizer Table::at_its_rate(Optimizer other) const {
  const auto rate = learning_rate(method());
  const Info &from = info(method()), &to = info(other);
  if (!learning_rate(other) || to.natural_rate > 0) return other;
  const bool alike = rate && from.natural_rate == 0 && from.normalized == to.normalized;
  const Vec2 size = map_.domain.size();
  if (alike || to.normalized)
    set(other, "learning_rate", alike ? *rate : 0.01 * std::min(size.x, size.y));
  return other;
}

void Table::take_method(Change change, Optimizer other, const std::string& how) {
  if (other.index() == method().index()) return;
  Racer racer = parent_;
  change_optimizer(racer, other);
  if (const auto decay = find(method(), decays)) set(racer.optimizer, decay->name, decay->value);
  add(change, Begins::start,
      std::string(info(other).name) + how + " instead of " + std::string(info(method()).name),
      racer);
}

void Table::take_methods() {
  for (const Optimizer& other :
       {Optimizer(Adam{}), Optimizer(Rprop{}), Optimizer(NewtonTrustRegion{}),
        Optimizer(SaddleFreeNewton{}), Optimizer(Lbfgs{}), Optimizer(NelderMead{})})
    take_method(Change::method, at_its_rate(other));
  if (budget() > longest_search) return;
  take_method(Change::search, CmaEs{});
  take_method(Change::search, CmaEs{.population = 50}, " with a population of 50");
  take_method(Change::search, BasinHopping{.temperature = 0.1 * map_.relief});
  take_method(Change::search, ParticleSwarm{});
  take_method(Change::search, DifferentialEvolution{});
}

void Table::leave_out() {
  const auto without = [&](Change change, const std::string& says, const auto& edit) {
    Racer racer = parent_;
    edit(racer);
    if (!(racer == parent_)) add(change, Begins::start, says, racer);
  };
  without(Change::no_penalty, "Without regularization and weight decay", [](Racer& r) {
    r.axes.regularization.reset();
    r.axes.decoupled_weight_decay.reset();
    set(r.optimizer, "weight_decay", 0);
  });
  without(Change::no_clipping, "Without clipping", [](Racer& r) { r.axes.clipping.reset(); });
  without(Change::constant_rate, "At a constant rate", [](Racer& r) { r.axes.schedule.reset(); });
  without(Change::no_stopping, "Without early stopping",
          [](Racer& r) { r.axes.early_stopping.reset(); });
  without(Change::exact_slope, "With the exact slope", [](Racer& r) {
    r.axes.noise.reset();
    r.axes.mini_batches.reset();
    r.axes.coordinate_mask.reset();
  });
}

std::vector<Escape> Table::made() {
  scale_steps();
  change_momentum();
  gather_crowd();
  leave_out();
  make_noise();
  heat();
  restart({.from = Restarts::uniform}, "anywhere");
  restart({.from = Restarts::best, .perturbation = 0.1}, "near the best place");
  restart({.from = Restarts::best, .perturbation = 0.25}, "around the best place");
  take_methods();
  return all_;
}

}  // namespace

std::vector<Escape> escape_edits(const Experiment& e, std::size_t racer, const Standing& parent,
                                 const Survey& map) {
  return Table(e, racer, parent, map).made();
}

}  // namespace fogline
