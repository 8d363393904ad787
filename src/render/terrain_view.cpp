// SPDX-License-Identifier: MIT
// The cache: a terrain image with depths, and the finished picture laid over a copy of it.
#include "render/terrain_view.hpp"

#include <chrono>
#include <optional>
#include <vector>

#include "render/framebuffer.hpp"
#include "render/path_growth.hpp"
#include "render/path_layer.hpp"
#include "render/terrain_layer.hpp"

namespace fogline::render {
namespace {

// All that the terrain's image depends on.
struct Key {
  std::shared_ptr<const HeightGrid> grid;
  Camera camera;
  Palette palette;
  glm::vec3 background, ink;
  bool contours;
  std::optional<Fog> fog;
  std::shared_ptr<const Tint> tint;
  float scale;
  Size size;
  Quality quality;

  friend bool operator==(const Key&, const Key&) = default;
};

Key key_of(const Scene& s, Size size, Quality quality) {
  return {s.grid, s.camera, s.palette, s.background, s.ink,  s.contours,
          s.fog,  s.tint,   s.scale,   size,         quality};
}

void fit(Framebuffer& target, Size size, int samples, DepthBuffer depth) {
  if (target.object.id() == 0 || target.size != size || target.samples != samples)
    target = Framebuffer(size, samples, depth);
}

// What others may have left switched on.
void reset_state() {
  for (const GLenum state :
       {GL_SCISSOR_TEST, GL_BLEND, GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE})
    glDisable(state);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

Box domain_of(const Scene& scene) {
  return scene.grid ? domain_of(*scene.grid) : Box{{0, 0}, {1, 1}};
}

}  // namespace

namespace {

// A finished picture: the terrain's image with paths over it.
struct Sheet {
  Framebuffer picture;
  PathGrowth growth;  // of the paths in `picture`
  int redraw = 0;     // of the terrain that lies under them
};

}  // namespace

struct TerrainView::State {
  TerrainLayer terrain;
  PathLayer paths;
  Framebuffer sampled, terrain_image;
  std::optional<Key> key;  // of terrain_image
  std::vector<Sheet> sheets;
  int redraws = 0;
  double seconds = 0;

  void redraw_terrain(const Scene&, const Lens&, Quality);
  void lay_paths(Sheet&, const Scene&, const Lens&);
};

void TerrainView::State::redraw_terrain(const Scene& scene, const Lens& lens, Quality quality) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const int samples =
      lens.flat ? 0 : clamped_samples(quality.samples);  // a map's edges are straight
  const bool direct = samples < 2;
  fit(terrain_image, lens.size, 0, DepthBuffer::present);
  if (!direct) fit(sampled, lens.size, samples, DepthBuffer::present);
  const Framebuffer& target = direct ? terrain_image : sampled;
  bind_for_drawing(target);
  terrain.draw(scene, lens, quality.mesh);
  if (!direct) copy(sampled, terrain_image, Parts::color_and_depth);
  glFinish();
  sampled = {};  // the largest image of all, and not needed at rest
  ++redraws;
  seconds = std::chrono::duration<double>(Clock::now() - begin).count();
}

void TerrainView::State::lay_paths(Sheet& sheet, const Scene& scene, const Lens& lens) {
  const bool anew = sheet.redraw != redraws;
  sheet.redraw = redraws;
  PathGrowth& growth = sheet.growth;
  const PathChange change = anew ? PathChange::other : growth.change(scene.paths);
  if (change == PathChange::none && growth.exact()) return;
  if (change != PathChange::growth) copy(terrain_image, sheet.picture, Parts::color);
  bind_for_drawing(sheet.picture);
  if (change == PathChange::growth)
    return paths.draw_from(growth.grow(scene.paths, lens), scene, lens, terrain_image.depth);
  paths.draw(scene, lens, terrain_image.depth);
  growth.laid_all(scene.paths);
}

TerrainView::TerrainView() : state_(std::make_unique<State>()) {}
TerrainView::~TerrainView() = default;
TerrainView::TerrainView(TerrainView&&) noexcept = default;
TerrainView& TerrainView::operator=(TerrainView&&) noexcept = default;

void TerrainView::draw(const Scene& scene, Size wanted, Quality quality, std::size_t number) {
  if (wanted.empty()) return;
  const Size size = clamped(wanted);
  const Lens lens = make_lens(scene.camera, domain_of(scene), size);
  const KeepBinding keep;
  reset_state();
  Key key = key_of(scene, size, quality);
  if (state_->key != key) {
    state_->key.reset();
    state_->redraw_terrain(scene, lens, quality);
    state_->key = std::move(key);
  }
  if (state_->sheets.size() <= number) state_->sheets.resize(number + 1);
  Sheet& sheet = state_->sheets[number];
  if (sheet.picture.size != size) sheet.redraw = 0;
  fit(sheet.picture, size, 0, DepthBuffer::present);
  state_->lay_paths(sheet, scene, lens);
  check_gl("drawing the terrain");
}

void TerrainView::keep_sheets(std::size_t count) {
  if (state_->sheets.size() > count) state_->sheets.resize(count);
}

unsigned TerrainView::framebuffer(std::size_t sheet) const {
  return sheet < state_->sheets.size() ? state_->sheets[sheet].picture.object.id() : 0;
}
Size TerrainView::size() const {
  return state_->sheets.empty() ? Size{} : state_->sheets.front().picture.size;
}
Pixels TerrainView::read_pixels(std::size_t sheet) const {
  return sheet < state_->sheets.size() ? render::read_pixels(state_->sheets[sheet].picture)
                                       : Pixels{};
}
int TerrainView::terrain_redraws() const { return state_->redraws; }
double TerrainView::last_redraw_seconds() const { return state_->seconds; }

void TerrainView::reload_shaders() {
  TerrainLayer terrain;
  PathLayer paths;
  state_->terrain = std::move(terrain);
  state_->paths = std::move(paths);
  state_->key.reset();
}

}  // namespace fogline::render
