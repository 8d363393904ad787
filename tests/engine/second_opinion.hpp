// SPDX-License-Identifier: MIT
// A second opinion on where a walk has ended: an own Newton iteration, own eigenvalues, own rules
// for kinks and for curves of minima. It shares nothing with the engine's verdicts but the formula.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "fogline/landscapes/dimension.hpp"

namespace fogline::tests {

enum class Spot { nowhere, minimum, saddle, maximum, flat };

// Where polishing leads from a place, and what is there.
struct Polished {
  Spot spot = Spot::nowhere;
  Vec2 x;
  double loss = 0;
  double moved = HUGE_VAL;  // domain units
  bool global = false;      // a minimum, on the map, as low as the lowest listed
  bool kink = false;        // a listed minimum where the slope does not vanish
};

class SecondOpinion {
 public:
  explicit SecondOpinion(const Landscape& landscape, double time = 0)
      : f_(evaluator(landscape)),
        box_(domain(landscape)),
        listed_(minima(landscape)),
        is_curve_(dimension(landscape) == 1) {
    f_.time = time;
    for (const Vec2 m : listed_) lowest_ = std::min(lowest_, f_.value(m));
    std::vector<double> losses;
    for (int i = 0; i < 40 * 40; ++i)
      losses.push_back(f_.value(box_.at((i % 40 + 0.5) / 40, (i / 40 + 0.5) / 40)));
    std::nth_element(losses.begin(), losses.begin() + 800, losses.end());
    const double least = *std::min_element(losses.begin(), losses.begin() + 800);
    relief_ = losses[800] - std::min(lowest_, least);
    for (const Vec2 m : listed_) is_kink_.push_back(is_kink(m));
  }

  double diagonal() const { return box_.diagonal(); }
  double lowest() const { return lowest_; }
  double relief() const { return relief_; }
  const Evaluator& f() const { return f_; }

  // By Newton's method to the critical point next to `from`, of any kind; where there is none,
  // by Newton's method on |H| downhill.
  Polished polished(Vec2 from) const {
    Polished p = next_to(from);
    if (p.spot == Spot::nowhere) p = downhill_of(from);
    if (p.spot != Spot::minimum) take_kink(from, p);
    p.global = p.spot == Spot::minimum && is_lowest(p.x);
    return p;
  }

  // Where a compass search leads that begins with steps of 2e-3 of the diagonal and needs no slope.
  Vec2 settled(Vec2 x) const {
    double here = f_.value(x);
    for (double r = 2e-3 * diagonal(); r > 1e-8 * diagonal(); r *= 0.5)
      for (int moves = 0; moves < 400; ++moves) {
        Vec2 best = x;
        for (int k = 0; k < 32; ++k) {
          const Vec2 to = x + r * direction(k, 32);
          if (const double there = f_.value(to); there < here) {
            here = there;
            best = to;
          }
        }
        if (best == x) break;
        x = best;
      }
    return x;
  }
  bool is_lowest(Vec2 x, double share = 1e-9) const {
    return off_map(x) < 1e-6 * diagonal() && f_.value(x) <= lowest_ + share * relief_;
  }
  double off_map(Vec2 x) const {
    return norm(x - Vec2{std::clamp(x.x, box_.low.x, box_.high.x),
                         std::clamp(x.y, box_.low.y, box_.high.y)});
  }

  // Slope and curvature are next to nothing, told without any critical point.
  bool is_flat(Vec2 x) const {
    const Jet j = f_.jet(x);
    const double d = diagonal();
    return norm({j.x, j.y}) * d < 0.01 * relief_ &&
           std::hypot(j.xx, std::sqrt(2) * j.xy, j.yy) * d * d < 0.15 * relief_;
  }

 private:
  static bool is_finite(Vec2 x) { return std::isfinite(x.x) && std::isfinite(x.y); }

  // (|H| + m I)^-1 g by |H| = (H H + |det H| I) / trace |H|.
  Vec2 step(const Jet& j) const {
    const double det = std::abs(j.xx * j.yy - j.xy * j.xy);
    const double xx = j.xx * j.xx + j.xy * j.xy + det, yy = j.yy * j.yy + j.xy * j.xy + det,
                 xy = j.xy * (j.xx + j.yy);
    const double trace = std::sqrt(xx + yy);
    if (!(trace > 0)) return {j.x, j.y};
    const double m = 1e-10 * trace, a = xx / trace + m, b = xy / trace, c = yy / trace + m;
    const double whole = a * c - b * b;
    return {(c * j.x - b * j.y) / whole, (a * j.y - b * j.x) / whole};
  }

  // H^-1 g; a direction along which neither slope nor curvature would change the loss by 1e-7 of
  // the relief across the map is level and not gone along.
  Vec2 signed_step(const Jet& j) const {
    const double mean = 0.5 * (j.xx + j.yy), off = std::hypot(0.5 * (j.xx - j.yy), j.xy);
    const double angle = 0.5 * std::atan2(2 * j.xy, j.xx - j.yy), d = diagonal();
    const Vec2 u{std::cos(angle), std::sin(angle)}, v{-u.y, u.x};
    const auto along = [&](Vec2 e, double curvature) {
      const double slope = e.x * j.x + e.y * j.y;
      const bool level =
          std::abs(slope) * d < 1e-7 * relief_ && std::abs(curvature) * d * d < 1e-7 * relief_;
      return level || slope == 0 ? Vec2{} : (slope / curvature) * e;
    };
    // mean + off is the eigenvalue along u; the other from the product, lest it cancel
    const double high = mean >= 0 ? mean + off : (j.xx * j.yy - j.xy * j.xy) / (mean - off);
    const double low =
        mean >= 0 && mean + off > 0 ? (j.xx * j.yy - j.xy * j.xy) / (mean + off) : mean - off;
    return along(u, high) + along(v, low);
  }

  // Beside a crease the Newton step is short because the curvature is without bound.
  bool has_no_slope(const Jet& j) const {
    return std::hypot(j.x, j.y) * diagonal() < 1e-5 * std::max(relief_, std::abs(j.v));
  }

  Polished next_to(Vec2 from) const {
    Vec2 x = from;
    Jet j = f_.jet(x);
    Vec2 s = signed_step(j);
    for (int i = 0; i < 200 && norm(x - s - from) < 1e-3 * diagonal(); ++i) {
      const Jet there = f_.jet(x - s);
      if (!(std::hypot(there.x, there.y) < std::hypot(j.x, j.y))) break;
      x = x - s;
      j = there;
      s = signed_step(j);
    }
    Polished p{.x = x, .loss = j.v, .moved = norm(x - from)};
    if (norm(s) < 1e-7 * diagonal() && has_no_slope(j)) p.spot = spot_of(x, j);
    return p;
  }

  Polished downhill_of(Vec2 from) const {
    Vec2 x = from;
    Jet j = f_.jet(x);
    double newton = HUGE_VAL;
    for (int i = 0; i < 300 && is_finite(x); ++i) {
      Vec2 s = step(j);
      newton = norm(s);
      if (!(newton > 1e-11 * diagonal())) break;
      s = std::min(1.0, 0.05 * diagonal() / newton) * s;
      int halvings = 0;
      while (halvings < 40 && !improves(j, x - s)) {
        s = 0.5 * s;
        ++halvings;
      }
      if (halvings == 40) break;
      x = x - s;
      j = f_.jet(x);
    }
    Polished p{.x = x, .loss = j.v, .moved = norm(x - from)};
    if (newton <= 1e-8 * diagonal() && has_no_slope(j)) p.spot = spot_of(x, j);
    return p;
  }

  bool improves(const Jet& j, Vec2 x) const {
    const Jet there = f_.jet(x);
    if (there.v < j.v - 1e-14 * std::abs(j.v)) return true;
    return there.v <= j.v + 1e-14 * std::abs(j.v) &&
           std::hypot(there.x, there.y) < std::hypot(j.x, j.y);
  }

  Spot spot_of(Vec2 x, const Jet& j) const {
    const double mean = 0.5 * (j.xx + j.yy), off = std::hypot(0.5 * (j.xx - j.yy), j.xy);
    const double zero =
        std::max(1e-12 * (std::abs(mean) + off), 1e-7 * relief_ / (diagonal() * diagonal()));
    if (!(std::abs(mean - off) > zero && std::abs(mean + off) > zero))
      return seen_around(x, j.v, 3e-4);
    const Spot told = mean - off > 0   ? Spot::minimum
                      : mean + off < 0 ? Spot::maximum
                                       : Spot::saddle;
    if (is_kinked(told, x, j)) return seen_around(x, j.v, 1e-5);
    return is_curve_ && told == Spot::saddle ? Spot::maximum : told;
  }

  // Creases lead downhill where all curvature is upward, and the like.
  bool is_kinked(Spot told, Vec2 x, const Jet& j) const {
    const double level = 1e-13 * std::abs(j.v), r = 3e-6 * diagonal();
    for (int k = 0; k < 64; ++k) {
      const Vec2 u = direction(k, 64);
      const double rise = f_.value(x + r * u) - j.v,
                   bend = u.x * u.x * j.xx + 2 * u.x * u.y * j.xy + u.y * u.y * j.yy;
      if (told == Spot::minimum ? rise < -level : told == Spot::maximum && rise > level)
        return true;
      const bool is_steep = 0.5 * std::abs(bend) * r * r > 100 * level &&
                            std::abs(bend) > 0.1 * std::hypot(j.xx, j.xy, j.yy);
      if (is_steep && rise * bend < 0) return true;
    }
    return false;
  }

  // Of a degenerate place: the smallest circle that is not level. Along a curve of minima nothing
  // falls.
  Spot seen_around(Vec2 x, double here, double least) const {
    for (const double r : {least, 10 * least, 30 * least}) {
      const double level = 1e-7 * relief_ * r + 1e-13 * std::abs(here);
      bool lower = false, higher = false;
      for (int k = 0; k < 64; ++k) {
        const double v = f_.value(x + r * diagonal() * direction(k, 64));
        lower = lower || v < here - level;
        higher = higher || v > here + level;
      }
      if (lower) return higher ? Spot::saddle : Spot::maximum;
      if (higher) return Spot::minimum;
    }
    return Spot::flat;
  }

  static Vec2 direction(int k, int n) {
    return {std::cos(2 * pi * k / n), std::sin(2 * pi * k / n)};
  }

  // At a kink the slope is as large a tenth as far away.
  bool is_kink(Vec2 m) const {
    const auto steepest = [&](double r) {
      double slope = 0;
      for (int k = 0; k < 8; ++k) {
        const double angle = 0.1 + pi * k / 4;
        const Gradient g = f_.gradient(m + r * diagonal() * Vec2{std::cos(angle), std::sin(angle)});
        slope = std::max(slope, norm(g.gradient));
      }
      return slope;
    };
    return steepest(1e-7) > 0.5 * steepest(1e-6);
  }

  void take_kink(Vec2 from, Polished& p) const {
    for (std::size_t i = 0; i < listed_.size(); ++i) {
      const double moved = norm(listed_[i] - from);
      if (!is_kink_[i] || !(moved < 1e-3 * diagonal())) continue;
      if (p.spot != Spot::nowhere && p.moved < moved) continue;
      p = {.spot = Spot::minimum,
           .x = listed_[i],
           .loss = f_.value(listed_[i]),
           .moved = moved,
           .kink = true};
    }
  }

  Evaluator f_;
  Box box_;
  std::vector<Vec2> listed_;
  bool is_curve_ = false;  // held at y = 0, where it bends up
  std::vector<bool> is_kink_;
  double lowest_ = HUGE_VAL, relief_ = 1;
};

}  // namespace fogline::tests
