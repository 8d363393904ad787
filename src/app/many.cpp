// SPDX-License-Identifier: MIT
// Options of many walks.
#include "app/many.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include "app/assignments.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/crew.hpp"
#include "fogline/engine/trajectory.hpp"

namespace fogline::app {
namespace {

constexpr std::uint64_t most_pixels = 1 << 26, most_shards = 100'000;
constexpr unsigned most_threads = 1024;

// Two natural numbers with a sign between them.
std::optional<std::pair<std::uint64_t, std::uint64_t>> two_numbers(const std::string& text,
                                                                   char between) {
  const std::size_t at = text.find(between);
  if (at == std::string::npos) return std::nullopt;
  const auto first = parse_natural(std::string_view(text).substr(0, at)),
             second = parse_natural(std::string_view(text).substr(at + 1));
  if (!first || !second) return std::nullopt;
  return std::pair(*first, *second);
}

}  // namespace

std::pair<std::size_t, std::size_t> read_grid(const std::string& size) {
  const auto sides = two_numbers(size, 'x');
  if (!sides || sides->first < 1 || sides->second < 1 || sides->first > most_pixels ||
      sides->second > most_pixels || sides->first * sides->second > most_pixels)
    throw std::invalid_argument("--size: write WIDTHxHEIGHT, from 1x1 to 8192x8192, not '" +
                                excerpt(size) + "'");
  return *sides;
}

std::uint32_t read_steps(const ManyOptions& options) {
  if (options.steps < 1 || options.steps > Trajectory::longest)
    throw std::invalid_argument("--steps: from 1 to 1000000 steps, not " +
                                std::to_string(options.steps));
  return static_cast<std::uint32_t>(options.steps);
}

Box read_box(const ManyOptions& options, const Landscape& landscape) {
  if (options.domain.empty()) return domain(landscape);
  std::vector<double> sides;
  for (std::size_t from = 0; from <= options.domain.size();) {
    const std::size_t comma = std::min(options.domain.find(',', from), options.domain.size());
    const auto side = parse_number(std::string_view(options.domain).substr(from, comma - from));
    if (side) sides.push_back(*side);
    from = comma + 1;
  }
  const auto commas = std::count(options.domain.begin(), options.domain.end(), ',');
  if (commas != 3 || sides.size() != 4 || !(sides[0] < sides[1]) || !(sides[2] < sides[3]))
    throw std::invalid_argument(
        "--domain: write X0,X1,Y0,Y1, the lower of each first (--domain=-5,5,-5,5 when the first "
        "is "
        "negative), not '" +
        excerpt(options.domain) + "'");
  if (!std::isfinite(sides[1] - sides[0]) || !std::isfinite(sides[3] - sides[2]))
    throw std::invalid_argument("--domain: its ends lie farther apart than numbers reach");
  return {{sides[0], sides[2]}, {sides[1], sides[3]}};
}

Landscape read_landscape(const ManyOptions& options) {
  Landscape landscape = make_landscape(options.landscape);
  assign([&] { return params(landscape); }, options.params, "--param");
  return landscape;
}

Optimizer read_optimizer(const ManyOptions& options) {
  Optimizer optimizer = make_optimizer(options.optimizer);
  assign([&] { return params(optimizer); }, options.set, "--set");
  return optimizer;
}

Shard read_shard(const std::string& text) {
  if (text.empty()) return {};
  const auto numbers = two_numbers(text, '/');
  if (!numbers || numbers->first < 1 || numbers->first > numbers->second ||
      numbers->second > most_shards)
    throw std::invalid_argument("--shard: write I/N, part I of N from 1/N to N/N, not '" +
                                excerpt(text) + "'");
  return {numbers->first, numbers->second};
}

void work(const ManyOptions& options, const std::function<bool()>& piece,
          const std::function<double()>& share) {
  if (options.threads > most_threads)
    throw std::invalid_argument("--threads: at most " + std::to_string(most_threads));
  Crew crew(options.threads > 0 ? options.threads : std::thread::hardware_concurrency());
  crew.take_up(piece);
  int shown = -1;
  const auto show = [&] {
    const int percent = static_cast<int>(100 * share());
    if (options.progress && percent > shown)
      std::fprintf(stderr, "fogline: %d %%\n", shown = percent);
  };
  while (!crew.wait(std::chrono::milliseconds(200))) show();
  show();
}

}  // namespace fogline::app
