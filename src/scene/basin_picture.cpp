// SPDX-License-Identifier: MIT
// Cells to colours, the coarser map's where a tile is missing.
#include "scene/basin_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/basin_colours.hpp"

namespace fogline::scene {
namespace {

constexpr std::size_t shades = 64;  // by the share of the steps
using Shades = std::array<std::uint32_t, shades>;

Shades shades_of(std::size_t hue) {
  Shades all{};
  for (std::size_t i = 0; i < shades; ++i)
    all[i] = valley_colour(hue, static_cast<double>(i) / (shades - 1));
  return all;
}

// Of each valley the number that the coarser map knows it by, so that hues stay while tiles come
// in. The whole map counts anew.
std::vector<std::size_t> hues(const BasinPicture& p) {
  std::vector<std::size_t> hue(p.known.valleys.size());
  const double near = 1e-3 * p.map->setting().box.diagonal();
  for (std::size_t i = 0, fresh = p.under ? p.under->known.valleys.size() : 0; i < hue.size();
       ++i) {
    hue[i] = i;
    if (!p.under || p.complete()) continue;
    const Valley& v = p.known.valleys[i];
    const auto& coarse = p.under->known.valleys;
    const auto found = std::find_if(coarse.begin(), coarse.end(), [&](const Valley& c) {
      return norm(c.x - v.x) < near || (c.connected && v.connected);
    });
    hue[i] = found == coarse.end() ? fresh++
                                   : p.under->hue[static_cast<std::size_t>(found - coarse.begin())];
  }
  return hue;
}

void put(std::uint8_t* cell, std::uint32_t colour) {
  cell[0] = static_cast<std::uint8_t>(colour >> 16);
  cell[1] = static_cast<std::uint8_t>(colour >> 8);
  cell[2] = static_cast<std::uint8_t>(colour);
  cell[3] = 255;
}

std::shared_ptr<const render::Tint> tint_of(const BasinPicture& p) {
  const BasinSetting& s = p.map->setting();
  auto tint = std::make_shared<render::Tint>();
  tint->nx = static_cast<int>(s.nx);
  tint->ny = static_cast<int>(s.ny);
  tint->rgba.assign(4 * s.pixels(), 0);
  std::vector<Shades> colours;
  for (const std::size_t hue : p.hue) colours.push_back(shades_of(hue));
  const render::Tint* under = p.under ? p.under->tint.get() : nullptr;
  for (std::size_t k = 0; k < s.pixels(); ++k) {
    std::uint8_t* cell = &tint->rgba[4 * k];
    if (p.done[p.map->tiling().tile_of(k)]) {
      const PixelEnd end = end_of(*p.map, p.known, k);
      const double share = std::min(1.0, static_cast<double>(end.steps) / s.steps);
      put(cell, end.valley == PixelEnd::no_valley
                    ? verdict_colour(end.verdict)
                    : colours[end.valley][static_cast<std::size_t>(share * (shades - 1))]);
    } else if (under != nullptr) {
      const std::size_t nx = static_cast<std::size_t>(under->nx),
                        ny = static_cast<std::size_t>(under->ny);
      const std::size_t from = k / s.nx * ny / s.ny * nx + k % s.nx * nx / s.nx;
      std::copy_n(&under->rgba[4 * from], 4, cell);
    }
  }
  return tint;
}

}  // namespace

std::shared_ptr<const BasinPicture> make_picture(std::shared_ptr<const BasinMap> map,
                                                 std::shared_ptr<const BasinPicture> under) {
  auto p = std::make_shared<BasinPicture>();
  p->map = std::move(map);
  p->under = std::move(under);
  // Noted before the valleys are put together, which then have these tiles, if not more.
  for (std::size_t t = 0; t < p->map->tiles(); ++t) p->done.push_back(p->map->is_done(t));
  p->tiles_done = static_cast<std::size_t>(std::count(p->done.begin(), p->done.end(), true));
  p->known = basins(*p->map);
  p->hue = hues(*p);
  p->tint = tint_of(*p);
  if (p->complete()) p->under = nullptr;
  return p;
}

std::optional<BasinEnd> BasinPicture::end_at(Vec2 x) const {
  const BasinSetting& s = map->setting();
  const Vec2 size = s.box.size();
  const double u = (x.x - s.box.low.x) / size.x, v = (x.y - s.box.low.y) / size.y;
  if (!(u >= 0 && u < 1 && v >= 0 && v < 1)) return std::nullopt;
  const std::size_t pixel = static_cast<std::size_t>(v * static_cast<double>(s.ny)) * s.nx +
                            static_cast<std::size_t>(u * static_cast<double>(s.nx));
  if (done[map->tiling().tile_of(pixel)]) return BasinEnd{map, pixel, end_of(*map, known, pixel)};
  return under ? under->end_at(x) : std::nullopt;
}

}  // namespace fogline::scene
