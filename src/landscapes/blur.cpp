// SPDX-License-Identifier: MIT
// Gaussian smoothing as a sum over places around a point, through the evaluators of what is
// blurred: no kernel is compiled for it.
#include "fogline/landscapes/blur.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

#include "fogline/landscapes/hollows.hpp"
#include "fogline/landscapes/polish.hpp"
#include "landscapes/composite.hpp"

namespace fogline {
namespace {

// The positive nodes and the weights of the Gauss-Hermite rule of 16 nodes for a standard normal.
constexpr double rule[8][2] = {
    {0.38676060450055733, 0.28656852123801213},   {1.1638291005549648, 0.15833837275094961},
    {1.9519803457163334, 0.047284752354014026},   {2.7602450476307014, 0.0072669376011847333},
    {3.6008736241715482, 0.00052598492657390924}, {4.4929553025200111, 1.5300032162487272e-05},
    {5.4722257059493433, 1.3094732162868227e-07}, {6.6308781983931286, 1.4978147231618397e-10}};

struct Node {
  Vec2 place;
  double weight = 0;
};

// The rule along (c, s) times the rule across, without the places that hardly count.
std::vector<Node> nodes_along(double c, double s) {
  std::vector<Node> nodes;
  double sum = 0;
  for (const auto& [z1, w1] : rule)
    for (const auto& [z2, w2] : rule) {
      if (w1 * w2 < 1e-13) continue;
      for (const Vec2 z : {Vec2{z1, z2}, {-z1, -z2}, {z1, -z2}, {-z1, z2}}) {
        nodes.push_back({{c * z.x - s * z.y, s * z.x + c * z.y}, w1 * w2});
        sum += w1 * w2;
      }
    }
  for (Node& node : nodes) node.weight /= sum;
  return nodes;
}

// Turned by 45 degrees: a wave along an axis, of which formulas are full, then meets places half as
// far apart. The mean of cos(a z) is right to 1e-7 up to a = 6.3 along an axis, 3.2 along a
// diagonal.
const std::vector<Node>& nodes() {
  static const std::vector<Node> turned = nodes_along(sqrt(0.5), sqrt(0.5));
  return turned;
}

// Arrays for the landscape at the places around a point, or at a place around each of many points.
struct Places {
  static constexpr std::size_t most = 256;
  double x[most], y[most], value[most], gx[most], gy[most];

  Block block(std::size_t n, bool wants_value, bool wants_slope) {
    return {
        x, y, wants_value ? value : nullptr, wants_slope ? gx : nullptr, wants_slope ? gy : nullptr,
        n};
  }
};

Gradient mean_around(const std::vector<Node>& nodes, const BlockEvaluator& f, double w, Vec2 x,
                     bool wants_slope) {
  Places p;
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    const Vec2 place = x + w * nodes[k].place;
    p.x[k] = place.x;
    p.y[k] = place.y;
  }
  fill_with(f, p.block(nodes.size(), true, wants_slope));
  Gradient sum;
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    sum.value += nodes[k].weight * p.value[k];
    if (wants_slope) sum.gradient = sum.gradient + nodes[k].weight * Vec2{p.gx[k], p.gy[k]};
  }
  return sum;
}

void add(double weight, const double* from, double* to, std::size_t n) {
  if (to == nullptr) return;
  for (std::size_t i = 0; i < n; ++i) to[i] += weight * from[i];
}

// The same for each point of a block of at most Places::most points.
void mean_of_block(const BlockEvaluator& f, double w, const Block& b) {
  Places p;
  const Block there = p.block(b.n, b.value != nullptr, b.gx != nullptr);
  for (double* const out : {b.value, b.gx, b.gy})
    if (out != nullptr) std::fill(out, out + b.n, 0.0);
  for (const Node& node : nodes()) {
    const Vec2 shift = w * node.place;
    for (std::size_t i = 0; i < b.n; ++i) {
      p.x[i] = b.x[i] + shift.x;
      p.y[i] = b.y[i] + shift.y;
    }
    fill_with(f, there);
    add(node.weight, p.value, b.value, b.n);
    add(node.weight, p.gx, b.gx, b.n);
    add(node.weight, p.gy, b.gy, b.n);
  }
}

// Whether the rule and the same one not turned agree, to two thirds of a thousandth of the range
// of what they say at 144 points of the map: elsewhere it may be somewhat worse.
bool is_right(const BlockEvaluator& f, const Box& box, double share) {
  static const std::vector<Node> straight = nodes_along(1, 0);
  const double w = share * box.diagonal();
  double low = HUGE_VAL, high = -HUGE_VAL, error = 0;
  for (int k = 0; k < 144; ++k) {
    const Vec2 x = box.at((k % 12 + 0.37) / 12, (k / 12 + 0.71) / 12);
    const double here = mean_around(nodes(), f, w, x, false).value;
    low = std::min(low, here);
    high = std::max(high, here);
    error = std::max(error, std::abs(here - mean_around(straight, f, w, x, false).value));
  }
  return low < high && error <= 0.67e-3 * (high - low);
}

double measured_widest(int of) {
  const BaseLandscape landscape = make_base(of);
  const BlockEvaluator f = base_block_evaluator(landscape, best_instruction_set());
  for (const double share : {0.2, 0.15, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.015, 0.01, 0.008,
                             0.006, 0.005, 0.004, 0.003, 0.002})
    if (is_right(f, base_domain(landscape), share)) return share;
  return 0.001;
}

// The widest blur offered of a landscape, by its place in the roster: measured for its default
// parameters when first asked for.
double widest(int of) {
  static std::array<std::atomic<double>, base_ids.size()> known{};
  auto& share = known[static_cast<std::size_t>(of)];
  if (share == 0) share = measured_widest(of);
  return share;
}

// What `descend` asks of a landscape.
struct Seen {
  const Blur& blur;
  double operator()(Vec2 x) const { return blur.value(x, 0); }
  Jet operator()(const Point<Jet>& p) const { return blur.jet({p.x.v, p.y.v}, 0); }
};

// The minima in the domain downhill of `starts`, each once, the lowest first.
std::vector<Vec2> ends_of(const Seen& seen, const std::vector<Vec2>& starts) {
  std::vector<Vec2> ends;
  for (const Vec2 start : starts) {
    const Vec2 x = descend(seen, start);
    const auto is_x = [&](Vec2 m) { return norm(m - x) < 1e-6 * seen.blur.domain().diagonal(); };
    const Jet f = seen(jet_point(x));
    const bool curves_up = f.xx > 0 && f.xx * f.yy > f.xy * f.xy;
    if (curves_up && seen.blur.domain().contains(x) && std::none_of(ends.begin(), ends.end(), is_x))
      ends.push_back(x);
  }
  std::stable_sort(ends.begin(), ends.end(), [&](Vec2 a, Vec2 b) { return seen(a) < seen(b); });
  return ends;
}

// Where the minima of what is blurred and the lowest hollows of a coarse lattice lead.
Valleys valleys_of(const Blur& blur) {
  constexpr int n = 32;
  constexpr std::size_t most_hollows = 4;
  std::vector<Vec2> starts = base_minima(blur.inner);
  if (starts.empty()) return {};
  const std::vector<Vec2> points = lattice_of(blur.domain(), n);
  std::vector<double> x, y, values(points.size());
  for (const Vec2 p : points) {
    x.push_back(p.x);
    y.push_back(p.y);
  }
  blur.fill({x.data(), y.data(), values.data(), nullptr, nullptr, values.size()},
            best_instruction_set());
  const std::vector<Vec2> low = hollows(points, values, n);
  starts.insert(starts.end(), low.begin(),
                low.begin() + static_cast<std::ptrdiff_t>(std::min(low.size(), most_hollows)));
  const Seen seen{blur};
  Valleys found;
  for (const Vec2 end : ends_of(seen, starts)) {
    const double best = seen(found.lowest.empty() ? end : found.lowest[0]);
    const bool is_lowest = seen(end) <= best + 1e-12 * (1 + std::abs(best));
    (is_lowest ? found.lowest : found.higher).push_back(end);
  }
  const double lowest_point = *std::min_element(values.begin(), values.end());
  if (!found.lowest.empty() && lowest_point < seen(found.lowest[0]))
    return {};  // on the edge of the map
  return found;
}

}  // namespace

std::vector<Param> Blur::params() {
  std::vector<Param> all{
      after<&Blur::take>(choice("of", of, planar_ids, "The landscape that is blurred."), *this),
      real("blur_width", blur_width, {0, widest(of)}, non_negative,
           "Of the blur, as a share of the map's diagonal.")};
  for (const Param& p : base_params(inner)) all.push_back(p);
  return all;
}

void Blur::take() {
  inner = make_base(of);
  blur_width = std::min(blur_width, widest(of));
}

Box Blur::domain() const { return base_domain(inner); }
double Blur::deviation() const { return blur_width * domain().diagonal(); }

std::vector<Vec2> Blur::minima() const {
  return blur_width == 0 ? base_minima(inner) : valleys_of(*this).lowest;
}
std::vector<Vec2> Blur::local_minima() const {
  return blur_width == 0 ? base_local_minima(inner) : valleys_of(*this).higher;
}

double Blur::value(Vec2 x, double) const {
  if (blur_width == 0) return base_evaluator(inner).value(x);
  const BlockEvaluator f = base_block_evaluator(inner, best_instruction_set());
  return mean_around(nodes(), f, deviation(), x, false).value;
}

Gradient Blur::gradient(Vec2 x, double) const {
  if (blur_width == 0) return base_evaluator(inner).gradient(x);
  const BlockEvaluator f = base_block_evaluator(inner, best_instruction_set());
  return mean_around(nodes(), f, deviation(), x, true);
}

Jet Blur::jet(Vec2 x, double) const {
  const Evaluator f = base_evaluator(inner);
  if (blur_width == 0) return f.jet(x);
  const double w = deviation();
  Jet sum;
  for (const Node& node : nodes()) sum = sum + node.weight * f.jet(x + w * node.place);
  return sum;
}

void Blur::fill(const Block& b, InstructionSet instructions) const {
  const BlockEvaluator f = base_block_evaluator(inner, instructions);
  if (blur_width == 0) return fill_with(f, b);
  for (std::size_t i = 0; i < b.n; i += Places::most)
    mean_of_block(f, deviation(), part(b, i, std::min(Places::most, b.n - i)));
}

}  // namespace fogline
