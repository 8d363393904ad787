// SPDX-License-Identifier: MIT
// `fogline sweep`: what hyperparameters do.
#include "fogline/engine/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/assignments.hpp"
#include "app/many.hpp"
#include "app/output.hpp"
#include "app/part_file.hpp"
#include "app/table_file.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/stability_line.hpp"
#include "scene/sweep_picture.hpp"

namespace fogline::app {
namespace {

constexpr std::uint64_t most_starts = 10'000;
constexpr std::uint32_t limit_colour = 0xF5F7FA;

// HYPERPARAMETER=LO:HI or HYPERPARAMETER=LO:HI:log
SweepAxis read_axis(const std::string& text, const std::string& option) {
  const std::size_t equals = std::min(text.find('='), text.size());
  const std::size_t colon = std::min(text.find(':', equals), text.size());
  std::string high = text.substr(std::min(colon + 1, text.size()));
  SweepAxis axis{.name = text.substr(0, equals)};
  axis.log = high.ends_with(":log");
  if (axis.log) high.resize(high.size() - 4);
  const auto low_number = parse_number(std::string_view(text).substr(
      std::min(equals + 1, text.size()), colon > equals ? colon - equals - 1 : 0));
  const auto high_number = parse_number(high);
  if (equals == text.size() || !low_number || !high_number || !(*low_number < *high_number))
    throw std::invalid_argument(option +
                                ": write HYPERPARAMETER=LO:HI or HYPERPARAMETER=LO:HI:log, "
                                "LO less than HI, not '" +
                                excerpt(text) + "'");
  if (axis.log && !(*low_number > 0))
    throw std::invalid_argument(option + ": on a log scale LO is above 0");
  axis.low = *low_number;
  axis.high = *high_number;
  return axis;
}

std::vector<Vec2> read_starts(const SweepOptions& options, const Landscape& landscape) {
  if (options.start.empty() == (options.starts == 0))
    throw std::invalid_argument("give either --start X,Y or --starts K");
  const Box box = read_box(options, landscape);
  if (!options.start.empty()) return {read_point(options.start, "--start")};
  if (options.starts > most_starts)
    throw std::invalid_argument("--starts: at most " + std::to_string(most_starts));
  return random_starts(options.seed, box, options.starts);
}

// What is swept has no one value.
void refuse_set(const SweepOptions& options, const SweepAxis& axis, const std::string& option) {
  for (const std::string& assignment : options.set)
    if (assignment.starts_with(axis.name + "="))
      throw std::invalid_argument(option + ": " + axis.name + " takes all values from " +
                                  number_text(axis.low, 6) + " to " + number_text(axis.high, 6) +
                                  "; leave it out of --set");
}

SweepSetting setting_of(const SweepOptions& options) {
  SweepSetting s{.landscape = read_landscape(options), .optimizer = read_optimizer(options)};
  s.axes = read_axes(options.axes, s.optimizer);
  s.seed = options.seed;
  s.x = read_axis(options.x, "--x");
  if (!options.y.empty()) s.y = read_axis(options.y, "--y");
  refuse_set(options, s.x, "--x");
  if (s.y) refuse_set(options, *s.y, "--y");
  std::tie(s.nx, s.ny) = read_grid(options.size);
  if (s.y && s.y->name == s.x.name)
    throw std::invalid_argument("--y: another hyperparameter than --x");
  if (!s.y && s.ny != 1)
    throw std::invalid_argument("--size: without --y the height is 1, as in 256x1");
  s.starts = read_starts(options, s.landscape);
  s.steps = read_steps(options);
  return s;
}

// What walks in a cell wear of this name: a whole number where the hyperparameter is one.
double worn(const SweepSetting& s, const std::string& name, std::size_t cell) {
  Outfit outfit = s.outfit_of(cell);
  const auto all = named_params(outfit);
  const auto found = std::ranges::find(all, name, &NamedParam::name);
  return found == all.end() ? NAN : found->param.get();
}

void fill_cell(const SweepCell& c, double* row) {
  *row++ = c.loss.value_or(NAN);
  *row++ = c.cost.value_or(NAN);
  *row++ = c.finished;
  *row = static_cast<double>(c.verdict);
}

// The cells that the limit of stability runs through; none without a second axis.
std::vector<bool> at_the_limit(const SweepSetting& s) {
  std::vector<bool> there(s.cells());
  if (!s.y || s.nx < 2 || s.ny < 2) return there;
  const auto index = [](double share, std::size_t n) {
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(n - 1)));
  };
  const auto points = static_cast<int>(std::max(s.nx, s.ny));
  for (const auto& [a, b] : stability_line(s).pieces)
    for (int k = 0; k <= points; ++k) {
      const Vec2 p = a + static_cast<double>(k) / points * (b - a);
      there[index(p.y, s.ny) * s.nx + index(p.x, s.nx)] = true;
    }
  return there;
}

scene::SweepColour read_colour(const std::string& name) {
  if (name == "verdict") return scene::SweepColour::verdict;
  return name == "cost" ? scene::SweepColour::cost : scene::SweepColour::loss;
}

// As in the window, with the limit of stability drawn in.
std::vector<std::uint32_t> colours(const std::shared_ptr<const Sweep>& sweep,
                                   scene::SweepColour meaning) {
  std::vector<std::uint32_t> all = scene::colours(*scene::make_picture(sweep), meaning);
  const std::vector<bool> limit = at_the_limit(sweep->setting());
  for (std::size_t cell = 0; cell < all.size(); ++cell)
    if (limit[cell]) all[cell] = limit_colour;
  return all;
}

void write_sweep(const std::shared_ptr<const Sweep>& sweep, const std::string& colour,
                 const std::string& out) {
  const SweepSetting& s = sweep->setting();
  CellTable table{s.nx, s.ny, {{s.x.name}}, {}, {}};
  if (s.y) table.columns.push_back({s.y->name});
  table.columns.push_back({"loss"});
  table.columns.push_back({"cost"});
  table.columns.push_back({"finished", ColumnKind::whole});
  table.columns.push_back({"verdict", ColumnKind::verdict});
  std::vector<double> x, y;
  for (std::size_t i = 0; i < s.nx; ++i) x.push_back(worn(s, s.x.name, i));
  for (std::size_t j = 0; s.y && j < s.ny; ++j) y.push_back(worn(s, s.y->name, j * s.nx));
  table.fill = [&](std::size_t cell, double* row) {
    *row++ = x[cell % s.nx];
    if (s.y) *row++ = y[cell / s.nx];
    fill_cell((*sweep)[cell], row);
  };
  table.colour = [&, all = std::vector<std::uint32_t>{}](std::size_t cell) mutable {
    if (all.empty()) all = colours(sweep, read_colour(colour));
    return all[cell];
  };
  write_table(table, out);
}

}  // namespace

void sweep(const SweepOptions& options) {
  const Shard shard = read_shard(options.shard);
  if (options.shard.empty()) check_table_name(options.out);
  check_output(options.out);
  const SweepSetting setting = setting_of(options);
  const auto [first, last] = shard.range(setting.cells());
  const auto walked = std::make_shared<Sweep>(setting, CellRange{first, last});
  work(
      options, [walked] { return walked->advance(Clock::now()); },
      [&, count = static_cast<double>(last - first)] {
        return count > 0 ? static_cast<double>(walked->cells_done()) / count : 1.0;
      });
  if (options.shard.empty()) return write_sweep(walked, options.colour, options.out);
  Part part{"sweep", options, shard, {}};
  Output out(options.out);
  write_header(part, out);
  for (std::size_t cell = first; cell < last; ++cell) {
    const SweepCell& c = (*walked)[cell];
    std::string bytes;
    put(bytes, c.loss.value_or(NAN));
    put(bytes, c.cost.value_or(NAN));
    put(bytes, c.finished);
    put(bytes, static_cast<std::uint32_t>(c.verdict));
    out.write(bytes);
  }
  out.finish();
}

void finish_sweep(const std::vector<Part>& parts, const std::string& colour,
                  const std::string& out) {
  const auto sweep = std::make_shared<Sweep>(setting_of(parts.front().options));
  const auto known = [](double v) { return std::isfinite(v) ? std::optional(v) : std::nullopt; };
  for (const Part& part : parts) {
    Reader reader(part);
    const auto [first, last] = part.shard.range(sweep->setting().cells());
    for (std::size_t cell = first; cell < last; ++cell) {
      SweepCell c{.loss = known(reader.take<double>()), .cost = known(reader.take<double>())};
      c.finished = reader.take<std::uint32_t>();
      c.verdict = static_cast<Verdict>(
          reader.below(static_cast<std::uint32_t>(Verdict::stopped_early) + 1));
      sweep->give(cell, c);
    }
    reader.at_end();
  }
  write_sweep(sweep, colour, out);
}

}  // namespace fogline::app
