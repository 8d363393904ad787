// SPDX-License-Identifier: MIT
// The headless commands, each a function of its options. A user's mistake is a
// std::invalid_argument, the machine's fault a MachineError; both are caught once, in main.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fogline::app {

struct ListOptions {
  std::string what;  // landscapes, optimizers or axes
  bool json = false, markdown = false;
};
void list(const ListOptions& options);

struct RunOptions {
  std::string landscape, optimizer, start;
  std::vector<std::string> params, set, axes;  // K=V, K=V, NAME.K=V or NAME
  std::uint64_t steps = 0, seed = 1;
  std::uint32_t walker = 0;
  std::string format = "csv", out = "-";
};
void run(const RunOptions& options);

struct RaceOptions {
  std::string session, format = "table", out = "-";
};
void race(const RaceOptions& options);

struct RenderOptions {
  std::string session, out, size = "1280x720", view;  // view empty: the session's own
  std::optional<double> step;
  bool light = false, verbose = false;
};
void render(const RenderOptions& options);

struct CriticalOptions {
  std::string landscape, domain;  // domain empty: the landscape's own
  std::vector<std::string> params;
  std::string format = "csv", out = "-";
  bool verbose = false;
};
void critical(const CriticalOptions& options);

void check(const std::string& session);

struct LessonOptions {
  std::string check;  // a file, or "all"; empty: list them
  bool list = false;
  std::string format = "table", out = "-";
};
void lesson(const LessonOptions& options);

struct LaboratoryOptions {
  std::string what;                   // shares, escape, chain or plane
  std::string dimensions = "2,3,10";  // whole numbers
  std::uint64_t samples = 0;          // 0: 20,000 matrices, or 41 trials
  std::uint64_t starts = 0, steps = 500, seed = 1;
  double noise = 0;
  std::string landscape = "rastrigin", optimizer = "adam";
  std::vector<std::string> set;
  std::string format = "csv", out = "-";
};
void laboratory(const LaboratoryOptions& options);

}  // namespace fogline::app
