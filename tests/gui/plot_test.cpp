// SPDX-License-Identifier: MIT
// Axes, ticks, thinning, and what a plot reads under the pointer.
#include "gui/plot.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "catch.hpp"
#include "gui/decimate.hpp"
#include "harness.hpp"

using namespace fogline::gui;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double nan_value = std::nan("");

std::vector<double> values_of(const std::vector<AxisTick>& ticks) {
  std::vector<double> values;
  for (const AxisTick& tick : ticks) values.push_back(tick.value);
  return values;
}

}  // namespace

TEST_CASE("steps of ticks are 1, 2 or 5 times a power of ten") {
  CHECK(nice_step(10, 10) == Approx(1));
  CHECK(nice_step(10, 4) == Approx(5));
  CHECK(nice_step(0.7, 4) == Approx(0.2));
  CHECK(nice_step(900, 2) == Approx(500));
}

TEST_CASE("linear ticks are round and inside") {
  CHECK(values_of(axis_ticks({.low = -1.2, .high = 3.1}, 5)) ==
        std::vector<double>{-1, 0, 1, 2, 3});
  CHECK(values_of(whole_ticks(0, 3, 10)) == std::vector<double>{0, 1, 2, 3});
  CHECK(whole_ticks(0, 1000000, 2).back().label == "1000000");
}

TEST_CASE("log ticks are powers of ten, thinned when there are many") {
  CHECK(values_of(axis_ticks({AxisScale::log, 1e-3, 20}, 8)) ==
        std::vector<double>{1e-3, 1e-2, 0.1, 1, 10});
  const auto many = axis_ticks({AxisScale::log, 1e-300, 1e300}, 6);
  CHECK(many.size() >= 3);
  CHECK(many.size() <= 12);
  CHECK(axis_ticks({AxisScale::log, 2, 7}, 5).size() >= 2);
}

TEST_CASE("symlog ticks hold zero and both signs") {
  const auto ticks = values_of(axis_ticks({AxisScale::symlog, -100, 1000, 1}, 20));
  CHECK(ticks == std::vector<double>{-100, -10, -1, 0, 1, 10, 100, 1000});
}

TEST_CASE("every axis is monotone and undone by its inverse") {
  for (const Axis& axis : {Axis{AxisScale::linear, -2, 5}, Axis{AxisScale::log, 1e-4, 30},
                           Axis{AxisScale::symlog, -40, 1e4, 0.1}}) {
    double before = -1;
    for (int i = 0; i <= 100; ++i) {
      const double fraction = axis_fraction(axis, axis_value(axis, i / 100.));
      CHECK(fraction == Approx(i / 100.).margin(1e-9));
      CHECK(fraction > before);
      before = fraction;
    }
  }
  CHECK(std::isnan(axis_fraction({AxisScale::log, 1, 2}, 0)));
  CHECK(std::isnan(axis_fraction({}, nan_value)));
}

TEST_CASE("a fitted axis holds all finite values and is never empty") {
  for (const std::vector<double>& values : {std::vector<double>{},
                                            {5},
                                            {0},
                                            {-3, nan_value, 8},
                                            {infinity, 2},
                                            {1e-320, 1e300},
                                            {-1e308, 1e308},
                                            {nan_value, -infinity}})
    for (AxisScale scale : {AxisScale::linear, AxisScale::log, AxisScale::symlog}) {
      const Axis axis = fitted_axis(values, scale);
      INFO(values.size() << " values, scale " << static_cast<int>(scale));
      CHECK(axis.low < axis.high);
      for (double v : values)
        if (std::isfinite(v) && std::abs(v) > 1e-300) CHECK((axis.low <= v && v <= axis.high));
      CHECK(axis_ticks(axis, 5).size() < 200);
    }
}

TEST_CASE("a log axis over values that are not positive becomes symlog") {
  const std::vector<double> values{-1, 10};
  CHECK(fitted_axis(values, AxisScale::log).scale == AxisScale::symlog);
  CHECK(natural_scale(std::vector<double>{1, 2, 3}) == AxisScale::linear);
  CHECK(natural_scale(std::vector<double>{1e-3, 100}) == AxisScale::log);
  CHECK(natural_scale(std::vector<double>{-6, 0.01, 1e6}) == AxisScale::symlog);
}

TEST_CASE("thinning keeps first, last and both extremes of every column") {
  constexpr std::size_t count = 100000;
  std::vector<float> columns(count);
  std::vector<double> heights(count);
  for (std::size_t i = 0; i < count; ++i) {
    columns[i] = static_cast<float>(i) * 300.f / count;
    heights[i] = std::sin(static_cast<double>(i) * 0.37);
  }
  heights[54321] = 1e9;
  heights[777] = -1e9;
  const auto kept = kept_points(columns, heights);
  CHECK(kept.size() <= 1200);
  CHECK(std::ranges::is_sorted(kept));
  CHECK(kept.front() == 0);
  CHECK(kept.back() == count - 1);
  CHECK(std::ranges::find(kept, 54321u) != kept.end());
  CHECK(std::ranges::find(kept, 777u) != kept.end());
}

TEST_CASE("thinning leaves few points alone and marks gaps") {
  const std::vector<float> columns{0, 1, 2, 3, 4, 5};
  const std::vector<double> heights{1, 2, nan_value, nan_value, 3, 4};
  CHECK(kept_points(columns, heights) == std::vector<std::size_t>{0, 1, 2, 4, 5});
}

TEST_CASE("hovering a plot reads the nearest curve's nearest point before the playhead") {
  std::vector<double> low(101), high(101);
  std::iota(low.begin(), low.end(), 0.);
  for (std::size_t i = 0; i < 101; ++i) high[i] = 200 - low[i];
  const std::vector<Series> series{{.y = low, .mark = 0}, {.y = high, .mark = 1}};
  double playhead = 100;
  std::optional<PlotHover> hover;
  test::Harness harness([&](Ui& ui) {
    hover = plot(ui, "curve", {.series = series, .x_high = 100, .playhead = playhead});
  });
  const Item item = *harness.ui.registry.find("curve");
  harness.move({item.max.x - 13, item.min.y + 90});
  REQUIRE(hover);
  CHECK(hover->index > 95);
  CHECK(hover->y == Approx(series[hover->series].y[hover->index]));
  playhead = 40;
  harness.move({item.max.x - 14, item.min.y + 40});
  REQUIRE(hover);
  CHECK(hover->series == 1);
  CHECK(hover->index == 40);
  playhead = -1;
  harness.frame();
  CHECK(!hover);
}

TEST_CASE("a plot over cost reads points at or before the playhead") {
  const std::vector<double> y{5, 4, 3}, cost{0, 10, 25};
  const std::vector<Series> series{{.y = y, .x = cost}};
  std::optional<PlotHover> hover;
  test::Harness harness(
      [&](Ui& ui) { hover = plot(ui, "curve", {.series = series, .x_high = 30, .playhead = 24}); });
  const Item item = *harness.ui.registry.find("curve");
  harness.move({item.max.x - 14, item.min.y + 40});
  REQUIRE(hover);
  CHECK(hover->index == 1);
}

TEST_CASE("a plot of any values and many points draws within ImGui's limits") {
  std::vector<double> wild(200000);
  for (std::size_t i = 0; i < wild.size(); ++i)
    wild[i] = i % 7 == 0 ? nan_value : i % 11 == 0 ? infinity : std::sin(static_cast<double>(i));
  const std::vector<Series> series{{.y = wild, .mark = 9}};
  test::Harness harness([&](Ui& ui) {
    plot(ui, "curve", {.series = series, .x_high = 2e5, .playhead = 2e5, .size = {380, 200}});
    plot(ui, "tiny", {.series = series, .x_high = 0, .playhead = 1, .size = {3, 2}});
  });
  harness.frames(2);
  CHECK(ImGui::GetDrawData()->TotalVtxCount < 60000);
}
