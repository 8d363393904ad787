// SPDX-License-Identifier: MIT
// An embedded Runge-Kutta pair of orders 5 and 4 on the direction of the slope.
#include "fogline/engine/streamline.hpp"

#include <array>
#include <cmath>

#include "fogline/core/elementary.hpp"
#include "fogline/core/symmetric2.hpp"

namespace fogline {
namespace {

constexpr double tolerance = 1e-6;                           // of the diagonal, a step
constexpr double shortest_step = 1e-7, longest_step = 0.01;  // of the diagonal
constexpr double at_rest = 1e-4;  // of the diagonal: where a Newton step is the rest of the way
constexpr int most_steps = 20'000;

struct Field {
  const Evaluator& f;
  double sign;
  // The unit vector of the way; 0 where there is none.
  Vec2 operator()(Vec2 x) const {
    const Vec2 g = f.gradient(x).gradient;
    const double size = norm(g);
    return size > 0 && std::isfinite(size) ? sign * Vec2{g.x / size, g.y / size} : Vec2{};
  }
};

struct Trial {
  Vec2 x;
  double error = 0;
};

// One step of length h; Dormand and Prince's table 2.
Trial step(const Field& field, Vec2 x, double h) {
  const Vec2 k1 = field(x);
  const Vec2 k2 = field(x + (h / 5) * k1);
  const Vec2 k3 = field(x + h * ((3. / 40) * k1 + (9. / 40) * k2));
  const Vec2 k4 = field(x + h * ((44. / 45) * k1 + (-56. / 15) * k2 + (32. / 9) * k3));
  const Vec2 k5 = field(x + h * ((19372. / 6561) * k1 + (-25360. / 2187) * k2 +
                                 (64448. / 6561) * k3 + (-212. / 729) * k4));
  const Vec2 k6 = field(x + h * ((9017. / 3168) * k1 + (-355. / 33) * k2 + (46732. / 5247) * k3 +
                                 (49. / 176) * k4 + (-5103. / 18656) * k5));
  const Vec2 next = x + h * ((35. / 384) * k1 + (500. / 1113) * k3 + (125. / 192) * k4 +
                             (-2187. / 6784) * k5 + (11. / 84) * k6);
  const Vec2 k7 = field(next);
  const Vec2 error = h * ((71. / 57600) * k1 + (-71. / 16695) * k3 + (71. / 1920) * k4 +
                          (-17253. / 339200) * k5 + (22. / 525) * k6 + (-1. / 40) * k7);
  return {next, norm(error)};
}

// The share of the way from `inside` to `outside` at which the edge is crossed.
Vec2 crossing(const Box& box, Vec2 inside, Vec2 outside) {
  const Vec2 way = outside - inside;
  double share = 1;
  for (std::size_t i = 0; i < 2; ++i) {
    const double edge = way[i] > 0 ? box.high[i] : box.low[i];
    if (way[i] != 0) share = min(share, max(0.0, (edge - inside[i]) / way[i]));
  }
  return inside + share * way;
}

// The critical point next to x that Newton's method points to, if it is as near as that.
bool is_at_rest(const Evaluator& f, const Box& box, Vec2 x, Vec2& rest) {
  const Vec2 newton = absolute_newton_step(f.jet(x));
  if (!(norm(newton) < at_rest * box.diagonal())) return false;
  rest = newton;
  return true;
}

Streamline traced(const Evaluator& f, const Box& box, Vec2 x, double longest, double sign) {
  const Field field{f, sign};
  const double diagonal = box.diagonal();
  Streamline line{.points = {x}};
  double h = 1e-3 * diagonal, length = 0;
  for (int i = 0; i < most_steps && length < longest; ++i) {
    Trial next = step(field, x, h);
    while (next.error > tolerance * diagonal && h > shortest_step * diagonal) {
      h = max(0.2 * h, shortest_step * diagonal);
      next = step(field, x, h);
    }
    Vec2 rest;
    if (h < 2 * at_rest * diagonal && is_at_rest(f, box, x, rest)) {
      line.points.push_back(sign < 0 ? x - rest : x + rest);
      line.end = LineEnd::critical_point;
      return line;
    }
    if (!is_finite(next.x) || next.x == x) return line;
    if (!box.contains(next.x)) {
      line.points.push_back(crossing(box, x, next.x));
      line.end = LineEnd::edge;
      return line;
    }
    length += norm(next.x - x);
    x = next.x;
    line.points.push_back(x);
    const double grow = next.error > 0 ? 0.9 * std::pow(tolerance * diagonal / next.error, 0.2) : 4;
    h = min(longest_step * diagonal, h * min(4.0, max(0.3, grow)));
  }
  return line;
}

}  // namespace

Streamline steepest_descent(const Evaluator& f, const Box& box, Vec2 start, double longest) {
  return traced(f, box, start, longest, -1);
}

Streamline steepest_ascent(const Evaluator& f, const Box& box, Vec2 start, double longest) {
  return traced(f, box, start, longest, 1);
}

std::vector<SlopeAt> slope_field(const Landscape& landscape, const Box& box, int nx, int ny) {
  const auto n = static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny);
  std::vector<double> x, y, gx(n), gy(n);
  for (int j = 0; j < ny; ++j)
    for (int i = 0; i < nx; ++i) {
      const Vec2 p = box.at((i + 0.5) / nx, (j + 0.5) / ny);
      x.push_back(p.x);
      y.push_back(p.y);
    }
  sample(landscape, x, y, {}, gx, gy);
  std::vector<SlopeAt> field;
  for (std::size_t k = 0; k < n; ++k)
    if (is_finite({gx[k], gy[k]})) field.push_back({{x[k], y[k]}, {gx[k], gy[k]}});
  return field;
}

}  // namespace fogline
