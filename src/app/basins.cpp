// SPDX-License-Identifier: MIT
// `fogline basins`: where every start ends.
#include <algorithm>
#include <cmath>
#include <memory>

#include "app/assignments.hpp"
#include "app/many.hpp"
#include "app/output.hpp"
#include "app/part_file.hpp"
#include "app/table_file.hpp"
#include "fogline/engine/basin_map.hpp"
#include "scene/basin_colours.hpp"

namespace fogline::app {
namespace {

BasinSetting setting_of(const ManyOptions& options) {
  BasinSetting s{.landscape = read_landscape(options), .optimizer = read_optimizer(options)};
  s.axes = read_axes(options.axes, s.optimizer);
  s.seed = options.seed;
  s.box = read_box(options, s.landscape);
  std::tie(s.nx, s.ny) = read_grid(options.size);
  s.steps = read_steps(options);
  return s;
}

void put_tile(std::string& bytes, const BasinTile& tile) {
  put(bytes, static_cast<std::uint32_t>(tile.valleys.size()));
  for (const Valley& v : tile.valleys) {
    for (const double number : {v.x.x, v.x.y, v.loss}) put(bytes, number);
    put(bytes, static_cast<std::uint32_t>(v.connected));
    put(bytes, static_cast<std::uint32_t>(v.verdict));
  }
  for (const PixelEnd& end : tile.pixels) {
    for (const double number : {end.x.x, end.x.y, end.loss}) put(bytes, number);
    put(bytes, end.steps);
    put(bytes, end.valley == PixelEnd::no_valley ? 0 : end.valley + 1);
    put(bytes, static_cast<std::uint32_t>(end.verdict));
  }
}

Verdict take_verdict(Reader& reader) {
  return static_cast<Verdict>(reader.below(static_cast<std::uint32_t>(Verdict::stopped_early) + 1));
}

Vec2 take_point(Reader& reader) {
  const auto x = reader.take<double>();
  return {x, reader.take<double>()};
}

BasinTile take_tile(Reader& reader, std::size_t pixels) {
  BasinTile tile;
  const std::uint32_t valleys = reader.below(pixels + 1);
  for (std::uint32_t i = 0; i < valleys; ++i) {
    Valley v{.x = take_point(reader), .loss = reader.take<double>()};
    v.connected = reader.below(2) == 1;
    v.verdict = take_verdict(reader);
    tile.valleys.push_back(v);
  }
  for (std::size_t i = 0; i < pixels; ++i) {
    PixelEnd end{.x = take_point(reader), .loss = reader.take<double>()};
    end.steps = reader.take<std::uint32_t>();
    const std::uint32_t valley = reader.below(valleys + 1);
    end.valley = valley == 0 ? PixelEnd::no_valley : valley - 1;
    end.verdict = take_verdict(reader);
    tile.pixels.push_back(end);
  }
  return tile;
}

void fill_row(const BasinMap& map, const Basins& known, std::size_t pixel, double* row) {
  const Vec2 start = map.setting().start(pixel);
  const PixelEnd end = end_of(map, known, pixel);
  const double numbers[] = {start.x,
                            start.y,
                            end.x.x,
                            end.x.y,
                            end.loss,
                            static_cast<double>(end.steps),
                            static_cast<double>(end.verdict),
                            static_cast<double>(known.basin(map, pixel))};
  std::copy(std::begin(numbers), std::end(numbers), row);
}

void write_map(const BasinMap& map, const std::string& out) {
  const Basins known = basins(map);
  CellTable table{map.setting().nx, map.setting().ny, {}, {}, {}};
  for (const char* name : {"x", "y", "end_x", "end_y", "loss"}) table.columns.push_back({name});
  table.columns.push_back({"steps", ColumnKind::whole});
  table.columns.push_back({"verdict", ColumnKind::verdict});
  table.columns.push_back({"basin", ColumnKind::whole});
  table.fill = [&](std::size_t pixel, double* row) { fill_row(map, known, pixel, row); };
  table.colour = [&](std::size_t pixel) {
    const PixelEnd end = end_of(map, known, pixel);
    const double share = static_cast<double>(end.steps) / map.setting().steps;
    return end.valley == PixelEnd::no_valley ? scene::verdict_colour(end.verdict)
                                             : scene::valley_colour(end.valley, share);
  };
  write_table(table, out);
}

}  // namespace

void basins(const BasinsOptions& options) {
  const BasinSetting setting = setting_of(options);
  const Shard shard = read_shard(options.shard);
  if (options.shard.empty()) check_table_name(options.out);
  check_output(options.out);
  const auto map = std::make_shared<BasinMap>(setting);
  const auto [first, last] = shard.range(map->tiles());
  map->restrict_to(first, last);
  work(
      options, [map] { return map->advance(Clock::now()); },
      [&] {
        return last > first
                   ? static_cast<double>(map->tiles_done()) / static_cast<double>(last - first)
                   : 1.0;
      });
  if (options.shard.empty()) return write_map(*map, options.out);
  Part part{"basins", {}, shard, {}};
  static_cast<ManyOptions&>(part.options) = options;
  Output out(options.out);
  write_header(part, out);
  for (std::size_t tile = first; tile < last; ++tile) {
    std::string bytes;
    put_tile(bytes, (*map)[tile]);
    out.write(bytes);
  }
  out.finish();
}

void finish_basins(const std::vector<Part>& parts, const std::string& out) {
  BasinMap map(setting_of(parts.front().options));
  for (const Part& part : parts) {
    Reader reader(part);
    const auto [first, last] = part.shard.range(map.tiles());
    for (std::size_t tile = first; tile < last; ++tile)
      map.give(tile, take_tile(reader, map.tiling().size(tile)));
    reader.at_end();
  }
  write_map(map, out);
}

}  // namespace fogline::app
