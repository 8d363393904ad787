// SPDX-License-Identifier: MIT
// Colour by tone, one light fixed to the camera, contour lines of constant width on screen.
in vec2 v_position;
in vec4 v_sample;
in float v_moment;
in vec3 v_rate;

uniform sampler2D u_palette;
uniform float u_shaded_relief;   // of the shading, which a map has as well
uniform vec3 u_light_direction;  // world
uniform vec4 u_light;            // base, gain, least, most
uniform float u_contours;        // 0 or 1
uniform float u_pixel;           // pixels a unit of line width
#ifdef FOG
uniform vec3 u_background;       // what fog looks like
#endif

layout(location = 0) out vec4 o_color;

const float levels = 20.0;
const float line_width = 1.1;
const float crowded = 4.0;  // pixels between lines below which they fade

// A triangle interpolates heights and slopes linearly; both together give the height to second
// order: of a quadratic surface, linear interpolation errs by +e and the mean of the tangent planes
// by -e.
float smooth_height() {
  float error = 0.5 * (dot(v_sample.zw, v_position) - v_moment);
  return v_sample.x + clamp(error, -0.01, 0.01);
}

// How much lines at the whole numbers of `level`, 0 < k < last, cover this pixel; `gap` is their
// distance on screen in line units.
float line(float level, float gap, float last) {
  float k = floor(level + 0.5);
  float off = abs(level - k) * gap;
  float covered = clamp(0.5 * line_width + 0.5 / u_pixel - off, 0.0, 1.0);
  float inside = abs(k - 0.5 * last) < 0.5 * last - 0.5 ? 1.0 : 0.0;
  return inside * covered * clamp(2.0 / crowded * gap - 1.0, 0.0, 1.0);
}

vec3 with_contours(vec3 color) {
  float height = smooth_height();
  float per_height = abs(v_rate.z) * inversesqrt(max(dot(v_rate.xy, v_rate.xy), 1e-24));  // pixels
  float gap = per_height / (levels * u_pixel);
  float level = levels * height;
  float minor = 0.12 * line(level, gap, levels);
  float major = 0.28 * line(0.25 * level, 4.0 * gap, 0.25 * levels);
  float white = clamp((0.55 - height) * 10.0, 0.0, 1.0);
  // Lines 4000 pixels apart and more are a plateau that happens to lie at a level.
  return mix(color, vec3(white), gap < 4000.0 ? max(minor, major) : 0.0);
}

// Linear light times L, done on the sRGB value: encode(c L) = (encode(c) + 0.055) L^(1/2.4) -
// 0.055, the power by its series around 1 (off by less than 0.0004 for 0.7 < L < 1.1).
vec3 lit(vec3 color) {
  vec3 normal = vec3(-u_shaded_relief * v_sample.zw, 1.0);
  float facing = dot(normal, u_light_direction) * inversesqrt(dot(normal, normal));
  float t = clamp(u_light.x + u_light.y * max(0.0, facing), u_light.z, u_light.w) - 1.0;
  float gain = 1.0 + t * (0.41667 + t * (-0.12153 + t * 0.06414));
  return clamp((color + 0.055) * gain - 0.055, 0.0, 1.0);
}

void main() {
  float tone = clamp(v_sample.y, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0;
  vec3 color = texture(u_palette, vec2(tone, 0.5)).rgb;
#ifdef TINT
  color = tinted(color, v_position);
#endif
  color = lit(color);
  if (u_contours > 0.5) color = with_contours(color);
#ifdef FOG
  color = in_fog(color, u_background, v_position);
#endif
  o_color = vec4(color, 1.0);
}
