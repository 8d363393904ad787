// SPDX-License-Identifier: MIT
// The wall around the terrain, from its edge down to the floor.
layout(location = 0) in vec3 a_position;  // world
layout(location = 1) in vec2 a_edge;      // tone, distance below the edge (world units)
layout(location = 2) in vec2 a_outwards;  // normal, world x and y

uniform mat4 u_world_to_clip;
uniform vec3 u_light_direction;  // world

out vec2 v_edge;
out float v_light;
out vec2 v_place;  // world

void main() {
  v_edge = a_edge;
  v_place = a_position.xy;
  v_light = 1.0 + 0.12 * dot(a_outwards, u_light_direction.xy);
  gl_Position = u_world_to_clip * vec4(a_position, 1.0);
}
