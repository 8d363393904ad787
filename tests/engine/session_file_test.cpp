// SPDX-License-Identifier: MIT
// Sessions come back from their files as they were, to the bit.
#include "fogline/engine/session_file.hpp"

#include <bit>

#include "catch.hpp"
#include "engine/sessions.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// Written from what was read, a file is the same: equality in text is equality in bits, -0 and all.
void check_round_trip(const Session& s) {
  const std::string text = session_text(s);
  INFO(text);
  const Session read = parse_session(text, "a.json");
  CHECK(read == s);
  CHECK(session_text(read) == text);
}

std::string refusal(const std::string& text) {
  try {
    parse_session(text, "race.json");
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("every landscape with every optimizer and random values makes the round trip") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    Dice dice{{.seed = seed}};
    const auto all = all_optimizers();
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    for (const Landscape& l : all_landscapes()) {
      check_round_trip(random_session(l, {all.begin(), middle}, dice));
      check_round_trip(random_session(l, {middle, all.end()}, dice));
    }
  }
}

TEST_CASE("numbers keep their sign and every bit") {
  Session s;
  s.experiment.racers.push_back(new_racer(s.experiment, Adam{}, {-0.0, 5e-324}));
  const Session read = parse_session(session_text(s), "a.json");
  const Vec2 start = read.experiment.racers.at(0).start;
  CHECK(std::signbit(start.x));
  CHECK(start.y == 5e-324);
}

TEST_CASE("the first session, an empty one and a full one make the round trip") {
  check_round_trip(first_session());
  check_round_trip({});
  Dice dice{{.seed = 77}};
  std::vector<Optimizer> many(most_racers, Adam{});
  check_round_trip(random_session(Ackley{}, many, dice));
  Session s = first_session();
  s.experiment.racers[0].name = std::string(longest_name, 'n');
  check_round_trip(s);
}

TEST_CASE("what is derived and then changed by hand makes the round trip") {
  Session s = first_session();
  GaussianWells wells;
  wells.params()[0].set(17);
  wells.params()[1].set(6);
  wells.wells.at[4] = {-1.5, 0.25, 7, wells.wells.at[4].width};
  s.experiment.landscape = wells;
  check_round_trip(s);
}

TEST_CASE("landscapes made of others make the round trip with the params of those") {
  Session s = first_session();
  Blur blur;
  blur.inner = Rastrigin{.A = 3.5};
  blur.blur_width = 0.031;
  s.experiment.landscape = blur;
  check_round_trip(s);
  Drift drift;
  drift.params()[0].set_text("gaussian_wells");
  for_each_param([&] { return drift.params(); },
                 [](const Param& p) {
                   if (p.name == "parameter") p.set_text("depth2");
                   if (p.name == "number") p.set(3);
                   if (p.name == "x2") p.set(-1.25);
                   if (p.name == "period") p.set(123);
                 });
  s.experiment.landscape = drift;
  check_round_trip(s);
}

TEST_CASE("params are set in their own order, whatever that of the file") {
  const auto read = [](const std::string& params) {
    return parse_session(R"({"landscape": {"id": "gaussian_wells", "params": {)" + params + "}}}",
                         "a.json")
        .experiment.landscape;
  };
  CHECK(read(R"("x5": 2, "number": 5, "depth1": 3, "seed": 4)") ==
        read(R"("seed": 4, "number": 5, "depth1": 3, "x5": 2)"));
  CHECK_FALSE(read(R"("depth1": 3, "seed": 4)") == read(R"("seed": 4)"));
  CHECK(refusal(R"({"landscape": {"id": "gaussian_wells", "params": {"x5": 2}}})") ==
        "race.json: landscape.params: no key 'x5'; did you mean 'x1'?");
  CHECK(refusal(R"({"landscape": {"id": "bowl", "params": 3}})") ==
        "race.json: landscape.params: must be an object in braces, not number");
}

TEST_CASE("missing keys take their defaults") {
  CHECK(parse_session("{}", "a.json") == Session{});
  CHECK(parse_session(R"({"version": 1, "landscape": {"id": "ackley"}})", "a.json")
            .experiment.landscape == make_landscape("ackley"));
  const Session s = parse_session(
      R"({"landscape": {"id": "rosenbrock", "params": {"b": 5}},
          "racers": [{"optimizer": "adam", "set": {"beta1": 0}}, {"optimizer": "adam"}],
          "view": {"layout": "2d"}})",
      "a.json");
  CHECK(s.experiment.landscape == Landscape(Rosenbrock{.b = 5}));
  REQUIRE(s.experiment.racers.size() == 2);
  CHECK(s.experiment.racers[0].optimizer == Optimizer(Adam{.beta1 = 0}));
  CHECK(s.experiment.racers[0].name == "Adam");
  CHECK(s.experiment.racers[1].name == "Adam 2");
  CHECK(s.experiment.racers[0].start == default_start(s.experiment.landscape));
  CHECK(s.experiment.racers[1].mark != s.experiment.racers[0].mark);
  CHECK(s.experiment.budget == Budget{});
  CHECK(s.view == View{.layout = Layout::map});
}

TEST_CASE("refusals name the file, the place, the cause and the remedy") {
  CHECK(refusal(R"({"racers": [{"optimizer": "adan"}]})") ==
        "race.json: racers[0].optimizer: no optimizer 'adan'; did you mean 'adam'?");
  CHECK(refusal(R"({"landscape": {"id": "rosenbrok"}})") ==
        "race.json: landscape.id: no landscape 'rosenbrok'; did you mean 'rosenbrock'?");
  CHECK(refusal(R"({"seeed": 1})") == "race.json: no key 'seeed'; did you mean 'seed'?");
  CHECK(refusal(R"({"racers": [{"optimizer": "adam", "set": {"beta_1": 0}}]})") ==
        "race.json: racers[0].set: no key 'beta_1'; did you mean 'beta1'?");
  CHECK(refusal(R"({"racers": [{"optimizer": "adam", "axes": {"restart": {}}}]})") ==
        "race.json: racers[0].axes: no key 'restart'; did you mean 'restarts'?");
  CHECK(refusal(R"({"view": {"layout": "4d"}})") ==
        "race.json: view.layout: no layout '4d'; did you mean '3d'?");
  CHECK(refusal(R"({"racers": [{"optimizer": "adam", "set": {"beta1": 1}}]})") ==
        "race.json: racers[0].set.beta1: beta1 must be in [0, 1), not 1");
  CHECK(refusal(R"({"racers": [{}]})").starts_with("race.json: racers[0]: needs an \"optimizer\""));
  CHECK(
      refusal("{\n  \"seed\": 1,,\n}").starts_with("race.json: line 2, column 13: not valid JSON"));
}

TEST_CASE("axes that make no sense with the optimizer are refused, with what to do") {
  const auto racers = [](const std::string& optimizer, const std::string& axes) {
    return R"({"racers": [{"optimizer": "adam"}, {"optimizer": ")" + optimizer + R"(", "axes": {)" +
           axes + "}}]}";
  };
  CHECK(refusal(racers("annealing", R"("schedule": {})")) ==
        "race.json: racers[1].axes.schedule: Annealing has no learning rate; take this axis away, "
        "or choose an optimizer with one");
  CHECK(refusal(racers("annealing", R"("noise": {"sigma": 1})")) ==
        "race.json: racers[1].axes.noise: Annealing asks for no slope; take this axis away, or "
        "choose an optimizer that does");
  CHECK(refusal(racers("annealing", R"("mini_batches": {}, "averaging": {}, "ensemble": {})"))
            .empty());
  CHECK(refusal(racers("adam", R"("schedule": {}, "noise": {}, "warm_start": {})")).empty());
}

TEST_CASE("a warm start must name a racer above") {
  const auto warm = [](const std::string& axis) {
    return R"({"racers": [{"optimizer": "adam"}, {"optimizer": "adam"},
        {"optimizer": "adam", "axes": {"warm_start": )" +
           axis + "}}]}";
  };
  CHECK(refusal(warm(R"({"racer": 1, "landscape": "rosenbrock"})")).empty());
  CHECK(refusal(warm(R"({"racer": 2})")).empty());
  CHECK(refusal(warm("{}")).empty());
  CHECK(refusal(warm(R"({"racer": 3})")) ==
        "race.json: racers[2].axes.warm_start.racer: must be the number of a racer above this one, "
        "from 1 to 2, not 3");
  CHECK(refusal(warm(R"({"racer": 0})")).starts_with("race.json: racers[2].axes.warm_start.racer"));
  CHECK(
      refusal(warm(R"({"landscape": "rosenbrok"})"))
          .starts_with("race.json: racers[2].axes.warm_start.landscape: landscape must be one of"));
  CHECK(refusal(R"({"racers": [{"optimizer": "adam", "axes": {"warm_start": {}}}]})") ==
        "race.json: racers[0].axes.warm_start: no racer stands above the first; take it away, or "
        "move the racer down");
}

TEST_CASE("a newer version is said to be newer, whatever else it holds") {
  const std::string message = refusal(R"({"version": 2, "galaxies": [1, 2]})");
  CHECK(message.starts_with("race.json: version: is 2; this Fogline reads version 1"));
  CHECK(refusal(R"({"version": 1.5})").starts_with("race.json: version: is 1.5"));
}

TEST_CASE("a hyperparameter is written as what it is") {
  const auto annealing = [](const std::string& set) {
    return R"({"racers": [{"optimizer": "annealing", "set": {)" + set + "}}]}";
  };
  CHECK(refusal(annealing(R"("cooling": "linear")")).empty());
  for (const char* wrong :
       {R"("cooling": 1)", R"("cooling": true)", R"("cooling_rate": "0.9")",
        R"("cooling_rate": true)", R"("reheat_every": 1.5)", R"("reheat_every": null)"}) {
    INFO(wrong);
    CHECK(refusal(annealing(wrong)).starts_with("race.json: racers[0].set."));
  }
  for (const char* mark : {"0", "17", "1.5", "-1", "true", "\"1\""}) {
    INFO(mark);
    CHECK(refusal(R"({"racers": [{"optimizer": "adam", "mark": )" + std::string(mark) + "}]}")
              .starts_with("race.json: racers[0].mark: must be"));
  }
}
