// SPDX-License-Identifier: MIT
// Gestures move the target along the axes of the view, so that what was grabbed stays under the
// pointer.
#include "render/gestures.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

namespace fogline::render {
namespace {

constexpr double degrees_a_pixel = 0.3;

// How far the fixed point lies from the target along the view's right and up axes, world units.
glm::dvec2 offset_of(const Lens& lens, glm::dvec2 pixel, const std::optional<glm::dvec3>& anchor) {
  if (anchor) {
    const glm::dvec3 world{lens.domain_to_world * glm::dvec4{*anchor, 1}};
    return {glm::dot(world - lens.target, lens.right), glm::dot(world - lens.target, lens.up)};
  }
  const glm::dvec4 clip = lens.world_to_clip * glm::dvec4{lens.target, 1};
  const glm::dvec2 center{0.5 * (1 + clip.x / clip.w) * lens.size.width,
                          0.5 * (1 - clip.y / clip.w) * lens.size.height};
  return glm::dvec2{pixel.x - center.x, center.y - pixel.y} / lens.pixels_per_unit;
}

}  // namespace

Camera orbited(Camera camera, glm::dvec2 pixels) {
  if (camera.kind == ViewKind::map) return camera;
  camera.azimuth -= degrees_a_pixel * pixels.x;
  camera.elevation += degrees_a_pixel * pixels.y;
  camera.elevation = std::clamp(camera.elevation, lowest_elevation, highest_elevation);
  camera.azimuth = std::remainder(camera.azimuth, 360.0);
  return camera;
}

Camera panned(Camera camera, const Box& domain, Size size, glm::dvec2 pixels) {
  const Lens lens = make_lens(camera, domain, size);
  camera.target += (-pixels.x * lens.right + pixels.y * lens.up) / lens.pixels_per_unit;
  return limited(camera, domain);
}

Camera zoomed(Camera camera, const Box& domain, Size size, glm::dvec2 pixel, double factor,
              std::optional<glm::dvec3> anchor) {
  camera = limited(camera, domain);
  const Lens lens = make_lens(camera, domain, size);
  const double before = camera.zoom;
  camera.zoom *= factor;
  camera.zoom = limited(camera, domain).zoom;
  const glm::dvec2 shift = (1 - before / camera.zoom) * offset_of(lens, pixel, anchor);
  camera.target += shift.x * lens.right + shift.y * lens.up;
  return limited(camera, domain);
}

}  // namespace fogline::render
