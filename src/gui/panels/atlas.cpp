// SPDX-License-Identifier: MIT
// Three searches, one after the other, each only while somebody looks.
#include "gui/panels/atlas.hpp"

#include "fogline/landscapes/dimension.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {
namespace {

bool wants_streamlines(const Workbench& bench) {
  return knows_map(bench) && bench.session.view.overlay == Overlay::streamlines;
}

bool wants_barrier(const Workbench& bench) {
  return knows_map(bench) && bench.profile.on && bench.profile.line;
}

bool wants_critical(const Workbench& bench) {
  return wants_barrier(bench) || (knows_map(bench) && bench.session.view.critical_points);
}

bool shows_map(const Workbench& bench) {
  const Layout layout = bench.session.view.layout;
  if (dimension(bench.session.experiment.landscape) == 1) return false;
  return layout == Layout::map || layout == Layout::split;
}

// Whether a map shows another box than the domain's.
bool wants_in_view(const Workbench& bench) {
  const auto& seen = bench.atlas.seen;
  return knows_map(bench) && bench.session.view.critical_points && shows_map(bench) && seen &&
         !(*seen == domain(bench.session.experiment.landscape));
}

template <class Search>
bool is_of(const std::optional<Search>& search, const Landscape& landscape) {
  return search && search->landscape() == landscape;
}

void begin_where_new(Workbench& bench) {
  Atlas& a = bench.atlas;
  const Landscape& landscape = bench.session.experiment.landscape;
  if (wants_critical(bench) && !is_of(a.critical, landscape)) {
    a.critical.emplace(landscape, domain(landscape));
    a.valleys.reset();
    a.barrier.reset();
    a.heights_for.reset();
  }
  if (wants_streamlines(bench) && !is_of(a.streamlines, landscape))
    a.streamlines.emplace(landscape, domain(landscape));
}

bool is_of_view(const Workbench& bench) {
  const Atlas& a = bench.atlas;
  return is_of(a.in_view, bench.session.experiment.landscape) && a.in_view->box() == *a.seen;
}

// True when it is done, or must wait until the map stands still.
bool advance_in_view(Workbench& bench, Clock::time_point deadline) {
  Atlas& a = bench.atlas;
  if (!wants_in_view(bench)) return true;
  if (!is_of_view(bench)) {
    if (bench.touch.gesture != Gesture::none || bench.glide) return true;
    a.in_view.emplace(bench.session.experiment.landscape, *a.seen);
  }
  return a.in_view->advance(deadline);
}

bool is_of_line(const std::optional<Barrier>& barrier, const std::pair<Vec2, Vec2>& line) {
  return barrier && barrier->from == line.first && barrier->to == line.second;
}

void find_barrier(Workbench& bench) {
  Atlas& a = bench.atlas;
  if (is_of_line(a.barrier, *bench.profile.line)) return;
  const auto [from, to] = *bench.profile.line;
  a.barrier = Barrier{from, to, {a.valleys->valley_of(from), a.valleys->valley_of(to)}, {}};
  const auto& v = a.barrier->valleys;
  if (v[0] && v[1] && *v[0] != *v[1]) a.barrier->pass = lowest_pass(*a.valleys, *v[0], *v[1]);
}

}  // namespace

void advance_atlas(Workbench& bench, Clock::time_point deadline) {
  begin_where_new(bench);
  Atlas& a = bench.atlas;
  if (wants_streamlines(bench) && !a.streamlines->advance(deadline)) return;
  if (!wants_critical(bench)) return;
  if (!a.critical->done()) {
    const int before = a.critical->completeness().lattice;
    const bool done = a.critical->advance(deadline);
    if (done || a.critical->completeness().lattice != before) a.heights_for.reset();
    if (!done) return;
  }
  if (!advance_in_view(bench, deadline) || !wants_barrier(bench)) return;
  if (!a.valleys) a.valleys.emplace(*a.critical);
  if (a.valleys->advance(deadline)) find_barrier(bench);
}

bool atlas_known(const Workbench& bench) {
  const Atlas& a = bench.atlas;
  const Landscape& landscape = bench.session.experiment.landscape;
  if (wants_streamlines(bench) && !(is_of(a.streamlines, landscape) && a.streamlines->done()))
    return false;
  if (wants_critical(bench) && !(is_of(a.critical, landscape) && a.critical->done())) return false;
  if (wants_in_view(bench) && !(is_of_view(bench) && a.in_view->done())) return false;
  return !wants_barrier(bench) ||
         (a.valleys && a.valleys->done() && is_of_line(a.barrier, *bench.profile.line));
}

void complete_atlas(Workbench& bench) {
  while (!atlas_known(bench)) advance_atlas(bench, Clock::time_point::max());
}

const CriticalPoints* shown_critical(const Workbench& bench, render::ViewKind kind) {
  const Atlas& a = bench.atlas;
  const Landscape& landscape = bench.session.experiment.landscape;
  if (kind == render::ViewKind::map && a.seen && is_of_view(bench) && a.in_view->done())
    return &*a.in_view;
  return is_of(a.critical, landscape) ? &*a.critical : nullptr;
}

bool is_mapped(const scene::Ground& ground) {
  return ground.key().terrain == Terrain::landscape && ground.key().time == 0;
}

}  // namespace fogline::gui
