// SPDX-License-Identifier: MIT
// The floor under the terrain: one rectangle, its corners from the vertex number.
uniform mat4 u_world_to_clip;
uniform vec2 u_half_floor;  // half sides of the rectangle, world units
uniform float u_level;      // world z

out vec2 v_position;

void main() {
  vec2 corner = vec2(float(gl_VertexID % 2), float(gl_VertexID / 2)) * 2.0 - 1.0;
  v_position = corner * u_half_floor;
  gl_Position = u_world_to_clip * vec4(v_position, u_level, 1.0);
}
