// SPDX-License-Identifier: MIT
// The laboratory's work, a frame's share at a time.
#include "gui/panels/laboratory.hpp"

namespace fogline::gui {
namespace {

constexpr int samples = 4000, newton_starts = 200;
constexpr std::size_t most_newton = 10;

bool advance(MinimaPage& page, Clock::time_point deadline) {
  for (int n = 1; n <= MinimaPage::most; ++n) {
    const auto i = static_cast<std::size_t>(n) - 1;
    if (page.censuses.size() == i) page.censuses.emplace_back(n, 1, samples);
    if (!page.censuses[i].advance(deadline)) return false;
  }
  if (!page.levels.advance(deadline)) return false;
  for (std::size_t i = 0; i < most_newton; ++i) {
    if (page.newton.size() == i)
      page.newton.emplace_back(static_cast<int>(i) + 1, 1, newton_starts);
    if (!page.newton[i].advance(deadline)) return false;
  }
  return true;
}

bool advance(PlanePage& page, Clock::time_point deadline) {
  if (!page.race)
    page.race.emplace(make_space(space_ids()[static_cast<std::size_t>(page.landscape)],
                                 static_cast<std::size_t>(page.dimensions)),
                      plane_methods(), PlaneShare{}.steps, 1);
  return page.race->advance(deadline);
}

bool advance(SaddlePage& page, Clock::time_point deadline) {
  return page.quiet.advance(deadline) && page.noisy.advance(deadline);
}

}  // namespace

void show_page(Laboratory& laboratory, const LaboratoryPage& shown) {
  laboratory.page = static_cast<int>(shown.kind);
  PlanePage& page = laboratory.plane_page;
  if (page.landscape != shown.plane.landscape || page.dimensions != shown.plane.dimensions)
    page.race.reset();
  page.landscape = shown.plane.landscape;
  page.dimensions = shown.plane.dimensions;
  page.control = shown.plane.walk == static_cast<int>(PlaneShare::Walk::random_walk);
}

bool advance(Laboratory& laboratory, Clock::time_point deadline) {
  if (laboratory.page == Laboratory::minima) return advance(laboratory.minima_page, deadline);
  if (laboratory.page == Laboratory::plane) return advance(laboratory.plane_page, deadline);
  return advance(laboratory.saddle_page, deadline);
}

}  // namespace fogline::gui
