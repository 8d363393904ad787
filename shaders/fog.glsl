// SPDX-License-Identifier: MIT
// Stands before the fragment shaders of what fog may hide. Ground near a walker is clear; what is
// wholly hidden is left out, depth and all, so that no unseen hill covers what can be seen.
#define FOG

uniform vec2 u_walkers[32];        // world
uniform int u_walker_count;        // of them in use
uniform vec2 u_domain_per_world;   // domain units a world unit, along x and y
uniform float u_clear_radius;      // domain units
uniform float u_fog;               // opacity of the fog

float fog_at(vec2 position) {
  float nearest = 1e30;
  for (int i = 0; i < u_walker_count; ++i) {
    vec2 away = (position - u_walkers[i]) * u_domain_per_world;
    nearest = min(nearest, dot(away, away));
  }
  return u_fog * smoothstep(0.6 * u_clear_radius, u_clear_radius, sqrt(nearest));
}

vec3 in_fog(vec3 color, vec3 background, vec2 position) {
  float hidden = fog_at(position);
  if (hidden > 0.998) discard;
  return mix(color, background, hidden);
}
