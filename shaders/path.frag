// SPDX-License-Identifier: MIT
// Casing and core in one pass: the depth written is the distance from the line, so that where a
// path crosses itself the nearest stroke wins and the core is nowhere cut by a later casing. Faded
// where the terrain stands in front of the line (asked at the line, not at this pixel, so that the
// whole width fades alike).
in vec2 v_center;
in vec3 v_line;

uniform sampler2D u_depth;
uniform vec3 u_color;
uniform vec4 u_casing;
uniform float u_opacity;
uniform vec2 u_half_width;    // of core and casing, pixels
uniform vec2 u_layer;         // depth written at the line, and how much more at the edge
uniform ivec2 u_last;         // last pixel of u_depth
uniform float u_tolerance;    // world units
uniform float u_hidden;       // opacity of covered parts

layout(location = 0) out vec4 o_color;

float shown() {
  float terrain = texelFetch(u_depth, clamp(ivec2(v_center), ivec2(0), u_last), 0).r;
  float behind = (v_line.x - terrain) * v_line.z / u_tolerance;
  return mix(1.0, u_hidden, clamp(behind - 1.0, 0.0, 1.0));
}

void main() {
  float off = abs(v_line.y);
  vec2 covered = clamp(u_half_width + 0.5 - off, 0.0, 1.0);
  float around = (1.0 - covered.x) * covered.y * u_casing.a;
  float opacity = covered.x + around;
  vec3 color = (covered.x * u_color + around * u_casing.rgb) / max(opacity, 1e-3);
  o_color = vec4(color, opacity * u_opacity * shown());
  gl_FragDepth = u_layer.x + u_layer.y * min(off / (u_half_width.y + 0.5), 1.0);
}
