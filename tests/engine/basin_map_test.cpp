// SPDX-License-Identifier: MIT
// A map's pixels are the ends of racers, whoever walks them and with what.
#include "fogline/engine/basin_map.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <stdexcept>

#include "catch.hpp"
#include "engine/judged.hpp"
#include "fogline/engine/crew.hpp"
#include "fogline/optimizers/flock.hpp"
#include "fogline/optimizers/noise.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

BasinSetting setting(const char* id, const Optimizer& o, std::size_t side, std::uint32_t steps) {
  const Landscape l = landscape(id);
  return {.landscape = l, .optimizer = o, .box = domain(l), .nx = side, .ny = side, .steps = steps};
}

// Every pixel's end with the number of its basin.
std::vector<std::pair<PixelEnd, std::size_t>> ends(const BasinMap& map) {
  std::vector<std::pair<PixelEnd, std::size_t>> all;
  const Basins known = basins(map);
  for (std::size_t p = 0; p < map.setting().pixels(); ++p)
    all.emplace_back(end_of(map, known, p), known.basin(map, p));
  return all;
}

std::vector<std::pair<PixelEnd, std::size_t>> walked_by(
    unsigned threads, const BasinSetting& s,
    std::optional<InstructionSet> instructions = best_instruction_set()) {
  BasinMap map(s, instructions);
  Crew crew(threads);
  crew.take_up([&map] { return map.advance(Clock::now()); });
  while (!crew.wait(std::chrono::milliseconds(1000))) {
  }
  return ends(map);
}

// Finished, with early ends and without.
std::pair<std::unique_ptr<BasinMap>, std::unique_ptr<BasinMap>> early_and_whole(BasinSetting s) {
  auto early = std::make_unique<BasinMap>(s);
  s.ends_early = false;
  auto whole = std::make_unique<BasinMap>(s);
  early->advance();
  whole->advance();
  return {std::move(early), std::move(whole)};
}

std::vector<BasinSetting> settings() {
  BasinSetting noisy = setting("himmelblau", GradientDescent{}, 9, 60);
  noisy.axes.noise.emplace();
  noisy.seed = 3;
  BasinSetting scheduled = setting("himmelblau", Adam{.learning_rate = 0.3}, 34, 300);
  scheduled.axes.schedule.emplace();
  // A line of minima that leaves the map.
  BasinSetting trough = setting("quadratic", GradientDescent{.learning_rate = 0.02}, 36, 1000);
  trough.landscape = landscape("quadratic", {{"lambda1", 0}});
  // Walked to the end and judged, by far or near, and where decay shifts the minima; the latter
  // over early as well.
  BasinSetting whole = setting("himmelblau", Momentum{}, 18, 150);
  whole.ends_early = false;
  BasinSetting decaying = setting("himmelblau", AdamW{.weight_decay = 0.5}, 20, 250);
  decaying.ends_early = false;
  return {whole,
          decaying,
          setting("peaks", Lion{}, 12, 301),
          setting("rastrigin", RmsProp{}, 9, 2301),
          setting("himmelblau", AdamW{.weight_decay = 0.5}, 20, 250),
          setting("rosenbrock", Momentum{.weight_decay = 0.1}, 13, 222),
          setting("ackley", Rprop{}, 11, 3),
          setting("beale", GradientDescent{.learning_rate = 0.1}, 11, 57),
          setting("cliff", Adam{}, 11, 1),
          setting("himmelblau", Momentum{}, 40, 300),
          setting("himmelblau", Momentum{.learning_rate = 0.02}, 37, 200),
          setting("rastrigin", Adam{}, 36, 600),
          setting("drop_wave", Nesterov{}, 34, 400),
          setting("saddle", GradientDescent{}, 33, 300),
          setting("himmelblau", Newton{}, 12, 60),
          setting("six_hump_camel", Annealing{}, 5, 80),
          setting("drift", Momentum{}, 33, 300),
          setting("drift", AdamW{.weight_decay = 0.1}, 33, 220),
          setting("drift", Adam{}, 5, 2000),
          scheduled,
          trough,
          noisy};
}

}  // namespace

TEST_CASE("a map does not depend on threads or instructions") {
  for (const BasinSetting& s : settings()) {
    INFO(info(s.landscape).id << " " << info(s.optimizer).id);
    const auto expected = walked_by(1, s, std::nullopt);
    CHECK(walked_by(3, s, std::nullopt) == expected);
    for (const auto set : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
      if (is_available(set)) CHECK(walked_by(2, s, set) == expected);
  }
}

TEST_CASE("a pixel is the end of a single racer from that start, with its verdict") {
  for (const BasinSetting& s : settings()) {
    INFO(info(s.landscape).id << " " << info(s.optimizer).id);
    const auto all = walked_by(2, s);
    int different = 0, verdicts = 0;
    for (std::size_t p = 0; p < all.size(); p += 7) {
      const PixelEnd& end = all[p].first;
      Trajectory t(
          {s.landscape, s.optimizer, s.axes, s.start(p), s.seed, static_cast<std::uint32_t>(p)});
      t.extend(end.steps);
      const Iterate answer = t.answer(end.steps);
      different += t.last() != end.steps || !(answer.x == end.x) || answer.loss != end.loss;
      t.extend(std::min(s.steps, end.steps + 1));
      const bool over = t.last() == end.steps;  // no step follows, or none is paid for
      Verdict v = judged(t, end.steps, over && end.steps == s.steps).verdict;
      verdicts += v != end.verdict;
    }
    CHECK(different == 0);
    CHECK(verdicts == 0);
  }
}

TEST_CASE("walks that are over early lie in the valley where the whole walks end") {
  struct Map {
    const char* id;
    Optimizer optimizer;
    double steps = 600;  // are made on average, or fewer
  };
  const Map maps[] = {
      {"himmelblau", Momentum{.learning_rate = 1e-3}},
      {"rastrigin", Momentum{.learning_rate = 1e-3}},
      {"ackley", Momentum{.learning_rate = 1e-2}},
      {"six_hump_camel", Momentum{.learning_rate = 1e-3}},
      {"peaks", Momentum{.learning_rate = 1e-2}},
      // Where decay shifts the minima.
      {"himmelblau", AdamW{.weight_decay = 0.1}, 1000},
      {"himmelblau", AdamW{.learning_rate = 0.05, .weight_decay = 0.01}, 900},
      {"rastrigin", AdamW{}},
      {"ackley", AdamW{}},
      {"six_hump_camel", Momentum{.learning_rate = 1e-2, .weight_decay = 0.05}},
      {"peaks", AdamW{.learning_rate = 0.03}, 900},
  };
  for (const auto& [id, optimizer, most_steps] : maps) {
    INFO(id << " " << info(optimizer).id);
    const BasinSetting s = setting(id, optimizer, 40, 1000);
    const auto [early, whole] = early_and_whole(s);
    const Basins of_early = basins(*early), of_whole = basins(*whole);
    int elsewhere = 0, otherwise = 0;
    double steps = 0;
    for (std::size_t p = 0; p < s.pixels(); ++p) {
      const PixelEnd a = end_of(*early, of_early, p), b = end_of(*whole, of_whole, p);
      steps += a.steps;
      if (a.valley == PixelEnd::no_valley || b.valley == PixelEnd::no_valley)
        elsewhere += a.valley != b.valley || a.verdict != b.verdict;
      else
        elsewhere += norm(of_early.valleys[a.valley].x - of_whole.valleys[b.valley].x) >
                     1e-3 * domain(s.landscape).diagonal();
      otherwise += a.verdict != b.verdict;
    }
    CHECK(elsewhere <= 1);  // of 1600
    CHECK(otherwise <= 1);
    CHECK(steps / static_cast<double>(s.pixels()) < most_steps);
  }
}

TEST_CASE("no rule is over early where it would have gone elsewhere") {
  int maps = 0, early_ones = 0;
  for (const Optimizer& usual : all_optimizers()) {
    if (!flocks(usual, {})) continue;
    for (const double factor : {1, 3, 10, 100})
      for (const char* id : {"himmelblau", "rastrigin", "ackley", "six_hump_camel", "peaks"}) {
        Optimizer o = usual;
        for (Param& p : params(o))
          if (p.name == "learning_rate") p.set(factor * p.get());
        INFO(id << ' ' << info(o).id << ", rate times " << factor);
        const BasinSetting s = setting(id, o, 10, 1000);
        const auto [early, whole] = early_and_whole(s);
        const auto a = ends(*early), b = ends(*whole);
        int otherwise = 0, steps = 0;
        for (std::size_t p = 0; p < a.size(); ++p) {
          otherwise += a[p].first.verdict != b[p].first.verdict || a[p].second != b[p].second;
          steps += a[p].first.steps < b[p].first.steps;
        }
        CHECK(otherwise == 0);
        ++maps;
        early_ones += steps > 0;
      }
  }
  CHECK(early_ones > maps / 4);
}

TEST_CASE("who may make long steps again is not over early on a line of minima") {
  for (const char* id : {"rmsprop", "adam", "amsgrad", "adamax", "nadam", "radam", "yogi"}) {
    INFO(id);
    const auto [early, whole] =
        early_and_whole(setting("michalewicz", make_optimizer(id), 12, 1000));
    const auto a = ends(*early), b = ends(*whole);
    int otherwise = 0;
    for (std::size_t p = 0; p < a.size(); ++p)
      otherwise += a[p].first.verdict != b[p].first.verdict;
    CHECK(otherwise == 0);
  }
}

TEST_CASE("long steps over a near ridge are not forgotten by who lies still") {
  const BasinSetting s = setting("griewank", RAdam{.learning_rate = 6.5}, 12, 1000);
  const auto [early, whole] = early_and_whole(s);
  const Basins of_early = basins(*early), of_whole = basins(*whole);
  int elsewhere = 0;
  for (std::size_t p = 0; p < s.pixels(); ++p) {
    const PixelEnd a = end_of(*early, of_early, p), b = end_of(*whole, of_whole, p);
    if (a.steps == b.steps) continue;
    elsewhere += b.valley == PixelEnd::no_valley ||
                 norm(of_early.valleys[a.valley].x - of_whole.valleys[b.valley].x) > 1;
  }
  CHECK(elsewhere == 0);
}

TEST_CASE("no method that walks alone is over early where it would have gone elsewhere") {
  int early_ones = 0;
  const auto check = [&](const Optimizer& o, const char* land) {
    INFO(land << ' ' << info(o).id);
    const auto [early, whole] = early_and_whole(setting(land, o, 9, 1000));
    const auto a = ends(*early), b = ends(*whole);
    int otherwise = 0;
    for (std::size_t p = 0; p < a.size(); ++p) {
      otherwise += a[p].first.verdict != b[p].first.verdict || a[p].second != b[p].second;
      early_ones += a[p].first.steps < b[p].first.steps;
    }
    CHECK(otherwise == 0);
  };
  int methods = 0;
  for (const Optimizer& o : all_optimizers()) {
    if (flocks(o, {}) || info(o).random || answer(o) != Answer::iterate) continue;
    ++methods;
    for (const char* land : {"himmelblau", "rosenbrock", "drop_wave", "salomon", "schaffer4"})
      check(o, land);
  }
  CHECK(methods >= 5);
  check(SaddleFreeNewton{.line_search = 0}, "drop_wave");
  for (const char* id : {"conjugate_gradient", "bfgs", "lbfgs"})
    check(make_optimizer(id), "flower");  // whose valleys run into a point that is no minimum
  CHECK(early_ones > 0);
}

TEST_CASE("what a piece of work throws ends it, and reaches who waits for it") {
  Crew crew(3);
  std::atomic<int> begun = 0;
  crew.take_up([&]() -> bool {
    if (begun.fetch_add(1) == 5) throw std::runtime_error("no more");
    return false;
  });
  const auto wait = [&] {
    while (!crew.wait(std::chrono::milliseconds(1000))) {
    }
  };
  CHECK_THROWS_WITH(wait(), "no more");
  CHECK(begun >= 6);
  std::atomic<bool> done = false;
  crew.take_up([&] { return done = true; });
  wait();
  CHECK(done);
}

TEST_CASE("valleys are counted, the global ones first, rings as one") {
  BasinMap himmelblau(setting("himmelblau", Momentum{.learning_rate = 1e-3}, 32, 1000));
  himmelblau.advance();
  const Basins four = basins(himmelblau);
  REQUIRE(four.valleys.size() == 4);
  std::size_t pixels = 0;
  for (const Valley& v : four.valleys) {
    CHECK(v.verdict == Verdict::global_minimum);
    pixels += v.pixels;
  }
  CHECK(pixels + (four.others.empty() ? 0 : four.others[0].pixels) == 1024);
  for (std::size_t i = 1; i < 4; ++i) CHECK(four.valleys[i - 1].x.x < four.valleys[i].x.x);

  BasinMap rings(setting("drop_wave", GradientDescent{.learning_rate = 1e-3}, 32, 1000));
  rings.advance();
  const Basins few = basins(rings);
  REQUIRE(!few.valleys.empty());
  CHECK(few.valleys.size() < 40);
  CHECK(few.valleys[0].verdict == Verdict::global_minimum);
  CHECK(std::count_if(few.valleys.begin(), few.valleys.end(),
                      [](const Valley& v) { return v.connected; }) >= 3);

  BasinMap camel(setting("six_hump_camel", Momentum{.learning_rate = 1e-3}, 32, 1000));
  camel.advance();
  const Basins six = basins(camel);
  CHECK(six.valleys.size() == 6);
  CHECK(six.valleys[1].verdict == Verdict::global_minimum);
  CHECK(six.valleys[2].verdict == Verdict::local_minimum);
}

TEST_CASE("thousands of valleys lie apart, each with those who ended in it") {
  const BasinSetting s = setting("ackley", GradientDescent{}, 60, 1000);
  BasinMap map(s);
  map.advance();
  const Basins known = basins(map);
  CHECK(known.valleys.size() > 3000);
  const double reach = 1e-3 * s.box.diagonal();
  int near = 0, far = 0;
  std::vector<std::size_t> pixels(known.valleys.size());
  for (std::size_t i = 0; i < known.valleys.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      near += norm(known.valleys[i].x - known.valleys[k].x) < reach;
  for (std::size_t p = 0; p < s.pixels(); ++p) {
    const PixelEnd end = end_of(map, known, p);
    if (end.valley == PixelEnd::no_valley) continue;
    ++pixels[end.valley];
    far += !(norm(known.valleys[end.valley].x - end.x) < 2 * reach);
  }
  CHECK(near == 0);
  CHECK(far == 0);
  for (std::size_t i = 0; i < pixels.size(); ++i) REQUIRE(known.valleys[i].pixels == pixels[i]);
}

TEST_CASE("starts however far off the map end as they do alone") {
  for (const char* land : {"easom", "himmelblau"})
    for (const double far : {1e12, 1e40, 1e200}) {
      BasinSetting s = setting(land, GradientDescent{}, 6, 200);
      s.box = {{-far, -far}, {far, far}};
      INFO(land << " " << far);
      CHECK(walked_by(1, s) == walked_by(1, s, std::nullopt));
    }
}

TEST_CASE("a map can be given up at any time, and nothing stays behind") {
  const BasinSetting s = setting("rastrigin", Momentum{.learning_rate = 1e-3}, 64, 1000);
  Crew crew(2);
  std::vector<std::weak_ptr<BasinMap>> all;
  std::shared_ptr<BasinMap> map;
  for (int i = 0; i < 1000; ++i) {
    if (map) map->cancel();
    map = std::make_shared<BasinMap>(s);
    all.push_back(map);
    crew.take_up([map] { return map->advance(Clock::now()); });
  }
  while (!crew.wait(std::chrono::milliseconds(1000))) {
  }
  CHECK(map->tiles_done() == map->tiles());
  CHECK(ends(*map) == walked_by(1, s));
  map.reset();
  int left = 0;
  for (const auto& one : all) left += !one.expired();
  CHECK(left == 0);
}

TEST_CASE("tiles are nearly square, and every pixel is in one of them") {
  const std::pair<std::size_t, std::size_t> sizes[] = {{1, 1},    {5, 3},     {32, 32}, {33, 31},
                                                       {64, 100}, {5000, 1},  {1, 777}, {3, 4000},
                                                       {512, 64}, {1023, 257}};
  for (const auto& [nx, ny] : sizes)
    for (const std::size_t most : {1u, 64u, 1024u}) {
      INFO(nx << " x " << ny << ", tiles of " << most);
      const Tiling tiling(nx, ny, most);
      std::size_t all = 0, wrong = 0;
      for (std::size_t t = 0; t < tiling.tiles(); ++t) {
        CHECK(tiling.size(t) <= most);
        all += tiling.size(t);
        for (std::size_t k = 0; k < tiling.size(t); ++k) {
          const std::size_t pixel = tiling.pixel(t, k);
          wrong += tiling.tile_of(pixel) != t || tiling.index_of(pixel) != k;
        }
      }
      CHECK(wrong == 0);
      CHECK(all == nx * ny);
      CHECK(tiling.tiles() <= 4 * (nx * ny / most + 1));
    }
}

TEST_CASE("a part of a map is that part of the whole") {
  const BasinSetting s = setting("himmelblau", Adam{}, 64, 300);
  BasinMap whole(s), part(s);
  whole.advance();
  part.restrict_to(1, 3);
  part.advance();
  CHECK(part.tiles_done() == 2);
  for (const std::size_t tile : {1u, 2u}) CHECK(part[tile].pixels == whole[tile].pixels);
}
