// SPDX-License-Identifier: MIT
// Verdicts against a second opinion: every landscape with known minima, walked by the methods
// whose ends are easily told, from seeded starts, at default rates and at such as suit it.
#include <string>

#include "catch.hpp"
#include "engine/judged.hpp"
#include "engine/second_opinion.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

#ifdef FOGLINE_SANITIZED
constexpr int starts = 10, noisy_starts = 5;
#else
constexpr int starts = 200, noisy_starts = 50;
#endif

// Where the second opinion has no say on what is claimed of walkers that do not lie still.
struct Unsettled {
  std::string_view id, reason;
};
constexpr Unsettled unsettled[] = {
    {"bukin6", "no compass follows its bent crease; its minimum must be near"},
    {"michalewicz", "troughs whose floors fall by less than 1e-7 of the relief, and never end"}};

bool is_unsettled(const Landscape& l) {
  return std::any_of(std::begin(unsettled), std::end(unsettled),
                     [&](const Unsettled& u) { return u.id == info(l).id; });
}

// The medians over the map of the largest curvature and of the slope.
struct Usual {
  double curvature = 1, slope = 1;
};

Usual usual(const Landscape& l) {
  const Evaluator f = evaluator(l);
  std::vector<double> curvature, slope;
  for (int i = 0; i < 24 * 24; ++i) {
    const Jet j = f.jet(domain(l).at((i % 24 + 0.5) / 24, (i / 24 + 0.5) / 24));
    curvature.push_back(std::hypot(j.xx, j.xy, j.yy));
    slope.push_back(std::hypot(j.x, j.y));
  }
  // Plains would make rates of any size suit.
  const double flat = 1e-9 * *std::max_element(curvature.begin(), curvature.end());
  std::erase_if(curvature, [flat](double c) { return !(c > flat); });
  for (auto* all : {&curvature, &slope})
    std::nth_element(all->begin(), all->begin() + all->size() / 2, all->end());
  return {curvature[curvature.size() / 2], slope[slope.size() / 2]};
}

// The default rate, one that suits the landscape, and one that suits it less.
Optimizer at_rate(std::string_view id, const Landscape& l, const Usual& u, int which) {
  Optimizer o = make_optimizer(id);
  const double width = std::min(domain(l).size().x, domain(l).size().y);
  const double rates[] = {info(o).normalized ? 0.01 * width : 0.1 / u.curvature,
                          info(o).normalized ? 0.002 * width : 0.5 / u.curvature};
  if (which == 0 || info(o).natural_rate > 0) return o;
  return optimizer(id, {{"learning_rate", rates[which - 1]}});
}

std::uint32_t steps_of(const Course& course) {
  const bool slow = info(course.landscape).id == "blur" ||
                    info(course.landscape).id == "random_terrain",
             brief = info(course.optimizer).id == "newton";
  return slow || brief ? 200 : 1000;
}

// Ended when it has not moved for 60 steps.
Trajectory walked_to_rest(const Course& course) {
  Trajectory t(course);
  for (std::uint32_t k = 100; k <= steps_of(course); k += 100) {
    t.extend(k);
    if (t.last() < k || norm(t.at(k).x - t.at(k - 60).x) == 0) break;
  }
  return t;
}

bool claims_place(Verdict v) {
  return v == Verdict::global_minimum || v == Verdict::local_minimum || v == Verdict::saddle ||
         v == Verdict::maximum || v == Verdict::plateau || v == Verdict::lowest_found;
}

Verdict verdict_of(const Polished& p) {
  switch (p.spot) {
    case Spot::minimum:
      return p.global ? Verdict::global_minimum : Verdict::local_minimum;
    case Spot::saddle:
      return Verdict::saddle;
    case Spot::maximum:
      return Verdict::maximum;
    default:
      return Verdict::plateau;
  }
}

// The iterates of the last 50 steps are within 1e-3 of the diagonal, and so is where polishing
// leads.
bool has_rested(const Trajectory& t, const Polished& p, double diagonal) {
  const Vec2 end = t.at(t.last()).x;
  if (p.spot == Spot::nowhere || !(p.moved < 1e-3 * diagonal)) return false;
  for (std::uint32_t k = t.last() - std::min(t.last(), 50u); k < t.last(); ++k)
    if (!(norm(t.at(k).x - end) < 1e-3 * diagonal)) return false;
  return true;
}

// Whether there is what a walker is said to be at that still moves: level ground; where polishing
// leads from the best of its places; or the bottom of the valley that this place and the mean of
// its last steps settle in.
bool is_confirmed(const SecondOpinion& opinion, const Trajectory& t, const Judgement& j) {
  const Vec2 place = j.evidence.place;
  // Far off the map losses of 1e18 leave no digits to tell a slope of 0 by.
  if (opinion.off_map(place) > 3 * opinion.diagonal()) return true;
  if (j.verdict == Verdict::plateau) return opinion.is_flat(place);
  const Polished p = opinion.polished(place);
  if (!j.evidence.hover) return p.moved < 1e-3 * opinion.diagonal() && verdict_of(p) == j.verdict;
  Vec2 mean;
  const std::uint32_t n = std::min(t.last(), 400u);
  for (std::uint32_t k = t.last() - n; k <= t.last(); ++k)
    mean = mean + (1.0 / (n + 1)) * t.at(k).x;
  const bool global = j.verdict == Verdict::global_minimum;
  return (global || j.verdict == Verdict::local_minimum) &&
         opinion.is_lowest(opinion.settled(place), 1e-5) == global &&
         opinion.is_lowest(opinion.settled(mean), 1e-5) == global;
}

bool is_truly_lowest(const SecondOpinion& opinion, const Landscape& l, Vec2 place) {
  if (opinion.is_lowest(opinion.settled(place), 1e-5)) return true;
  const auto all = minima(l);
  return is_unsettled(l) && std::any_of(all.begin(), all.end(), [&](Vec2 m) {
           return norm(m - place) < 0.02 * opinion.diagonal();
         });
}

struct Tally {
  int walks = 0, rested = 0, agreed = 0, claimed = 0, unconfirmed = 0, falsely_lowest = 0;
  std::string first_mistake;

  void count(const Landscape& l, const Trajectory& t, const Survey& map,
             const SecondOpinion& opinion) {
    const Judgement j = judge(map, t, t.last(), false);
    const Polished p = opinion.polished(t.at(t.last()).x);
    ++walks;
    bool right = true;
    if (has_rested(t, p, opinion.diagonal())) {
      ++rested;
      right = j.verdict == verdict_of(p);
      agreed += right;
    } else if (claims_place(j.verdict)) {
      ++claimed;
      right = is_unsettled(l) || is_confirmed(opinion, t, j);
      unconfirmed += !right;
    }
    const bool lowest =
        j.verdict != Verdict::global_minimum || is_truly_lowest(opinion, l, j.evidence.place);
    falsely_lowest += !lowest;
    if ((right && lowest) || !first_mistake.empty()) return;
    const Vec2 start = t.at(0).x, end = t.at(t.last()).x;
    first_mistake = std::string(info(t.course().optimizer).id) + " from " +
                    std::to_string(start.x) + ", " + std::to_string(start.y) + " to " +
                    std::to_string(end.x) + ", " + std::to_string(end.y) + ": " +
                    std::string(id(j.verdict)) + ". " + j.walker_says + " " + j.map_says;
  }
  void add(const Tally& more) {
    walks += more.walks;
    rested += more.rested;
    agreed += more.agreed;
    claimed += more.claimed;
  }
};

// Walks of all landscapes with known minima; `course(l, usual, i)` is that of the i-th start.
template <class CourseOf>
Tally tally_of_all(int n, const CourseOf& course) {
  Tally all;
  for (const Landscape& l : all_landscapes()) {
    if (minima(l).empty()) continue;
    const Usual u = usual(l);
    const Survey map = survey(l);
    const SecondOpinion opinion(l);
    Tally here;
    for (int i = 0; i < n; ++i) {
      const Trajectory t = walked_to_rest(course(l, u, i));
      here.count(l, t, map, drifts(l) ? SecondOpinion(l, t.last()) : opinion);
    }
    INFO(info(l).id << ": " << here.rested << " of " << here.walks << " rested, " << here.agreed
                    << " as told; " << here.claimed << " others claimed. " << here.first_mistake);
    CHECK(here.rested - here.agreed <= here.rested / 100);
    CHECK(here.unconfirmed == 0);
    CHECK(here.falsely_lowest == 0);
    all.add(here);
  }
  return all;
}

Vec2 start_in(const Landscape& l, int i) {
  const Vec2 u = Stream{7, static_cast<std::uint32_t>(i)}.uniform_pair(Purpose::start, 0);
  return domain(l).at(u.x, u.y);
}

Tally tally_of(std::string_view id) {
  return tally_of_all(starts, [&](const Landscape& l, const Usual& u, int i) {
    return Course{.landscape = l, .optimizer = at_rate(id, l, u, i % 3), .start = start_in(l, i)};
  });
}

}  // namespace

TEST_CASE("where gradient descent has rested its verdicts are those of a second opinion") {
  const Tally all = tally_of("gradient_descent");
  CHECK(all.rested > all.walks / 2);
}

TEST_CASE("where momentum has rested its verdicts are those of a second opinion") {
  const Tally all = tally_of("momentum");
  CHECK(all.rested > all.walks / 2);
}

TEST_CASE("where Adam has rested its verdicts are those of a second opinion") {
  const Tally all = tally_of("adam");
  CHECK(all.rested > all.walks / 2);
}

TEST_CASE("where Newton's method has rested its verdicts are those of a second opinion") {
  const Tally all = tally_of("newton");
  CHECK(all.rested > all.walks / 2);
}

TEST_CASE("with noise the places claimed are those of a second opinion") {
  const Tally all = tally_of_all(noisy_starts, [](const Landscape& l, const Usual& u, int i) {
    Course course{.landscape = l,
                  .optimizer = at_rate(i % 2 ? "gradient_descent" : "adam", l, u, i % 3),
                  .start = start_in(l, i),
                  .seed = static_cast<std::uint64_t>(i)};
    course.axes.noise = Noise{.sigma = (i % 4 < 2 ? 0.1 : 1) * u.slope};
    return course;
  });
  CHECK(all.rested + all.claimed > all.walks / 4);
}
