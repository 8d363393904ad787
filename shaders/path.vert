// SPDX-License-Identifier: MIT
// A path as a strip that was built in pixels.
layout(location = 0) in vec2 a_pixel;   // from the bottom left
layout(location = 1) in vec2 a_center;  // the point of the line beside it
layout(location = 2) in vec2 a_line;    // window depth, signed distance across (pixels)

uniform vec2 u_half_size;  // pixels
uniform vec2 u_range;      // near, far; equal in a map, where nothing is hidden

out vec2 v_center;
out vec3 v_line;  // as a_line; distance from the eye per window depth (world units)

// From distance = n f / (f - depth (f - n)).
float distance_per_depth(float depth) {
  float n = u_range.x, f = u_range.y;
  float root = f - depth * (f - n);
  return n * f * (f - n) / (root * root);
}

void main() {
  v_center = a_center;
  v_line = vec3(a_line, distance_per_depth(a_line.x));
  gl_Position = vec4(a_pixel / u_half_size - 1.0, 0.0, 1.0);
}
