// SPDX-License-Identifier: MIT
// A grid of one-pixel lines in a tenth of the terrain's sides, fading out around it.
in vec2 v_position;

uniform vec2 u_half_terrain;  // world units
uniform vec2 u_half_floor;
uniform vec3 u_ink;
uniform float u_pixel;

layout(location = 0) out vec4 o_color;

void main() {
  vec2 cells = 5.0 * v_position / u_half_terrain;
  vec2 off = abs(cells - floor(cells + 0.5)) / fwidth(cells);
  vec2 covered = clamp(0.5 * u_pixel + 0.5 - off, 0.0, 1.0);
  vec2 outside = max(abs(v_position) - u_half_terrain, 0.0) / (u_half_floor - u_half_terrain);
  float fade = 1.0 - smoothstep(0.0, 1.0, length(outside));
#ifdef FOG
  // Under the terrain it would only be seen where the terrain is left out.
  bool under = all(lessThan(abs(v_position), u_half_terrain));
  fade *= under ? 0.0 : 1.0 - fog_at(v_position);
#endif
  o_color = vec4(u_ink, 0.08 * fade * max(covered.x, covered.y));
}
