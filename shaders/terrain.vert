// SPDX-License-Identifier: MIT
// The terrain's mesh. Heights and slopes are exact at the vertices.
layout(location = 0) in vec2 a_position;  // world x, y
layout(location = 1) in vec4 a_sample;    // height, tone, slope of the height along world x and y

uniform mat4 u_world_to_clip;
uniform float u_relief;  // world units a unit of height; 0 in a map

out vec2 v_position;
out vec4 v_sample;
out float v_moment;  // slope . position, for the second-order height

void main() {
  v_position = a_position;
  v_sample = a_sample;
  v_moment = dot(a_sample.zw, a_position);
  gl_Position = u_world_to_clip * vec4(a_position, u_relief * a_sample.x, 1.0);
}
