// SPDX-License-Identifier: MIT
// Colour by tone, one light fixed to the camera, contour lines of constant width on screen.
in vec2 v_position;
in vec4 v_sample;
in float v_moment;

uniform sampler2D u_palette;
uniform mat4 u_world_to_clip;
uniform vec2 u_half_size;        // pixels
uniform float u_relief;          // of the geometry
uniform float u_shaded_relief;   // of the shading, which a map has as well
uniform vec3 u_light_direction;  // world
uniform vec4 u_light;            // base, gain, least, most
uniform float u_contours;        // 0 or 1
uniform float u_pixel;           // pixels a unit of line width

layout(location = 0) out vec4 o_color;

const float levels = 20.0;
const float line_width = 1.1;
const float crowded = 4.0;  // pixels between lines below which they fade

// A triangle interpolates heights and slopes linearly; both together give the height to second order: of a
// quadratic surface, linear interpolation errs by +e and the mean of the tangent planes by -e.
float smooth_height() {
  float error = 0.5 * (dot(v_sample.zw, v_position) - v_moment);
  return v_sample.x + clamp(error, -0.01, 0.01);
}

// Height per pixel, from the exact slope and the derivative of the projection along the tangent plane. Screen
// derivatives of the height would jump from triangle to triangle.
float height_per_pixel() {
  vec2 slope = v_sample.zw;
  vec2 ndc = gl_FragCoord.xy / u_half_size - 1.0;
  vec4 dx = u_world_to_clip[0] + u_relief * slope.x * u_world_to_clip[2];
  vec4 dy = u_world_to_clip[1] + u_relief * slope.y * u_world_to_clip[2];
  vec2 a = u_half_size * gl_FragCoord.w * (dx.xy - ndc * dx.w);  // pixels per world x
  vec2 b = u_half_size * gl_FragCoord.w * (dy.xy - ndc * dy.w);
  float area = abs(a.x * b.y - a.y * b.x);
  return length(slope.x * vec2(b.y, -b.x) + slope.y * vec2(-a.y, a.x)) / max(area, 1e-6);
}

// How much of this pixel a line of the family `height = k * spacing` covers, 0 < k < last.
float line(float height, float rate, float spacing, float last) {
  float level = height / spacing;
  float k = floor(level + 0.5);
  float gap = spacing / rate / u_pixel;
  float distance_to_line = abs(level - k) * gap;
  float covered = clamp(0.5 * line_width + 0.5 / u_pixel - distance_to_line, 0.0, 1.0);
  float inside = step(0.5, k) * step(k, last - 0.5);
  return inside * covered * clamp(2.0 * gap / crowded - 1.0, 0.0, 1.0);
}

vec3 with_contours(vec3 color) {
  float height = smooth_height();
  float rate = max(height_per_pixel(), 1e-7);
  float minor = 0.12 * line(height, rate, 1.0 / levels, levels);
  float major = 0.28 * line(height, rate, 4.0 / levels, levels / 4.0);
  float flatness = smoothstep(1e-6, 1e-5, rate);  // a plateau at a level has no line
  vec3 ink = vec3(1.0 - smoothstep(0.45, 0.55, height));
  return mix(color, ink, flatness * max(minor, major));
}

// Linear light times L, done on the sRGB value: encode(c L) = (encode(c) + 0.055) L^(1/2.4) - 0.055.
vec3 lit(vec3 color) {
  vec3 normal = normalize(vec3(-u_shaded_relief * v_sample.zw, 1.0));
  float light = u_light.x + u_light.y * max(0.0, dot(normal, u_light_direction));
  float gain = pow(clamp(light, u_light.z, u_light.w), 1.0 / 2.4);
  return clamp((color + 0.055) * gain - 0.055, 0.0, 1.0);
}

void main() {
  float tone = clamp(v_sample.y, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0;
  vec3 color = lit(texture(u_palette, vec2(tone, 0.5)).rgb);
  if (u_contours > 0.5) color = with_contours(color);
  o_color = vec4(color, 1.0);
}
