// SPDX-License-Identifier: MIT
// Described parameters of every kind: what they take, what they refuse, what they print.
#include "fogline/core/param.hpp"

#include <array>
#include <stdexcept>

#include "catch.hpp"

using namespace fogline;

namespace {

constexpr std::array<std::string_view, 3> colors{"red", "green", "blue"};

struct Sample {
  double share = 0.5;
  int count = 3;
  bool wanted = true;
  int color = 1;

  std::vector<Param> params() {
    return {real("share", share, {0, 1}, unit_half_open, "A share."),
            integer("count", count, {0, 10}, non_negative, "A count."),
            on_off("wanted", wanted, "A switch."), choice("color", color, colors, "A color.")};
  }
};

// As many weights as `count` says, each at first `scale`.
struct Weights {
  int count = 2;
  double scale = 1;
  std::array<double, 3> weight{1, 1, 1};

  void level() { weight.fill(scale); }
  std::vector<Param> params() {
    constexpr std::array<std::string_view, 3> names{"first", "second", "third"};
    std::vector<Param> all{
        after<&Weights::level>(integer("count", count, {1, 3}, {.low = 1, .high = 3}, "How many."),
                               *this),
        after<&Weights::level>(real("scale", scale, {0, 9}, any_finite, "Of all."), *this)};
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
      all.push_back(real(names[i], weight[i], {0, 9}, any_finite, "One of them."));
    return all;
  }
};

}  // namespace

TEST_CASE("intervals contain their closed ends only, and no NaN or infinity") {
  CHECK(unit_half_open.contains(0));
  CHECK_FALSE(unit_half_open.contains(1));
  CHECK_FALSE(positive.contains(0));
  CHECK(positive.contains(5e-324));
  CHECK(non_negative.contains(-0.0));
  for (const Interval& i : {any_finite, positive, non_negative, unit_half_open})
    for (const double v :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
          -std::numeric_limits<double>::infinity()})
      CHECK_FALSE(i.contains(v));
}

TEST_CASE("intervals say what they allow") {
  CHECK(unit_half_open.text() == "in [0, 1)");
  CHECK(any_finite.text() == "a finite number");
  CHECK(positive.text() == "greater than 0");
  CHECK(non_negative.text() == "at least 0");
  CHECK(Interval{.high = 2}.text() == "at most 2");
  CHECK(Interval{.high = 2, .open_high = true}.text() == "less than 2");
}

TEST_CASE("each kind reads what it prints") {
  Sample s;
  const auto p = s.params();
  CHECK(p[0].kind() == Kind::real);
  CHECK(p[1].kind() == Kind::integer);
  CHECK(p[2].kind() == Kind::on_off);
  CHECK(p[3].kind() == Kind::choice);
  p[0].set_text("0.1");
  p[1].set_text("7");
  p[2].set_text("false");
  p[3].set_text("blue");
  CHECK((s.share == 0.1 && s.count == 7 && !s.wanted && s.color == 2));
  CHECK(p[0].text() == "0.1");
  CHECK(p[1].text() == "7");
  CHECK(p[2].text() == "false");
  CHECK(p[3].text() == "blue");
}

TEST_CASE("refusals name the parameter and what is allowed, and change nothing") {
  Sample s;
  const auto p = s.params();
  CHECK_THROWS_WITH(p[0].set(1), "share must be in [0, 1), not 1");
  CHECK_THROWS_WITH(p[0].set_text("abc"), "share must be a finite number, not 'abc'");
  CHECK_THROWS_WITH(p[1].set(1.5), "count must be a whole number, not 1.5");
  CHECK_THROWS_AS(p[1].set(3e9), std::invalid_argument);
  CHECK_THROWS_WITH(p[2].set_text("maybe"), "wanted must be true or false, not 'maybe'");
  CHECK_THROWS_AS(p[2].set(0.5), std::invalid_argument);
  CHECK_THROWS_WITH(p[3].set_text("pink"), "color must be one of red, green, blue, not 'pink'");
  CHECK_THROWS_AS(p[3].set(3), std::invalid_argument);
  CHECK((s.share == 0.5 && s.count == 3 && s.wanted && s.color == 1));
}

TEST_CASE("a refusal quotes at most 80 characters of what was typed") {
  Sample s;
  try {
    s.params()[0].set_text(std::string(10'000, 'x'));
    FAIL("was taken");
  } catch (const std::invalid_argument& error) {
    CHECK(std::string(error.what()).size() < 140);
  }
}

TEST_CASE("params compare by value") {
  Sample a, b;
  CHECK(same_params(a, b));
  b.color = 0;
  CHECK_FALSE(same_params(a, b));
}

TEST_CASE("params of different number compare as different") {
  Weights a, b;
  b.params()[0].set(3);
  CHECK_FALSE(same_params(a, b));
}

TEST_CASE("what derives from a member follows each set of it, by number or by text") {
  Weights w;
  w.params()[1].set(5);
  CHECK(w.weight == std::array<double, 3>{5, 5, 5});
  w.params()[2].set(7);
  CHECK(w.weight == std::array<double, 3>{7, 5, 5});
  w.params()[1].set_text("4");
  CHECK(w.weight == std::array<double, 3>{4, 4, 4});
}

TEST_CASE("a refused value refreshes nothing") {
  Weights w;
  w.params()[2].set(7);
  CHECK_THROWS_AS(w.params()[0].set(4), std::invalid_argument);
  CHECK_THROWS_AS(w.params()[1].set_text("much"), std::invalid_argument);
  CHECK(w.weight == std::array<double, 3>{7, 1, 1});
}

TEST_CASE("params taken anew for each reach those that an earlier one brought") {
  Weights w;
  std::vector<std::string_view> names;
  for_each_param([&] { return w.params(); },
                 [&](const Param& p) {
                   names.push_back(p.name);
                   p.set(p.name == "count" ? 3 : 2);
                 });
  CHECK(names == std::vector<std::string_view>{"count", "scale", "first", "second", "third"});
  CHECK(w.weight == std::array<double, 3>{2, 2, 2});
}
