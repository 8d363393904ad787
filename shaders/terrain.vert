// SPDX-License-Identifier: MIT
// The terrain's mesh. Heights and slopes are exact at the vertices.
layout(location = 0) in vec2 a_position;  // world x, y
layout(location = 1) in vec4 a_sample;    // height, tone, slope of the height along world x and y

uniform mat4 u_world_to_clip;
uniform vec2 u_half_size;  // pixels
uniform float u_relief;    // world units a unit of height; 0 in a map

out vec2 v_position;
out vec4 v_sample;
out float v_moment;  // slope . position, for the second-order height
out vec3 v_rate;     // height per pixel is length(xy) / |z|

// From the exact slope and the derivative of the projection along the tangent plane. Screen
// derivatives of the height would jump from triangle to triangle; numerator and denominator apart
// interpolate smoothly, even where the surface is seen edge on.
vec3 height_per_pixel(vec2 slope, vec4 clip) {
  vec2 ndc = clip.xy / clip.w;
  vec4 dx = u_world_to_clip[0] + u_relief * slope.x * u_world_to_clip[2];
  vec4 dy = u_world_to_clip[1] + u_relief * slope.y * u_world_to_clip[2];
  vec2 a = u_half_size / clip.w * (dx.xy - ndc * dx.w);  // pixels per world x
  vec2 b = u_half_size / clip.w * (dy.xy - ndc * dy.w);
  return vec3(slope.x * b.y - slope.y * a.y, slope.y * a.x - slope.x * b.x, a.x * b.y - a.y * b.x);
}

void main() {
  v_position = a_position;
  v_sample = a_sample;
  v_moment = dot(a_sample.zw, a_position);
  gl_Position = u_world_to_clip * vec4(a_position, u_relief * a_sample.x, 1.0);
  v_rate = height_per_pixel(a_sample.zw, gl_Position);
}
