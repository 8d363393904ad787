// SPDX-License-Identifier: MIT
// Where one looks from. A Camera is a small comparable value; together with a domain and a size it
// gives a Lens, the one projection that the terrain, the paths, the markers and the mouse picking
// share.
//
// World coordinates: the domain centred at 0 and scaled to a longer side of 1 (its own aspect up to
// 2:1, stretched to 2:1 beyond), z from 0 (displayed height 0) to `relief` (displayed height 1).
// Pixels: origin at the top left, y down, centres of pixels at one half.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "fogline/core/geometry.hpp"
#include "render/pixels.hpp"

namespace fogline::render {

inline constexpr double relief = 0.4;  // height of the terrain, of its width
inline constexpr double skirt =
    0.02;  // thickness of its edge; the floor lies this far below height 0
inline constexpr double fit_margin = 0.06;                             // of each side of the view
inline constexpr double lowest_elevation = 4, highest_elevation = 89;  // degrees

enum class ViewKind { surface, map };

struct Camera {
  ViewKind kind = ViewKind::surface;
  double azimuth = -58;    // degrees; -90 looks along +y with x to the right
  double elevation = 34;   // degrees above the floor
  double zoom = 1;         // 1 fits the domain with the margin
  glm::dvec3 target{0.0};  // offset of the point looked at from the terrain's centre, world units

  friend bool operator==(const Camera&, const Camera&) = default;
};

// World units a domain unit along x and y; half the terrain's sides along x and y in world units.
glm::dvec2 world_scale(const Box& domain);
glm::dvec2 half_sides(const Box& domain);

// A point on the screen. `depth` is the window depth 0..1; `in_front` is false behind the eye
// (pixel is void).
struct Projected {
  glm::dvec2 pixel{0.0};
  double depth = 0;
  bool in_front = false;
};

// A half line; x and y in domain coordinates, z in displayed height. Not normalised.
struct Ray {
  glm::dvec3 origin{0.0}, direction{0.0};
};

// A camera made concrete for one domain and one size.
struct Lens {
  Box domain;
  Size size;
  bool flat = false;                // a map: heights project to nothing
  glm::dmat4 domain_to_world{1.0};  // of (x, y, displayed height)
  glm::dmat4 world_to_clip{1.0};
  glm::dmat4 domain_to_clip{1.0};
  glm::dvec3 target{0.0};                       // what is looked at, world coordinates
  glm::dvec3 right{0.0}, up{0.0}, toward{0.0};  // axes of the view in world coordinates
  double pixels_per_unit = 1;                   // pixels a world unit at the target
  double near = 1, far = 2;                     // distances from the eye, world units; maps: unused

  Projected project(double x, double y, double height) const;
  Ray ray(glm::dvec2 pixel) const;
};

Lens make_lens(const Camera&, const Box& domain, Size);

// The camera within its limits: zoom, elevation, a target no farther than the terrain's sides;
// values that are not finite become the defaults.
Camera limited(Camera, const Box& domain);

// The part of a map that is on screen, in domain coordinates.
Box visible_box(const Lens&);

}  // namespace fogline::render
