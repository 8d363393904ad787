// SPDX-License-Identifier: MIT
// Mini-batches: copies that sum to the terrain exactly, batches that are dealt fairly, and what
// the held-out copies and unequal weights are for.
#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

const Box box{{-5, -5}, {5, 5}};
using Mix = Copies::Mix;

std::vector<Mix> batches(const MiniBatches& settings, std::uint32_t steps,
                         const Stream& random = {}) {
  const Copies copies(settings, box, random);
  Copies::Decks decks;
  std::vector<Mix> all;
  for (std::uint32_t step = 0; step < steps; ++step) all.push_back(copies.batch(step, decks));
  return all;
}

// The copies one by one, in the order in which one epoch deals them.
std::vector<Mix> single(MiniBatches settings) {
  settings.batch = 1;
  return batches(settings, static_cast<std::uint32_t>(settings.copies));
}

// Weights as the whole numbers they are, in units of strength / 2 / (copies 2^20).
std::array<double, Copies::waves> whole(const Mix& mix, const MiniBatches& s) {
  std::array<double, Copies::waves> numbers;
  for (std::size_t j = 0; j < mix.size(); ++j)
    numbers[j] = std::round(mix[j] * 2 / s.strength * s.copies * 0x1p20);
  return numbers;
}

double difference(const Mix& a, const Mix& b) {
  double largest = 0;
  for (std::size_t j = 0; j < a.size(); ++j) largest = std::max(largest, std::abs(a[j] - b[j]));
  return largest;
}

Mix mean(const std::vector<Mix>& all) {
  Mix sum{};
  for (const Mix& m : all)
    for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += m[j] / static_cast<double>(all.size());
  return sum;
}

}  // namespace

TEST_CASE("the copies' perturbations sum to zero exactly") {
  for (const int n : {2, 3, 7, 32, 100, 256})
    for (const double strength : {1.0, 0.1, 37.0}) {
      const MiniBatches s{.copies = n, .strength = strength};
      std::array<double, Copies::waves> sum{};
      for (const Mix& m : single(s)) {
        const auto numbers = whole(m, s);
        for (std::size_t j = 0; j < sum.size(); ++j) {
          CHECK(numbers[j] == Approx(m[j] * 2 / strength * n * 0x1p20).epsilon(1e-14));
          sum[j] += numbers[j];
        }
      }
      for (const double total : sum) CHECK(total == 0);
      CHECK(Copies(s, box, {}).full() == Mix{});
    }
}

TEST_CASE("the full batch is the terrain itself: the plain walk to the bit") {
  for (const Optimizer& o : all_optimizers())
    for (const char* land : {"himmelblau", "rastrigin"}) {
      INFO(info(o).id << " on " << land);
      const Trajectory plain = walked(landscape(land), o, {-1, 1}, 150);
      for (const int batch : {8, 200}) {
        const Axes axes{.mini_batches = MiniBatches{.copies = 8, .batch = batch, .strength = 50}};
        const Trajectory t = walked(landscape(land), o, {-1, 1}, 150, axes);
        REQUIRE(t.last() == plain.last());
        for (std::uint32_t k = 0; k <= t.last(); ++k) REQUIRE(same_bits(t.at(k), plain.at(k)));
        CHECK(t.cost(t.last(), {}) == plain.cost(t.last(), {}));
      }
    }
}

TEST_CASE("a copy's loss deviates from the terrain's by the strength, over place and copies") {
  const MiniBatches s{.copies = 256, .strength = 3};
  const Copies copies(s, box, {});
  double squares = 0, n = 0;
  for (const Mix& m : single(s))
    for (std::uint32_t i = 0; i < 40; ++i, ++n) {
      const Vec2 u = Stream{.seed = 8}.uniform_pair(Purpose::tie, i);
      squares += sq(copies.perturbation(m, box.at(u.x, u.y)));
    }
  CHECK(std::sqrt(squares / n) == Approx(3).epsilon(0.15));
}

TEST_CASE("every epoch deals each copy once, also where batches do not divide it") {
  for (const int b : {1, 4, 5, 31}) {
    const MiniBatches s{.copies = 32, .batch = b};
    std::map<Mix, int> seen;
    for (const Mix& m : single(s)) ++seen[m];
    CHECK(seen.size() == 32);  // all copies differ, and each came up once
    // 32 batches are b epochs: their sum is zero, as whole numbers.
    std::array<double, Copies::waves> sum{};
    for (const Mix& m : batches(s, 32))
      for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += std::round(m[j] * b * 2 * 32 * 0x1p20);
    for (const double total : sum) CHECK(total == 0);
  }
}

TEST_CASE("each epoch has an order of its own, and so has each walker") {
  const MiniBatches s{.copies = 16, .batch = 1};
  const auto first = batches(s, 32), other = batches(s, 16, {.seed = 1, .walker = 1});
  CHECK_FALSE(std::equal(first.begin(), first.begin() + 16, first.begin() + 16));
  CHECK_FALSE(std::equal(other.begin(), other.end(), first.begin()));
  CHECK(std::is_permutation(other.begin(), other.end(), first.begin()));
  CHECK(std::is_permutation(first.begin(), first.begin() + 16, first.begin() + 16));
}

TEST_CASE("a batch is the mean of its copies, and unbiased at every step of an epoch") {
  const MiniBatches s{.copies = 10, .batch = 3};
  const auto each = single(s), three = batches(s, 3);
  for (std::size_t step = 0; step < 3; ++step) {
    const auto first = each.begin() + static_cast<std::ptrdiff_t>(3 * step);
    CHECK(difference(three[step], mean({first, first + 3})) < 1e-15);
  }
  for (const std::uint32_t step : {0u, 1u, 3u, 7u}) {  // step 3 takes of two epochs
    std::vector<Mix> seen;
    const Copies copies(s, box, {});
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
      Copies::Decks decks;
      seen.push_back(Copies(s, box, {.seed = seed}).batch(step, decks));
    }
    // A batch of 3 of 10 has deviation 1/2 sqrt(1/3) (7/9)^1/2 < 0.26 in each weight.
    CHECK(difference(mean(seen), Mix{}) < 4 * 0.26 / std::sqrt(4000));
  }
}

TEST_CASE("a step's batch is one, however often and in whatever order it is asked for") {
  for (const double imbalance : {1.0, 5.0}) {
    const MiniBatches s{.copies = 12, .batch = 5, .imbalance = imbalance};
    const auto forward = batches(s, 40);
    const Copies copies(s, box, {});
    Copies::Decks decks;
    for (std::uint32_t step = 40; step-- > 0;)
      for (int again = 0; again < 2; ++again) CHECK(copies.batch(step, decks) == forward[step]);
  }
}

TEST_CASE("what a step sees is the landscape plus its batch, value and slope") {
  const MiniBatches s{.strength = 2};
  const Landscape l = landscape("himmelblau");
  const Evaluator f = evaluator(l);
  const Trajectory t =
      walked(l, optimizer("gradient_descent"), {-1, 1}, 40, {.mini_batches = s}, 6);
  const Copies copies(s, domain(l), {.seed = 6});
  Copies::Decks decks;
  for (std::uint32_t k = 0; k < 40; ++k) {
    const Vec2 x = t.at(k).x;
    const Jet wave = copies.perturbation(copies.batch(k, decks), jet_point(x));
    const Vec2 g = f.gradient(x).gradient + Vec2{wave.x, wave.y};
    REQUIRE(norm(t.at(k + 1).x - (x - 0.01 * g)) < 1e-13);
    CHECK(same_bits(t.at(k).loss, f.value(x)));
  }
}

TEST_CASE("all evaluations of one step see the same batch") {
  const Landscape l = landscape("bowl");
  const Dressing dressing({.mini_batches = MiniBatches{}}, domain(l), {});
  Teller teller(dressing);
  const Objective told = teller.objective();
  Oracle oracle{.landscape = evaluator(l), .objective = &told};
  oracle.stand({1, 2});
  oracle.question = {7, 0, 7};
  const double value = oracle.value({1, 2});
  CHECK(same_bits(oracle.gradient({1, 2}).value, value));
  CHECK(same_bits(oracle.jet({1, 2}).v, value));
  CHECK(same_bits(oracle.value({1, 2}), value));
  oracle.question = {8, 0, 8};
  CHECK(oracle.value({1, 2}) != value);
}

TEST_CASE("another data seed draws new data, another session seed only other batches") {
  const MiniBatches s;
  MiniBatches other = s;
  other.data_seed = 2;
  CHECK(Copies(s, box, {.seed = 1}).held_out() == Copies(s, box, {.seed = 2}).held_out());
  CHECK_FALSE(Copies(s, box, {}).held_out() == Copies(other, box, {}).held_out());
  auto mine = batches({.copies = 8, .batch = 1}, 8, {.seed = 1}),
       yours = batches({.copies = 8, .batch = 1}, 8, {.seed = 2});
  CHECK_FALSE(mine == yours);
  CHECK(std::is_permutation(mine.begin(), mine.end(), yours.begin()));
}

TEST_CASE("held-out copies are none of the training copies, and their mean is not the terrain") {
  const MiniBatches s{.copies = 16, .held_out = 1};
  const Copies copies(s, box, {});
  for (const Mix& m : single(s)) CHECK(difference(m, copies.held_out()) > 1e-3);
  CHECK(difference(copies.held_out(), Mix{}) > 1e-2);
  const Landscape l = landscape("bowl");
  const Dressing d({.mini_batches = s}, domain(l), {});
  CHECK(d.validation(5, {1, 2}) == 5 + d.value(0, {1, 2}, d.held_out()));
  CHECK(d.validation(5, {1, 2}) != 5);
  CHECK(d.objective(5, {1, 2}) == 5);
}

TEST_CASE("held-out and training copies come from one population") {
  // Over many data sets the held-out mean scatters about the terrain with variance 1/h + 1/n of
  // one copy's: each weight's deviation is 1/2 sqrt(1/8 + 1/16).
  double squares = 0, n = 0;
  for (int seed = 1; seed <= 400; ++seed) {
    const Copies copies({.copies = 16, .data_seed = seed, .held_out = 8}, box, {});
    for (const double w : copies.held_out()) {
      squares += w * w;
      ++n;
    }
  }
  CHECK(squares / n == Approx(0.25 * (1.0 / 8 + 1.0 / 16)).epsilon(0.1));
}

TEST_CASE(
    "imbalance biases the objective towards the copies that count more; resampling undoes it") {
  const MiniBatches s{.copies = 9, .batch = 3, .imbalance = 4};
  const auto each = [&] {
    std::vector<Mix> all;  // each copy by its number: a deck of one epoch, put in order
    MiniBatches plain = s;
    plain.imbalance = 1;
    return single(plain);
  }();
  const Copies copies(s, box, {});
  // Five copies count 4, four count 1. Whichever they are, the mean they ask for is what the
  // batches are drawn around.
  const auto drawn = batches(s, 20'000);
  CHECK(difference(mean(drawn), copies.full()) < 4 * 0.5 / std::sqrt(3 * 20'000));
  CHECK(difference(copies.full(), Mix{}) > 0.02);
  bool found = false;  // among the choices of five of nine copies
  for (int chosen = 0; chosen < 1 << 9 && !found; ++chosen) {
    if (std::popcount(static_cast<unsigned>(chosen)) != 5) continue;
    Mix weighted{};
    for (std::size_t i = 0; i < 9; ++i)
      for (std::size_t j = 0; j < weighted.size(); ++j)
        weighted[j] += (chosen >> i & 1 ? 4 : 1) * each[i][j] / 24;
    found = difference(weighted, copies.full()) < 1e-14;
  }
  CHECK(found);
  MiniBatches again = s;
  again.resample = true;
  CHECK(Copies(again, box, {}).full() == Mix{});
  MiniBatches equal = s;
  equal.imbalance = 1;
  CHECK(batches(again, 50) == batches(equal, 50));
}

TEST_CASE("with imbalance the full batch has another minimum than the terrain") {
  const Axes axes{.mini_batches =
                      MiniBatches{.copies = 16, .batch = 16, .strength = 3, .imbalance = 10}};
  const Landscape l = landscape("bowl");
  const Trajectory t =
      walked(l, optimizer("gradient_descent", {{"learning_rate", 0.1}}), {1, 1}, 400, axes);
  const Dressing d(axes, domain(l), {});
  const Vec2 x = t.at(400).x;
  CHECK(norm(d.gradient(evaluator(l).gradient(x), x, d.training()).gradient) < 1e-9);
  CHECK(t.at(400).loss > 1e-3);
}

TEST_CASE("a batch of b of n costs b / n of every price, a look at h held-out copies h / n") {
  const Prices prices;
  const Trajectory t = walked(landscape("bowl"), optimizer("adam"), {1, 1}, 100,
                              {.mini_batches = MiniBatches{.copies = 32, .batch = 4}});
  CHECK(t.at(100).counts == Counts{.gradients = 100});
  CHECK(t.cost(100, prices) == 100 * 4.0 / 32);
  const Trajectory watched =
      walked(landscape("bowl"), optimizer("adam"), {1, 1}, 100,
             {.mini_batches = MiniBatches{.copies = 32, .batch = 4, .held_out = 16},
              .early_stopping = EarlyStopping{.patience = 1000}});
  CHECK(watched.at(100).counts == Counts{.values = 100, .gradients = 100});
  CHECK(watched.cost(100, prices) == Approx(100 * 4.0 / 32 + 100 * 16.0 / 32 / 3));
  const Trajectory annealed = walked(landscape("bowl"), optimizer("annealing"), {1, 1}, 100,
                                     {.mini_batches = MiniBatches{.copies = 10, .batch = 5}});
  CHECK(annealed.cost(100, prices) == Approx(101.0 / 3 / 2));
}
