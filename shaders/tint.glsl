// SPDX-License-Identifier: MIT
// Stands before the fragment shaders of a terrain that wears colours of its own in place of the
// palette's. Where nothing is known yet, and beyond the domain, the palette's colour turns grey.
#define TINT

uniform sampler2D u_tint;          // over the domain; colours times their opacity
uniform vec2 u_domain_in_world;    // sides

vec3 tinted(vec3 color, vec2 position) {
  vec2 place = position / u_domain_in_world;
  vec4 tint = texture(u_tint, place + 0.5);
  float known = all(lessThanEqual(abs(place), vec2(0.5))) ? 1.0 : 0.0;
  vec3 grey = vec3(0.16 + 0.3 * dot(color, vec3(0.2126, 0.7152, 0.0722)));
  return mix(grey, tint.rgb + (1.0 - tint.a) * grey, known);
}
