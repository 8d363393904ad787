// SPDX-License-Identifier: MIT
// Antialiased across; faded where the terrain stands in front of the line (asked at the line, not at this pixel, so
// that the whole width fades alike).
in vec2 v_center;
in vec2 v_line;

uniform sampler2D u_depth;
uniform vec4 u_color;
uniform float u_half_width;  // pixels
uniform vec2 u_range;        // near, far; equal in a map, where nothing is hidden
uniform float u_tolerance;   // world units
uniform float u_hidden;      // opacity of covered parts

layout(location = 0) out vec4 o_color;

float distance_of(float depth) {
  return u_range.x * u_range.y / (u_range.y - depth * (u_range.y - u_range.x));
}

float shown() {
  ivec2 size = textureSize(u_depth, 0);
  ivec2 place = clamp(ivec2(v_center), ivec2(0), size - 1);
  float terrain = texelFetch(u_depth, place, 0).r;
  float behind = distance_of(v_line.x) - distance_of(terrain);
  return mix(1.0, u_hidden, smoothstep(u_tolerance, 2.0 * u_tolerance, behind));
}

void main() {
  float covered = clamp(u_half_width + 0.5 - abs(v_line.y), 0.0, 1.0);
  o_color = vec4(u_color.rgb, u_color.a * covered * shown());
}
