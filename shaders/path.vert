// SPDX-License-Identifier: MIT
// A path as a strip that was built in pixels.
layout(location = 0) in vec2 a_pixel;   // from the bottom left
layout(location = 1) in vec2 a_center;  // the point of the line beside it
layout(location = 2) in vec2 a_line;    // window depth, signed distance across (pixels)

uniform vec2 u_half_size;  // pixels

out vec2 v_center;
out vec2 v_line;

void main() {
  v_center = a_center;
  v_line = a_line;
  gl_Position = vec4(a_pixel / u_half_size - 1.0, 0.0, 1.0);
}
