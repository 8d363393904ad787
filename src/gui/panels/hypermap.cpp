// SPDX-License-Identifier: MIT
// The setting follows from the session and the two axes chosen; threads do the rest.
#include "gui/panels/hypermap.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr std::size_t fine_side = 129, side_of_many = 65;  // cells, where values are real

std::string label_of(const std::string& name) {
  std::string label = name;
  std::replace(label.begin(), label.end(), '_', ' ');
  std::replace(label.begin(), label.end(), '.', ' ');
  return label;
}

MapAxis axis_of(const NamedParam& named) {
  const Param& p = named.param;
  MapAxis axis{.name = named.name, .label = label_of(named.name), .range = p.range};
  axis.kind = p.kind();
  axis.value = p.get();
  if (p.kind() == Kind::on_off) axis.choices = {"off", "on"};
  for (const std::string_view choice : p.choices) axis.choices.emplace_back(choice);
  if (!axis.choices.empty())
    axis.range = {0, static_cast<double>(axis.choices.size() - 1), Scale::linear};
  return axis;
}

const Racer* selected_racer(const Workbench& bench) {
  const auto& racers = bench.session.experiment.racers;
  return bench.selected < racers.size() ? &racers[bench.selected] : nullptr;
}

const MapAxis* find(const std::vector<MapAxis>& all, const std::string& name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const MapAxis& a) { return a.name == name; });
  return found == all.end() ? nullptr : &*found;
}

SweepAxis as_sweep_axis(const MapAxis& axis) {
  return {axis.name, axis.range.min, axis.range.max, axis.log()};
}

std::string value_text(const MapAxis& axis, double value, std::string number(double)) {
  if (axis.choices.empty()) return number(axis.kind == Kind::real ? value : std::round(value));
  return axis.choices[static_cast<std::size_t>(std::lround(value))];
}

}  // namespace

std::optional<std::size_t> MapAxis::values() const {
  if (kind == Kind::real) return std::nullopt;
  return static_cast<std::size_t>(std::lround(range.max - range.min)) + 1;
}

std::vector<MapAxis> map_axes(const Racer& racer) {
  Outfit outfit{racer.optimizer, racer.axes};
  std::vector<MapAxis> all;
  for (const NamedParam& named : named_params(outfit))
    if (!named.param.idle && named.param.range.min < named.param.range.max)
      all.push_back(axis_of(named));
  std::stable_partition(all.begin(), all.end(), [](const MapAxis& a) { return a.choices.empty(); });
  return all;
}

void flip_hypermap(Workbench& bench) {
  const bool open = bench.hypermap != nullptr;
  close_full_view(bench);
  if (!open) bench.hypermap = std::make_shared<Hypermap>();
}

bool close_full_view(Workbench& bench) {
  const bool open = is_terrain_hidden(bench);
  bench.hypermap.reset();
  bench.laboratory.reset();
  return open;
}

std::optional<MapAxes> chosen_axes(const Workbench& bench) {
  const Racer* racer = selected_racer(bench);
  if (!bench.hypermap || racer == nullptr) return std::nullopt;
  const std::vector<MapAxis> all = map_axes(*racer);
  if (all.size() < 2) return std::nullopt;
  const MapAxis* x = find(all, bench.hypermap->x);
  const MapAxis* y = find(all, bench.hypermap->y);
  if (x == nullptr) x = find(all, "learning_rate");
  if (x == nullptr || x == y) x = &all[y == all.data() ? 1 : 0];
  if (y == nullptr || y == x) y = &all[x == all.data() ? 1 : 0];
  return MapAxes{*x, *y};
}

void choose_x(Workbench& bench, const std::string& name) {
  const auto axes = chosen_axes(bench);
  if (!axes) return;
  bench.hypermap->y = name == axes->y.name ? axes->x.name : axes->y.name;
  bench.hypermap->x = name;
}

void choose_y(Workbench& bench, const std::string& name) {
  const auto axes = chosen_axes(bench);
  if (!axes) return;
  bench.hypermap->x = name == axes->x.name ? axes->y.name : axes->x.name;
  bench.hypermap->y = name;
}

std::optional<SweepSetting> wanted_hypermap(const Workbench& bench) {
  const auto axes = chosen_axes(bench);
  if (!axes || !knows_map(bench)) return std::nullopt;
  const Experiment& e = bench.session.experiment;
  const Racer& racer = *selected_racer(bench);
  SweepSetting s{.landscape = e.landscape, .optimizer = racer.optimizer, .axes = racer.axes};
  s.seed = e.seed;
  s.x = as_sweep_axis(axes->x);
  s.y = as_sweep_axis(axes->y);
  const std::size_t starts = hypermap_starts[static_cast<std::size_t>(bench.hypermap->starts)];
  const std::size_t side = starts > 1 ? side_of_many : fine_side;
  s.nx = std::min(side, axes->x.values().value_or(side));
  s.ny = std::min(side, axes->y.values().value_or(side));
  s.starts = {racer.start};
  if (starts > 1) s.starts = random_starts(e.seed, domain(e.landscape), starts);
  s.steps = static_cast<std::uint32_t>(
      std::clamp(e.budget.amount, 1.0, static_cast<double>(most_hypermap_steps)));
  s.finish = e.finish;
  s.prices = e.prices;
  const Outfit lowest = s.outfit_of(0);  // whatever the racer's own values are
  s.optimizer = lowest.optimizer;
  s.axes = lowest.axes;
  return s;
}

std::string why_no_hypermap(const Workbench& bench) {
  const Racer* racer = selected_racer(bench);
  if (racer == nullptr) return "There is no racer. Add one: the map shows what its values do.";
  if (is_guessing(bench)) return "The map stays hidden until the guesses have been answered.";
  if (!knows_map(bench)) return "Fog hides the map. Lift it with F.";
  if (!chosen_axes(bench))
    return printable(racer->name) +
           " has fewer than two hyperparameters, and the map needs one for each axis. Select "
           "another racer, or add an axis such as noise to this one.";
  return "";
}

void follow_hypermap(Workbench& bench) {
  Hypermap& map = *bench.hypermap;
  const auto wanted = wanted_hypermap(bench);
  if (!wanted) {
    if (map.work) map.work->stop();
    map.picture.reset();
    return map.walks.reset();
  }
  if (!map.work) map.work = std::make_shared<scene::SweepWork>(std::thread::hardware_concurrency());
  if (map.work->setting() == nullptr || *map.work->setting() != *wanted) {
    map.cell.reset();
    map.walks.reset();
    map.work->show(*wanted);
    map.line = stability_line(*wanted);
  }
  map.picture = map.work->picture();
}

std::shared_ptr<const scene::SweepPicture> shown_hypermap(const Workbench& bench) {
  const auto wanted = wanted_hypermap(bench);
  if (!wanted || !bench.hypermap->picture) return nullptr;
  const auto& picture = bench.hypermap->picture;
  return picture->sweep->setting() == *wanted ? picture : nullptr;
}

bool hypermap_known(const Workbench& bench) {
  if (!wanted_hypermap(bench)) return true;
  const auto picture = shown_hypermap(bench);
  return picture && picture->complete();
}

void take_values(Workbench& bench, std::size_t cell) {
  const auto setting = wanted_hypermap(bench);
  if (!setting) return;
  const Outfit outfit = setting->outfit_of(cell);
  Racer& racer = bench.session.experiment.racers[bench.selected];
  racer.optimizer = outfit.optimizer;
  racer.axes = outfit.axes;
}

std::string taken_sentence(const Workbench& bench) {
  const auto axes = chosen_axes(bench);
  if (!axes) return "";
  const auto said = [](const MapAxis& a) {
    return a.label + ' ' + value_text(a, a.value, short_number);
  };
  return printable(selected_racer(bench)->name) + " takes " + said(axes->x) + ", " + said(axes->y) +
         ".";
}

std::vector<std::string> hypermap_reading(const Workbench& bench, std::string number(double)) {
  const auto picture = shown_hypermap(bench);
  const auto axes = chosen_axes(bench);
  if (!picture || !axes || !bench.hypermap->cell) return {};
  const SweepSetting& s = picture->sweep->setting();
  const std::size_t at = picture->shown[*bench.hypermap->cell];
  if (at == scene::SweepPicture::nothing) return {};
  const SweepCell& c = (*picture->sweep)[at];
  std::vector<std::string> said{
      axes->x.label + ' ' + value_text(axes->x, s.x.at(at % s.nx, s.nx), number),
      axes->y.label + ' ' + value_text(axes->y, s.y->at(at / s.nx, s.ny), number),
      std::string(word(c.verdict)), "loss " + (c.loss ? number(*c.loss) : "not finite")};
  if (s.starts.size() > 1)
    said.push_back(std::to_string(c.finished) + " of " + std::to_string(s.starts.size()) +
                   " finish");
  if (c.cost) said.push_back("finish line at cost " + number(*c.cost));
  return said;
}

}  // namespace fogline::gui
