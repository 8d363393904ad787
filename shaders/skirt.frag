// SPDX-License-Identifier: MIT
// The skirt is the top of the wall in a darker terrain colour; below it a quiet curtain hides the
// underside.
in vec2 v_edge;
in float v_light;
in vec2 v_place;

uniform sampler2D u_palette;
uniform vec3 u_background;
uniform float u_skirt;  // world units

layout(location = 0) out vec4 o_color;

void main() {
  float tone = clamp(v_edge.x, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0;
  vec3 edge = texture(u_palette, vec2(tone, 0.5)).rgb;
#ifdef TINT
  edge = tinted(edge, v_place);
#endif
  edge *= 0.6;
  vec3 curtain = mix(u_background, edge, 0.25);
  float pixel = fwidth(v_edge.y);
  float below = clamp((v_edge.y - u_skirt) / max(pixel, 1e-6) + 0.5, 0.0, 1.0);
  vec3 color = v_light * mix(edge, curtain, below);
#ifdef FOG
  color = in_fog(color, u_background, v_place);
#endif
  o_color = vec4(color, 1.0);
}
