// SPDX-License-Identifier: MIT
// The projection. The eye keeps its distance from the target and zooming magnifies, so that it
// never enters the terrain and the perspective stays calm; the fit is that of the default angles,
// so that orbiting does not make the terrain breathe.
#include "render/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace fogline::render {
namespace {

constexpr double eye_distance = 2.8;
constexpr double map_depth = -0.1;  // window depth of a map a unit of height, to keep it invertible

double positive(double value) { return value > 0 && std::isfinite(value) ? value : 1; }

double finite_or(double value, double fallback) { return std::isfinite(value) ? value : fallback; }

// Half the terrain's sides, its height included.
glm::dvec3 half_box(const Box& domain) { return {half_sides(domain), 0.5 * relief}; }

struct Axes {
  glm::dvec3 right, up, toward;
};

Axes axes(const Camera& camera) {
  if (camera.kind == ViewKind::map) return {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  const double a = glm::radians(camera.azimuth), e = glm::radians(camera.elevation);
  const glm::dvec3 toward{std::cos(e) * std::cos(a), std::cos(e) * std::sin(a), std::sin(e)};
  const glm::dvec3 right{-std::sin(a), std::cos(a), 0};
  return {right, glm::cross(toward, right), toward};
}

// What the domain takes of the picture plane before scaling: a rectangle by its corners.
struct Extent {
  glm::dvec2 low{1e300}, high{-1e300};
};

Extent extent(const Box& domain, const Axes& view) {
  const glm::dvec3 half = half_box(domain);
  Extent box;
  for (int corner = 0; corner < 8; ++corner) {
    const glm::dvec3 p{(corner & 1) != 0 ? half.x : -half.x, (corner & 2) != 0 ? half.y : -half.y,
                       (corner & 4) != 0 ? half.z : -half.z - skirt};
    const double w = eye_distance - glm::dot(p, view.toward);
    const glm::dvec2 place{glm::dot(p, view.right) / w, glm::dot(p, view.up) / w};
    box.low = glm::min(box.low, place);
    box.high = glm::max(box.high, place);
  }
  return box;
}

double fitted_scale(glm::dvec2 extent_size, Size size) {
  const double part = 1 - 2 * fit_margin;
  return part * std::min(size.width / extent_size.x, size.height / extent_size.y);
}

glm::dmat4 domain_to_world(const Box& domain) {
  const glm::dvec2 scale = world_scale(domain);
  const Vec2 center = domain.center();
  glm::dmat4 m{1.0};
  m[0][0] = scale.x, m[1][1] = scale.y, m[2][2] = relief;
  m[3] = {-scale.x * center.x, -scale.y * center.y, 0, 1};
  return m;
}

// World to view coordinates: x right, y up, z towards the viewer, the target at 0.
glm::dmat4 view_matrix(const Axes& a, glm::dvec3 target) {
  const glm::dmat4 rotation = glm::transpose(glm::dmat4{
      glm::dvec4{a.right, 0}, glm::dvec4{a.up, 0}, glm::dvec4{a.toward, 0}, {0, 0, 0, 1}});
  return rotation * glm::translate(glm::dmat4{1.0}, -target);
}

glm::dmat4 map_projection(Lens& lens, const Box& domain, double zoom) {
  const glm::dvec3 half = half_box(domain);
  lens.pixels_per_unit = zoom * fitted_scale({2 * half.x, 2 * half.y}, lens.size);
  glm::dmat4 m{1.0};
  m[0][0] = 2 * lens.pixels_per_unit / lens.size.width;
  m[1][1] = 2 * lens.pixels_per_unit / lens.size.height;
  m[2][2] = map_depth;
  return m;
}

// A point (x, y, z) of the view lies at distance w = eye_distance - z from the eye. The shift that
// centres the fitted domain stays the same on screen whatever the zoom.
glm::dmat4 surface_projection(Lens& lens, const Box& domain, double zoom) {
  const Extent fit = extent(domain, axes(Camera{}));
  const double scale = fitted_scale(fit.high - fit.low, lens.size);
  const glm::dvec2 side{lens.size.width, lens.size.height};
  const glm::dvec2 shift = -scale * (fit.low + fit.high) / side;
  lens.pixels_per_unit = zoom * scale / eye_distance;
  lens.near = 0.25 * eye_distance, lens.far = 4 * eye_distance;
  const double n = lens.near, f = lens.far;
  glm::dmat4 m{0.0};
  m[0][0] = 2 * zoom * scale / side.x;
  m[1][1] = 2 * zoom * scale / side.y;
  m[2] = {-shift.x, -shift.y, -(f + n) / (f - n), -1};
  m[3] = {shift.x * eye_distance, shift.y * eye_distance,
          ((f + n) * eye_distance - 2 * f * n) / (f - n), eye_distance};
  return m;
}

}  // namespace

glm::dvec2 world_scale(const Box& domain) {
  const double width = positive(domain.size().x), height = positive(domain.size().y);
  const double longer = std::max(width, height);
  return {std::max(width / longer, 0.5) / width, std::max(height / longer, 0.5) / height};
}

glm::dvec2 half_sides(const Box& domain) {
  const glm::dvec2 scale = world_scale(domain);
  return {0.5 * scale.x * positive(domain.size().x), 0.5 * scale.y * positive(domain.size().y)};
}

Camera limited(Camera camera, const Box& domain) {
  const glm::dvec3 half = half_box(domain);
  const Camera usual;
  const double most = camera.kind == ViewKind::map ? 1000.0 : 60.0;
  camera.zoom = std::clamp(finite_or(camera.zoom, usual.zoom), 0.3, most);
  camera.elevation =
      std::clamp(finite_or(camera.elevation, usual.elevation), lowest_elevation, highest_elevation);
  camera.azimuth = std::remainder(finite_or(camera.azimuth, usual.azimuth), 360.0);
  for (int i = 0; i < 3; ++i)
    camera.target[i] = std::clamp(finite_or(camera.target[i], 0), -half[i], half[i]);
  return camera;
}

Lens make_lens(const Camera& wanted, const Box& domain, Size size) {
  const Camera camera = limited(wanted, domain);
  const Axes a = axes(camera);
  Lens lens{.domain = domain, .size = {std::max(size.width, 1), std::max(size.height, 1)}};
  lens.flat = camera.kind == ViewKind::map;
  lens.right = a.right, lens.up = a.up, lens.toward = a.toward;
  const glm::dmat4 projection = lens.flat ? map_projection(lens, domain, camera.zoom)
                                          : surface_projection(lens, domain, camera.zoom);
  lens.target = camera.target + glm::dvec3{0, 0, lens.flat ? 0 : 0.5 * relief};
  lens.domain_to_world = domain_to_world(domain);
  lens.world_to_clip = projection * view_matrix(a, lens.target);
  lens.domain_to_clip = lens.world_to_clip * lens.domain_to_world;
  return lens;
}

Projected Lens::project(double x, double y, double height) const {
  const glm::dvec4 clip = domain_to_clip * glm::dvec4{x, y, height, 1};
  if (!(clip.w > 1e-9)) return {};
  const glm::dvec3 ndc = glm::dvec3{clip} / clip.w;
  return {
      {0.5 * (1 + ndc.x) * size.width, 0.5 * (1 - ndc.y) * size.height}, 0.5 * (1 + ndc.z), true};
}

Ray Lens::ray(glm::dvec2 pixel) const {
  const glm::dmat4 back = glm::inverse(domain_to_clip);
  const glm::dvec2 ndc{2 * pixel.x / size.width - 1, 1 - 2 * pixel.y / size.height};
  const glm::dvec4 a = back * glm::dvec4{ndc, -1, 1}, b = back * glm::dvec4{ndc, 1, 1};
  const glm::dvec3 from = glm::dvec3{a} / a.w, to = glm::dvec3{b} / b.w;
  return {from, to - from};
}

Box visible_box(const Lens& lens) {
  const glm::dvec3 a = lens.ray({0, lens.size.height}).origin;
  const glm::dvec3 b = lens.ray({lens.size.width, 0}).origin;
  return {{a.x, a.y}, {b.x, b.y}};
}

}  // namespace fogline::render
