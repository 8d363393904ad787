// SPDX-License-Identifier: MIT
// Gradients and Hessians of every landscape against central differences, and against each other.
#include "catch.hpp"
#include "landscapes/exceptions.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// How far an error may reach: rounding of losses this large over the step, and higher derivatives.
struct Tolerance {
  double scale;
  auto operator()(double v) const { return Approx(v).epsilon(1e-6).margin(1e-6 * scale); }
};

// The derivative of f at 0 by central differences of fourth order, which ripples 0.01 wide bear.
template <class F>
double difference(const F& f) {
  const double h = 1e-5;
  return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
}

void check_at(const Evaluator& f, Vec2 p, double scale) {
  const auto value = [&](Vec2 d) { return f.value(p + d); };
  const auto gradient = [&](Vec2 d) { return f.gradient(p + d).gradient; };
  const Gradient g = f.gradient(p);
  const Jet j = f.jet(p);
  const Tolerance close{scale};
  CHECK(g.gradient.x == close(difference([&](double h) { return value({h, 0}); })));
  CHECK(g.gradient.y == close(difference([&](double h) { return value({0, h}); })));
  CHECK(j.x == Approx(g.gradient.x).epsilon(1e-10).margin(1e-10 * scale));
  CHECK(j.y == Approx(g.gradient.y).epsilon(1e-10).margin(1e-10 * scale));
  CHECK(j.xx == close(difference([&](double h) { return gradient({h, 0}).x; })));
  CHECK(j.xy == close(difference([&](double h) { return gradient({0, h}).x; })));
  CHECK(j.yy == close(difference([&](double h) { return gradient({0, h}).y; })));
}

}  // namespace

TEST_CASE("gradients and Hessians agree with central differences on every landscape") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    for (const Vec2 p : lattice(domain(landscape), 13)) {
      if (has_kink(landscape, p)) continue;
      INFO("at " << p.x << ", " << p.y);
      check_at(f, p, 1 + std::abs(f.value(p)));
    }
  }
}

TEST_CASE("value, gradient and jet agree on the value to the bit") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    int different = 0;
    for (const Vec2 p : lattice(domain(landscape), 41)) {
      const double value = f.value(p);
      different += f.gradient(p).value != value || f.jet(p).v != value;
    }
    CHECK(different == 0);
  }
}

TEST_CASE("every landscape is finite over its domain, with its slopes and curvatures") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    int bad = 0;
    for (const Vec2 p : lattice(domain(landscape), 41)) {
      const Jet j = f.jet(p);
      for (const double v : {j.v, j.x, j.y, j.xx, j.xy, j.yy}) bad += !std::isfinite(v);
      bad += !is_finite(f.gradient(p).gradient);
    }
    CHECK(bad == 0);
  }
}

TEST_CASE("the bands exempt around kinks are a small part of each domain") {
  for (const Kink& kink : kinks) {
    INFO(kink.id << ": " << kink.reason);
    const Box box = domain(make_landscape(kink.id));
    int exempt = 0;
    for (const Vec2 p : lattice(box, 201)) exempt += kink.at(p);
    CHECK(exempt < 0.05 * 201 * 201);
  }
}

TEST_CASE("at every kink slopes are 0 or finite, never NaN") {
  const auto check = [](std::string_view id, Vec2 p) {
    INFO(id << " at " << p.x << ", " << p.y);
    const Landscape landscape = make_landscape(id);
    const Evaluator f = evaluator(landscape);
    const Jet j = f.jet(p);
    CHECK(has_kink(landscape, p));
    for (const double v : {j.v, j.x, j.y, j.xx, j.xy, j.yy}) CHECK(std::isfinite(v));
    CHECK(f.gradient(p).gradient == Vec2{j.x, j.y});
  };
  for (const std::string_view id :
       {"ackley", "salomon", "flower", "schwefel", "cross_in_tray", "holder_table", "alpine"})
    check(id, {0, 0});
  check("schwefel", {0, 12});
  check("eggholder", {0, -47});
  check("eggholder", {100, -97});
  check("eggholder", {100, 53});
  check("cross_in_tray", {0, 3});
  check("holder_table", {pi, 0});
  check("bukin6", {-10, 1});
  check("bukin6", {-10, 2});
  check("alpine", {0, 3});
}

TEST_CASE("the tips of cones have slope 0 and the curvature of what is smooth there") {
  for (const std::string_view id : {"ackley", "salomon"}) {
    INFO(id);
    const Landscape landscape = make_landscape(id);
    const Evaluator f = evaluator(landscape);
    const Jet j = f.jet({0, 0});
    CHECK(j.v == 0);
    CHECK(j.x == 0);
    CHECK(j.y == 0);
    CHECK(j.xx == Approx(id == "salomon" ? 4 * pi * pi : 2 * pi * pi * euler).epsilon(1e-14));
    CHECK(j.xy == 0);
    CHECK(j.yy == j.xx);
    CHECK(f.gradient({0, 0}).gradient == Vec2{0, 0});
  }
}

TEST_CASE("drop-wave is smooth at its centre: the Hessian is 72.5 I") {
  const Landscape landscape = make_landscape("drop_wave");
  const Evaluator f = evaluator(landscape);
  for (const Vec2 p : {Vec2{0, 0}, {1e-9, 0}, {3e-6, -4e-6}}) {
    const Jet j = f.jet(p);
    CHECK(j.xx == Approx(72.5).epsilon(1e-7));
    CHECK(j.xy == Approx(0).margin(1e-5));
    CHECK(j.yy == Approx(72.5).epsilon(1e-7));
    CHECK(j.x == Approx(72.5 * p.x).epsilon(1e-7));
  }
  CHECK(f.jet({0, 0}).xx == 72.5);
}

TEST_CASE("the monkey saddle is flat to second order at its centre") {
  const Landscape landscape = make_landscape("monkey_saddle");
  const Jet j = evaluator(landscape).jet({0, 0});
  for (const double v : {j.v, j.x, j.y, j.xx, j.xy, j.yy}) CHECK(v == 0);
}
