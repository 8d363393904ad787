// SPDX-License-Identifier: MIT
// Arrows and lines, draped on the terrain and kept while the view of it is the same.
#include "gui/panels/map_lines.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "gui/panels/knowledge.hpp"

namespace fogline::gui {
namespace {

constexpr float arrow_spacing = 40;                    // pixels on the map
constexpr int arrows_across = 26;                      // on the surface, of the longer side
constexpr float field_width = 0.5f, way_width = 0.9f;  // of a walk's path; other than 1: no marks
constexpr float field_opacity = 0.75f;

// Names a path for the renderer, apart from those of walks, which are counted from 1.
std::uint64_t next_id() {
  static std::uint64_t id = std::uint64_t{1} << 63;
  return ++id;
}

// Collects lines into one path, each point on the exact terrain.
struct Drape {
  Evaluator f;
  const scene::Relief& relief;
  glm::dvec2 world;  // units a domain unit
  render::Path& path;

  Drape(const scene::Ground& ground, render::Path& p)
      : f(ground.evaluator()),
        relief(ground.relief()),
        world(render::world_scale(ground.domain())),
        path(p) {}

  void add(Vec2 x) const {
    path.points.emplace_back(x.x, x.y, std::clamp(scene::height_at(f, relief, x), -40.0, 40.0));
  }
  void begin() const {
    if (!path.points.empty()) path.breaks.push_back(path.points.size());
  }
  // The step from x along `way` that is so long in world units.
  Vec2 along(Vec2 way, double length) const {
    const double size = std::hypot(world.x * way.x, world.y * way.y);
    return size > 0 ? (length / size) * way : Vec2{};
  }
  Vec2 across(Vec2 way) const {  // at right angles on screen from above
    return {-way.y * world.y / world.x, way.x * world.x / world.y};
  }
  // A head with its tip at x.
  void head(Vec2 x, Vec2 way, double size) const {
    const Vec2 back = along(way, size), side = along(across(way), 0.6 * size);
    begin();
    add(x - back + side);
    add(x);
    add(x - back - side);
  }
};

// Of lengths from 0.35 to 0.9 by the logarithm of the slope, between its lower and upper tenth.
struct Lengths {
  double low = 0, high = 1;
  explicit Lengths(const std::vector<SlopeAt>& field) {
    std::vector<double> logs;
    for (const SlopeAt& at : field)
      if (const double g = norm(at.gradient); g > 0) logs.push_back(std::log(g));
    if (logs.empty()) return;
    std::sort(logs.begin(), logs.end());
    low = logs[logs.size() / 10];
    high = std::max(logs[logs.size() - 1 - logs.size() / 10], low + 1e-3);
  }
  double operator()(double g) const {
    return 0.35 + 0.55 * std::clamp((std::log(g) - low) / (high - low), 0.0, 1.0);
  }
};

std::vector<SlopeAt> field_of(const scene::Ground& ground, const Box& box, int nx, int ny) {
  if (is_mapped(ground)) return slope_field(ground.key().landscape, box, nx, ny);
  const Evaluator f = ground.evaluator();
  std::vector<SlopeAt> field;
  for (int j = 0; j < ny; ++j)
    for (int i = 0; i < nx; ++i) {
      const Vec2 x = box.at((i + 0.5) / nx, (j + 0.5) / ny);
      if (const Vec2 g = f.gradient(x).gradient; is_finite(g)) field.push_back({x, g});
    }
  return field;
}

// Downhill, each around the middle of its cell.
void add_arrows(const Drape& drape, const scene::Ground& ground, const Box& box, int nx, int ny) {
  const std::vector<SlopeAt> field = field_of(ground, box, nx, ny);
  const Lengths length(field);
  const double cell =
      std::min(box.size().x / nx * drape.world.x, box.size().y / ny * drape.world.y);
  for (const SlopeAt& at : field) {
    const double g = norm(at.gradient);
    if (!(g > 0)) continue;
    const Vec2 way = drape.along(-1 * at.gradient, length(g) * cell);
    drape.begin();
    for (const double t : {-0.5, 0.0, 0.5}) drape.add(at.x + t * way);
    drape.head(at.x + 0.5 * way, way, 0.22 * cell);
  }
}

// Each with a head in its middle.
void add_streamlines(const Drape& drape, const Streamlines& lines, std::size_t first) {
  const Vec2 size = lines.box().size();
  const double head = 0.008 * std::max(size.x * drape.world.x, size.y * drape.world.y);
  for (std::size_t k = first; k < lines.lines().size(); ++k) {
    const auto& line = lines.lines()[k];
    drape.begin();
    for (const Vec2 x : line) drape.add(x);
    const std::size_t middle = line.size() / 2;
    if (middle > 0) drape.head(line[middle], line[middle] - line[middle - 1], head);
  }
}

Box box_of(const Pane& pane) {
  return pane.kind == render::ViewKind::map ? render::visible_box(pane.lens) : pane.lens.domain;
}

void make_field(const Ui& ui, MapLines& lines, const Pane& pane, const scene::Ground& ground,
                const Streamlines* streamlines) {
  const Drape drape(ground, lines.path);
  if (lines.overlay == Overlay::streamlines) {
    add_streamlines(drape, *streamlines, lines.known);
    lines.known = streamlines->lines().size();
    return;
  }
  int nx = arrows_across, ny = arrows_across;
  if (pane.kind == render::ViewKind::map) {
    nx = std::max(2, static_cast<int>(pane.rect.width() / px(ui, arrow_spacing)));
    ny = std::max(2, static_cast<int>(pane.rect.height() / px(ui, arrow_spacing)));
  } else {
    const glm::dvec2 half = render::half_sides(pane.lens.domain);
    const double longer = std::max(half.x, half.y);
    nx = std::max(4, static_cast<int>(std::lround(arrows_across * half.x / longer)));
    ny = std::max(4, static_cast<int>(std::lround(arrows_across * half.y / longer)));
  }
  add_arrows(drape, ground, lines.box, nx, ny);
}

// Null where nothing of it is to be shown.
const render::Path* field(const Ui& ui, Workbench& bench, const Pane& pane,
                          const scene::Ground& ground) {
  const Overlay overlay = bench.session.view.overlay;
  const auto& streamlines = bench.atlas.streamlines;
  const bool lines = overlay == Overlay::streamlines;
  if (!lines && overlay != Overlay::gradient) return nullptr;
  if (lines &&
      !(is_mapped(ground) && streamlines && streamlines->landscape() == ground.key().landscape))
    return nullptr;
  MapLines& kept = bench.atlas.lines[pane.kind];
  const Box box = lines ? ground.domain() : box_of(pane);
  const bool same = kept.ground == ground.key() && kept.overlay == overlay && kept.box == box;
  const bool fewer = lines && kept.known > streamlines->lines().size();
  if (!same || fewer) {
    kept = {.ground = ground.key(), .overlay = overlay, .box = box};
    kept.path.walk = next_id();
  }
  if (kept.path.points.empty() || (lines && kept.known < streamlines->lines().size()))
    make_field(ui, kept, pane, ground, lines ? &*streamlines : nullptr);
  return &kept.path;
}

// A name that tells lines apart by where they run: one that stays is not drawn anew each frame.
std::uint64_t name_of(const render::Path& path) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const glm::vec3& p : path.points)
    for (const float v : {p.x, p.y, p.z})
      hash = (hash ^ std::bit_cast<std::uint32_t>(v)) * 1099511628211u;
  return hash | std::uint64_t{1} << 63;
}

render::Path line_of(const scene::Ground& ground, std::span<const Vec2> points) {
  render::Path path;
  const Drape drape(ground, path);
  for (const Vec2 x : points) drape.add(x);
  path.walk = name_of(path);
  return path;
}

std::vector<Vec2> straight(Vec2 from, Vec2 to) {
  std::vector<Vec2> points;
  constexpr int pieces = 160;
  for (int k = 0; k <= pieces; ++k)
    points.push_back(from + (static_cast<double>(k) / pieces) * (to - from));
  return points;
}

glm::vec3 as_color(ImU32 packed) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(packed);
  return {c.x, c.y, c.z};
}

}  // namespace

void add_map_lines(const Ui& ui, Workbench& bench, const Pane& pane, const scene::Ground& ground,
                   render::Scene& scene) {
  if (!knows_map(bench)) return;
  std::vector<render::Path> under;
  const auto put = [&](render::Path path, float width, float opacity) {
    path.color = as_color(racer_colours[0]);
    path.width = width;
    path.opacity = opacity;
    under.push_back(std::move(path));
  };
  if (const render::Path* path = field(ui, bench, pane, ground))
    put(*path, field_width, field_opacity);
  if (bench.profile.on && bench.profile.line) {
    const auto [from, to] = *bench.profile.line;
    put(line_of(ground, straight(from, to)), way_width, 0.9f);
    const auto& barrier = bench.atlas.barrier;
    if (barrier && barrier->from == from && barrier->to == to && barrier->pass)
      put(line_of(ground, barrier->pass->path), way_width, 0.9f);
  }
  scene.paths.insert(scene.paths.begin(), under.begin(), under.end());
}

}  // namespace fogline::gui
