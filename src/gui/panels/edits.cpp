// SPDX-License-Identifier: MIT
// What panels and keys do to an experiment.
#include <algorithm>
#include <bit>
#include <cmath>

#include "fogline/core/rng.hpp"
#include "fogline/landscapes/dimension.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {
namespace {

constexpr int lattice = 24;  // points a side on which curvature is looked at

// The median over the domain of the largest absolute curvature, leaving out plains, which have less
// than a billionth of the most; 1 where all is plain.
double typical_curvature(const Landscape& landscape) {
  const Evaluator f = evaluator(landscape);
  const Box box = domain(landscape);
  std::vector<double> curvatures;
  for (int i = 0; i < lattice * lattice; ++i) {
    const Jet j = f.jet(box.at((i % lattice + 0.5) / lattice, (i / lattice + 0.5) / lattice));
    const double mean = 0.5 * (j.xx + j.yy), radius = std::hypot(0.5 * (j.xx - j.yy), j.xy);
    curvatures.push_back(std::abs(mean) + radius);
  }
  const double flat = 1e-9 * *std::max_element(curvatures.begin(), curvatures.end());
  std::erase_if(curvatures, [flat](double c) { return !(c > flat); });
  if (curvatures.empty()) return 1;
  const auto middle = curvatures.begin() + static_cast<std::ptrdiff_t>(curvatures.size() / 2);
  std::nth_element(curvatures.begin(), middle, curvatures.end());
  return *middle;
}

// What a learning rate is multiplied by in the first step, where the method's own series of gains
// begins below 1.
double first_gain(const Optimizer& optimizer) {
  const auto* spsa = std::get_if<Spsa>(&optimizer);
  return spsa ? std::pow(spsa->stability + 1, -spsa->alpha) : 1;
}

// One significant digit: a rate a person would write.
double rounded_rate(double rate) {
  const double power = std::pow(10, std::floor(std::log10(rate)));
  return std::floor(rate / power) * power;
}

}  // namespace

void add_racer(Workbench& bench, const Optimizer& optimizer) {
  Experiment& e = bench.session.experiment;
  if (e.racers.size() >= most_racers) return;
  const Vec2 start = e.racers.empty() ? default_start(e.landscape) : e.racers[bench.selected].start;
  e.racers.push_back(new_racer(e, optimizer, start));
  bench.selected = e.racers.size() - 1;
}

void duplicate_racer(Workbench& bench, std::size_t index) {
  Experiment& e = bench.session.experiment;
  if (e.racers.size() >= most_racers || index >= e.racers.size()) return;
  Racer copy = e.racers[index];
  copy.name = free_name(e, copy.name);
  copy.mark = free_mark(e);
  insert_racer(e, index + 1, copy);
  select_inserted(bench, index + 1);
}

void select_inserted(Workbench& bench, std::size_t index) {
  int& shown = bench.session.view.terrain_of;
  if (static_cast<std::size_t>(shown) >= index) ++shown;
  bench.selected = index;
  std::rotate(bench.unfolded.begin() + static_cast<std::ptrdiff_t>(index), bench.unfolded.end() - 1,
              bench.unfolded.end());
  bench.unfolded[index] = false;
}

void remove_racer(Workbench& bench, std::size_t index) {
  auto& racers = bench.session.experiment.racers;
  if (index >= racers.size()) return;
  remove_racer(bench.session.experiment, index);
  View& view = bench.session.view;
  if (static_cast<std::size_t>(view.terrain_of) == index) view.terrain = Terrain::landscape;
  if (static_cast<std::size_t>(view.terrain_of) > index) --view.terrain_of;
  if (bench.selected > index || bench.selected == racers.size())
    bench.selected -= bench.selected > 0 ? 1 : 0;
  const auto row = bench.unfolded.begin() + static_cast<std::ptrdiff_t>(index);
  std::rotate(row, row + 1, bench.unfolded.end());
  bench.unfolded.back() = false;
}

// Starts keep their place, on a curve at y = 0; those outside the new domain go to the same share
// of it.
void change_landscape(Workbench& bench, const Landscape& landscape) {
  Experiment& e = bench.session.experiment;
  const Box from = domain(e.landscape), to = domain(landscape);
  e.landscape = landscape;
  for (Racer& racer : e.racers) {
    const Vec2 share{(racer.start.x - from.low.x) / from.size().x,
                     (racer.start.y - from.low.y) / from.size().y};
    if (!to.contains(racer.start))
      racer.start = to.at(std::clamp(share.x, 0.0, 1.0), std::clamp(share.y, 0.0, 1.0));
    if (dimension(landscape) == 1) racer.start.y = 0;
  }
  const View fresh;
  View& view = bench.session.view;
  view.height = scene::natural_height(landscape);
  view.zoom = fresh.zoom;
  view.target = fresh.target;
  view.map_zoom = fresh.map_zoom;
  view.map_target = fresh.map_target;
}

void random_start(Workbench& bench) {
  Experiment& e = bench.session.experiment;
  const Vec2 now = e.racers.empty() ? Vec2{} : e.racers[bench.selected].start;
  // Drawn from the seed and the bits of the present start, so that a session gives the same series.
  const auto bits =
      std::bit_cast<std::uint64_t>(now.x) ^ (std::bit_cast<std::uint64_t>(now.y) << 1);
  const auto salt = static_cast<std::uint32_t>(bits ^ (bits >> 32));
  const Vec2 u = Stream{e.seed, 0}.uniform_pair(Purpose::start, salt);
  place_start(e, bench.selected, domain(e.landscape).at(u.x, u.y));
}

void new_seed(Workbench& bench) {
  ++bench.session.experiment.seed;
  notify(bench.notices, NoticeKind::done,
         "Seed " + std::to_string(bench.session.experiment.seed) + ".");
}

bool is_random(const Experiment& e) {
  return std::any_of(e.racers.begin(), e.racers.end(), [](Racer racer) {
    bool random = info(racer.optimizer).random;
    racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
      random = random || (axis && Axis::info.random);
    });
    return random;
  });
}

void suit_rates(Workbench& bench) {
  Experiment& e = bench.session.experiment;
  const double by_curvature = 0.1 / typical_curvature(e.landscape);
  const double by_width =
      rounded_rate(0.01 * std::min(domain(e.landscape).size().x, domain(e.landscape).size().y));
  for (Racer& racer : e.racers) {
    const Info& rule = info(racer.optimizer);
    const double suited = rule.natural_rate > 0 ? rule.natural_rate
                          : rule.normalized
                              ? by_width
                              : rounded_rate(by_curvature / first_gain(racer.optimizer));
    for (const Param& p : params(racer.optimizer))
      if (p.name == "learning_rate") p.set(suited);
  }
}

}  // namespace fogline::gui
