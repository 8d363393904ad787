// SPDX-License-Identifier: MIT
// Philox4x32-10 and the distributions drawn from it.
#include "fogline/core/rng.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

using Counter = std::array<std::uint32_t, 4>;

std::uint32_t high(std::uint64_t product) { return static_cast<std::uint32_t>(product >> 32); }
std::uint32_t low(std::uint64_t product) { return static_cast<std::uint32_t>(product); }

// 53 random bits as a double in [0, 1).
double unit(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t bits = (std::uint64_t{a} << 32 | b) >> 11;
  return static_cast<double>(bits) * 0x1p-53;
}

Counter block(const Stream& stream, Purpose purpose, std::uint32_t step, std::uint32_t draw) {
  return philox({step, draw, static_cast<std::uint32_t>(purpose), stream.walker},
                {low(stream.seed), high(stream.seed)});
}

}  // namespace

Counter philox(Counter c, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53u} * c[0],
                        p1 = std::uint64_t{0xCD9E8D57u} * c[2];
    c = {high(p1) ^ c[1] ^ key[0], low(p1), high(p0) ^ c[3] ^ key[1], low(p0)};
    key = {key[0] + 0x9E3779B9u, key[1] + 0xBB67AE85u};
  }
  return c;
}

double Stream::uniform(Purpose purpose, std::uint32_t step, std::uint32_t draw) const {
  return uniform_pair(purpose, step, draw).x;
}

Vec2 Stream::uniform_pair(Purpose purpose, std::uint32_t step, std::uint32_t draw) const {
  const Counter c = block(*this, purpose, step, draw);
  return {unit(c[0], c[1]), unit(c[2], c[3])};
}

Vec2 Stream::normal_pair(Purpose purpose, std::uint32_t step, std::uint32_t draw) const {
  constexpr double two_pi = 6.283185307179586;
  const Vec2 u = uniform_pair(purpose, step, draw);
  const double radius = sqrt(-2.0 * log(1.0 - u.x));  // 1 - u lies in (0, 1]
  const auto [sine, cosine] = sincos(two_pi * u.y);
  return {radius * cosine, radius * sine};
}

}  // namespace fogline
