// SPDX-License-Identifier: MIT
// `fogline critical`: the critical points of a landscape, the lowest first.
#include <cmath>
#include <iostream>

#include "app/assignments.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "fogline/engine/critical_points.hpp"

namespace fogline::app {
namespace {

std::string csv(const CriticalPoints& search) {
  std::string text = "kind,x,y,value,eigenvalue_low,eigenvalue_high\n";
  for (const MapPoint& p : search.points()) {
    text += word(kind_told(search.landscape(), p.kind));
    for (const double v : {p.x.x, p.x.y, p.value, p.curvature.low, p.curvature.high})
      text += "," + exact(v + 0.0);  // no -0
    text += "\n";
  }
  return text;
}

// JSON has no infinity: null.
std::string json_number(double value) { return std::isfinite(value) ? exact(value + 0.0) : "null"; }

std::string json_pair(double a, double b) {
  return "[" + json_number(a) + ", " + json_number(b) + "]";
}

std::string json_pair(Vec2 v) { return json_pair(v.x, v.y); }

std::string json(const CriticalPoints& search) {
  std::string text = "[";
  for (const MapPoint& p : search.points()) {
    const Eigen2& e = p.curvature;
    text += std::string(text.size() > 1 ? "," : "") + "\n  {\"kind\": \"" +
            std::string(word(kind_told(search.landscape(), p.kind))) +
            "\", \"x\": " + json_number(p.x.x) + ", \"y\": " + json_number(p.x.y) +
            ", \"value\": " + json_number(p.value) +
            ", \"eigenvalues\": " + json_pair(e.low, e.high) + ", \"eigenvectors\": [" +
            json_pair(e.low_direction) + ", " + json_pair(e.high_direction) + "]}";
  }
  return text + (search.points().empty() ? "]\n" : "\n]\n");
}

}  // namespace

void critical(const CriticalOptions& options) {
  Landscape landscape = make_landscape(options.landscape);
  assign([&] { return params(landscape); }, options.params, "--param");
  const Box box = options.domain.empty() ? domain(landscape) : read_box(options.domain, "--domain");
  CriticalPoints search(landscape, box);
  search.advance();
  Output out(options.out);
  out.write(options.format == "csv" ? csv(search) : json(search));
  out.finish();
  if (options.verbose) std::cerr << sentence(search.completeness()) << "\n";
}

}  // namespace fogline::app
