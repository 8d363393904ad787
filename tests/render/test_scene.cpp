// SPDX-License-Identifier: MIT
// Heights and slopes in closed form.
#include "test_scene.hpp"

#include <cmath>

#include "app/offscreen/offscreen_context.hpp"

namespace fogline::render::test {
namespace {

struct Bump {
  double amplitude, x, y, width;
};
constexpr Bump bumps[] = {{0.45, 0.9, 0.7, 0.5}, {0.25, -0.9, -0.4, 0.7}, {-0.35, 0.2, -1.0, 0.5}};

template <class Sample>
std::shared_ptr<const HeightGrid> make_grid(int n, Box box, Sample sample) {
  auto grid = std::make_shared<HeightGrid>(HeightGrid{.nx = n, .ny = n, .box = box});
  for (int j = 0; j < n; ++j)
    for (int i = 0; i < n; ++i) {
      const Vec2 p = box.at(i / (n - 1.0), j / (n - 1.0));
      const glm::dvec3 s = sample(p.x, p.y);
      grid->height.push_back(static_cast<float>(s.x));
      grid->tone.push_back(static_cast<float>(s.x));
      grid->slope_x.push_back(static_cast<float>(s.y));
      grid->slope_y.push_back(static_cast<float>(s.z));
    }
  return grid;
}

// Height and slope.
glm::dvec3 hills_sample(double x, double y) {
  glm::dvec3 s{0.45, 0, 0};
  for (const Bump& b : bumps) {
    const double dx = x - b.x, dy = y - b.y, w = b.width * b.width;
    const double value = b.amplitude * std::exp(-(dx * dx + dy * dy) / w);
    s += value * glm::dvec3{1, -2 * dx / w, -2 * dy / w};
  }
  return s;
}

glm::dvec3 ridge_sample(double x, double) {
  const double value = std::exp(-30 * x * x);
  return {value, -60 * x * value, 0};
}

}  // namespace

void need_context() { static const app::OffscreenContext context; }

Palette mist() { return read_palette(std::filesystem::path(FOGLINE_COLORMAPS) / "mist.csv"); }

float hills_height(double x, double y) { return static_cast<float>(hills_sample(x, y).x); }
float ridge_height(double x, double y) { return static_cast<float>(ridge_sample(x, y).x); }

std::shared_ptr<const HeightGrid> hills() {
  return make_grid(129, {{-2, -2}, {2, 2}}, hills_sample);
}

std::shared_ptr<const HeightGrid> ridge() {
  return make_grid(129, {{-1, -1}, {1, 1}}, ridge_sample);
}

Scene hills_scene(ViewKind kind) {
  Scene scene{.grid = hills(), .palette = mist()};
  scene.camera.kind = kind;
  Path spiral{.color = {0.918F, 0.357F, 0.118F}}, zigzag{.color = {0.98F, 0.914F, 0.114F}};
  for (int i = 0; i < 200; ++i) {
    const double a = 0.06 * i, r = 1.2 * std::exp(-0.012 * i);
    const double x = 0.2 + r * std::cos(a), y = -1 + r * std::sin(a);
    spiral.points.emplace_back(x, y, hills_height(x, y));
    const double u = -1.8 + 0.14 * i, v = 1.2 + (i % 2 == 0 ? 0.3 : -0.3) * std::exp(-0.05 * i);
    if (i < 14) zigzag.points.emplace_back(u, v, hills_height(u, v));
  }
  scene.paths = {spiral, zigzag};
  return scene;
}

}  // namespace fogline::render::test
