// SPDX-License-Identifier: MIT
// The kinds of ground behind one evaluator.
#include "scene/ground.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::scene {
namespace {

constexpr int lattice_side = 64;

std::string_view field_name(Terrain terrain) {
  switch (terrain) {
    case Terrain::surrogate:
      return "surrogate";
    case Terrain::uncertainty:
      return "uncertainty";
    default:
      return "acquisition";
  }
}

bool is_field(Terrain terrain) { return terrain >= Terrain::surrogate; }

// Whether this racer has such a terrain of its own to show.
bool offers(const Trajectory& walk, Terrain terrain) {
  const Axes& axes = walk.course().axes;
  if (terrain == Terrain::objective) return axes.regularization || axes.mini_batches;
  if (terrain == Terrain::batch) return axes.mini_batches.has_value();
  return has_fields(walk.course().optimizer);
}

}  // namespace

std::vector<Terrain> terrains_of(const Trajectory& walk) {
  std::vector<Terrain> all{Terrain::landscape};
  for (const Terrain t : {Terrain::objective, Terrain::batch, Terrain::surrogate,
                          Terrain::uncertainty, Terrain::acquisition})
    if (offers(walk, t)) all.push_back(t);
  return all;
}

const char* name_of(Terrain terrain) {
  constexpr const char* names[] = {"The landscape", "Own objective", "This batch's terrain",
                                   "Surrogate",     "Uncertainty",   "Acquisition"};
  return names[static_cast<std::size_t>(terrain)];
}

GroundKey ground_key(const Session& session, const Race& race) {
  const View& view = session.view;
  GroundKey key{.landscape = session.experiment.landscape, .scale = view.height};
  const auto racer = static_cast<std::size_t>(view.terrain_of);
  if (racer >= race.size()) return key;
  const std::uint32_t step = race.step_at(racer, view.playhead);
  if (drifts(key.landscape)) key.time = step;
  if (view.terrain == Terrain::landscape || !offers(race[racer], view.terrain)) return key;
  key.terrain = view.terrain;
  key.course = race[racer].course();
  if (view.terrain != Terrain::objective) key.step = step;
  return key;
}

Ground::Ground(const GroundKey& key, const Trajectory* walk) : key_(key) {
  if (is_field(key.terrain))
    for (const Field& field : walk->fields(key.step))
      if (field.name == field_name(key.terrain)) make_lattice(field);
  if (key.terrain == Terrain::objective || key.terrain == Terrain::batch) {
    Copies::Decks decks;
    dressing_.emplace(key.course->axes, domain(), Stream{key.course->seed, key.course->walker});
    data_ =
        key.terrain == Terrain::batch ? dressing_->batch(key.step, decks) : dressing_->training();
  }
  // What changes from step to step keeps the landscape's scale, so that the picture stands still.
  const bool own = key.terrain == Terrain::objective || key.terrain == Terrain::uncertainty ||
                   key.terrain == Terrain::acquisition;
  relief_ =
      own ? make_relief(evaluator(), domain(), key.scale) : make_relief(key.landscape, key.scale);
}

Evaluator Ground::evaluator() const {
  Evaluator f = fogline::evaluator(key_.landscape);
  f.time = key_.time;
  const auto own = [&](Gradient (*gradient)(const void*, Vec2, double)) {
    f.landscape = this;
    f.gradient_of = gradient;
    f.jet_of = nullptr;
  };
  if (lattice_) {
    own(&on_lattice);
    f.value_of = [](const void* self, Vec2 x, double t) { return on_lattice(self, x, t).value; };
  } else if (dressing_) {
    own(&of_dressing);
    f.value_of = [](const void* self, Vec2 x, double t) { return of_dressing(self, x, t).value; };
  }
  return f;
}

Gradient Ground::of_dressing(const void* self, Vec2 x, double time) {
  const auto& ground = *static_cast<const Ground*>(self);
  Evaluator f = fogline::evaluator(ground.key_.landscape);
  f.time = time;
  return ground.dressing_->gradient(f.gradient(x), x, ground.data_);
}

void Ground::make_lattice(const Field& field) {
  Lattice& l = lattice_.emplace(Lattice{domain(), lattice_side, {}});
  for (int j = 0; j < l.side; ++j)
    for (int i = 0; i < l.side; ++i)
      l.value.push_back(field.at(
          l.box.at(static_cast<double>(i) / (l.side - 1), static_cast<double>(j) / (l.side - 1))));
}

namespace {

// Weights of four neighbouring nodes at fraction t between the middle two, and their derivatives:
// Catmull and Rom 1974.
struct Spline {
  double weight[4], slope[4];
};
Spline spline(double t) {
  const double t2 = t * t, t3 = t2 * t;
  return {{-0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t,
           0.5 * t3 - 0.5 * t2},
          {-1.5 * t2 + 2 * t - 0.5, 4.5 * t2 - 5 * t, -4.5 * t2 + 4 * t + 0.5, 1.5 * t2 - t}};
}

}  // namespace

// Outside the domain the nearest edge's value holds.
Gradient Ground::on_lattice(const void* self, Vec2 x, double) {
  const Lattice& l = *static_cast<const Ground*>(self)->lattice_;
  const Vec2 size = l.box.size(), cells{(l.side - 1) / size.x, (l.side - 1) / size.y};
  const double last = l.side - 1;
  const double u = std::clamp((x.x - l.box.low.x) * cells.x, 0.0, last),
               v = std::clamp((x.y - l.box.low.y) * cells.y, 0.0, last);
  const int i = std::min(static_cast<int>(u), l.side - 2),
            j = std::min(static_cast<int>(v), l.side - 2);
  const Spline a = spline(u - i), b = spline(v - j);
  Gradient sum;
  for (int n = 0; n < 4; ++n)
    for (int m = 0; m < 4; ++m) {
      const int column = std::clamp(i + m - 1, 0, l.side - 1),
                row = std::clamp(j + n - 1, 0, l.side - 1);
      const double value = l.value[static_cast<std::size_t>(row * l.side + column)];
      sum.value += a.weight[m] * b.weight[n] * value;
      sum.gradient.x += a.slope[m] * b.weight[n] * value * cells.x;
      sum.gradient.y += a.weight[m] * b.slope[n] * value * cells.y;
    }
  return sum;
}

int Ground::samples(int wanted) const {
  const bool slow = lattice_ || key_.terrain == Terrain::batch || key_.time > 0;
  return slow ? std::min(wanted, 128) : wanted;
}

std::shared_ptr<const render::HeightGrid> Ground::grid(ColorScale color, const Box& box, int nx,
                                                       int ny) const {
  if (key_.terrain == Terrain::landscape)
    return sample_grid(key_.landscape, relief_, color, box, nx, ny, key_.time);
  return sample_grid(evaluator(), domain(), relief_, color, box, nx, ny);
}

}  // namespace fogline::scene
