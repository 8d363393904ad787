// SPDX-License-Identifier: MIT
// The wall around the terrain, from its edge down to the floor.
layout(location = 0) in vec3 a_position;  // world
layout(location = 1) in vec2 a_edge;      // tone, distance below the edge (world units)

uniform mat4 u_world_to_clip;

out vec2 v_edge;

void main() {
  v_edge = a_edge;
  gl_Position = u_world_to_clip * vec4(a_position, 1.0);
}
