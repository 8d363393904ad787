// SPDX-License-Identifier: MIT
// Paths on the way to triangles: projection, clipping, simplification, joints.
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <random>

#include "catch.hpp"
#include "render/polyline.hpp"
#include "render/strip.hpp"

using namespace fogline;
using namespace fogline::render;

namespace {

const Box domain{{-1, -1}, {1, 1}};
const Lens lens = make_lens({.kind = ViewKind::map}, domain, {400, 400});

double segment_distance(glm::vec3 p, glm::vec3 a, glm::vec3 b) {
  const glm::dvec2 d = glm::vec2{b} - glm::vec2{a}, e = glm::vec2{p} - glm::vec2{a};
  const double t = std::clamp(glm::dot(d, e) / std::max(glm::dot(d, d), 1e-12), 0.0, 1.0);
  return glm::length(e - t * d);
}

double line_distance(glm::vec3 p, const std::vector<glm::vec3>& line) {
  double least = 1e9;
  for (std::size_t i = 1; i < line.size(); ++i)
    least = std::min(least, segment_distance(p, line[i - 1], line[i]));
  return least;
}

double area(const Strip& strip) {
  double sum = 0;
  for (std::size_t i = 0; i < strip.triangles.size(); i += 3) {
    const glm::vec2 a = strip.vertices[strip.triangles[i]].pixel;
    const glm::vec2 b = strip.vertices[strip.triangles[i + 1]].pixel - a;
    const glm::vec2 c = strip.vertices[strip.triangles[i + 2]].pixel - a;
    sum += 0.5 * std::abs(b.x * c.y - b.y * c.x);
  }
  return sum;
}

}  // namespace

TEST_CASE("a path is interrupted at breaks, at points that are not finite, and outside the view") {
  Path path{.points = {{-0.5, 0, 0}, {0, 0, 0}, {0.5, 0, 0}, {0.5, 0.5, 0}}};
  CHECK(project_path(path, lens).starts.size() == 1);
  path.breaks = {2};
  const Polylines broken = project_path(path, lens);
  REQUIRE(broken.starts.size() == 2);
  CHECK(broken.line(0).size() == 2);
  CHECK(broken.line(1).size() == 2);
  path.breaks.clear();
  path.points[1].y = std::numeric_limits<float>::quiet_NaN();
  CHECK(project_path(path, lens).starts.size() == 1);
  path.points[1] = {0, 1e30F, 0};
  CHECK(project_path(path, lens).starts.size() == 2);
}

TEST_CASE("clipped ends lie outside the view, but not far") {
  const Path path{.points = {{0, 0, 0}, {1e6F, 1e5F, 0}}};
  const Polylines lines = project_path(path, lens);
  REQUIRE(lines.points.size() == 2);
  CHECK(lines.points[1].x > 400);
  CHECK(lines.points[1].x < 500);
}

TEST_CASE("what is behind the eye is cut off") {
  const Lens surface = make_lens({.azimuth = -90, .elevation = 5}, domain, {400, 400});
  const Path path{.points = {{0, 0, 0.5F}, {0, -50, 0.5F}}};
  for (const glm::vec3& p : project_path(path, surface).points)
    CHECK(std::isfinite(p.x + p.y + p.z));
}

TEST_CASE("a path of no or one point draws nothing") {
  CHECK(project_path({}, lens).points.empty());
  CHECK(project_path({.points = {{0, 0, 0}}}, lens).points.empty());
}

TEST_CASE("simplifying keeps the ends and stays within the tolerance") {
  std::mt19937 random(7);
  std::normal_distribution<float> step;
  for (const float size : {0.05F, 0.7F, 5.0F}) {
    std::vector<glm::vec3> line{{200, 200, 0.5F}};
    for (int i = 0; i < 1000; ++i)
      line.push_back(line.back() + size * glm::vec3(1 + step(random), step(random), 0));
    const auto less = simplified(line, 0.1F);
    CHECK(less.front() == line.front());
    CHECK(glm::distance(less.back(), line.back()) < 0.5F);
    for (const glm::vec3& p : line) CHECK(line_distance(p, less) < 0.75);
    for (std::size_t i = 1; i < less.size(); ++i) CHECK(less[i] != less[i - 1]);
  }
}

TEST_CASE("a smooth dense path becomes few points, a spike on a straight line stays") {
  std::vector<glm::vec3> circle;
  for (int i = 0; i <= 2000; ++i)
    circle.emplace_back(200 + 100 * std::cos(i * 0.003), 200 + 100 * std::sin(i * 0.003), 0.5);
  CHECK(simplified(circle).size() < 150);
  const std::vector<glm::vec3> spike{{0, 0, 0}, {10, 0, 0}, {50, 0, 0}, {20, 0, 0}, {12, 0, 0}};
  CHECK(simplified(spike).size() == 3);
}

TEST_CASE("a depth that changes on a straight line is kept") {
  const std::vector<glm::vec3> dip{{0, 0, 0.5F}, {50, 0, 0.6F}, {100, 0, 0.5F}};
  CHECK(simplified(dip).size() == 3);
}

TEST_CASE("a line covers its length times its width, gentle joints nowhere twice") {
  for (const double degrees : {0.0, 1.0, 40.0, -60.0, 80.0, 100.0, -130.0, 175.0}) {
    const double turn = degrees * 3.14159265358979 / 180;
    const std::vector<glm::vec3> line{
        {0, 0, 0}, {100, 0, 0}, {100 + 100 * std::cos(turn), 100 * std::sin(turn), 0}};
    Strip strip;
    add_line(strip, line, 3);
    const double wedge =
        std::abs(degrees) > 65 ? 0.5 * 9 * std::abs(turn) : 0;  // a round joint's sector
    CHECK(area(strip) >= 1200 - 1e-2);
    CHECK(area(strip) <= 1200 + wedge + 1e-2);
  }
}

TEST_CASE("the distance across never claims to be much nearer to the line than it is") {
  for (double degrees = -178; degrees < 180; degrees += 7) {
    const double turn = degrees * 3.14159265358979 / 180;
    const std::vector<glm::vec3> line{
        {0, 0, 0}, {50, 0, 0}, {50 + 50 * std::cos(turn), 50 * std::sin(turn), 0}};
    Strip strip;
    add_line(strip, line, 3);
    for (std::size_t i = 0; i < strip.triangles.size(); i += 3) {
      glm::vec2 center(0);
      float across = 0;
      for (std::size_t k = i; k < i + 3; ++k) {
        center += strip.vertices[strip.triangles[k]].pixel / 3.0F;
        across += strip.vertices[strip.triangles[k]].across / 3.0F;
      }
      CHECK(std::abs(across) > line_distance({center, 0}, line) - 0.25 * 3);
    }
  }
}

TEST_CASE("even a line that turns on its heel gives finite vertices within the width") {
  Strip strip;
  add_line(strip, std::vector<glm::vec3>{{0, 0, 0}, {50, 0, 0}, {0, 0, 0}, {0.6F, 0, 0}, {0, 0, 0}},
           3);
  for (const StripVertex& v : strip.vertices) {
    CHECK(std::abs(v.across) <= 3.001F);
    CHECK(glm::distance(v.pixel, v.center) <= 4.0F);
  }
}
