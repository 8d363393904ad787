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
  int starts = 0;  // 0: the session's own
  bool lattice = false;
  std::uint32_t threads = 0;
};
void race(const RaceOptions& options);

struct TuneOptions {
  std::string session, out;
  int trials = 40, starts = 8;
};
void tune(const TuneOptions& options);

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

// What maps of many walks have in common.
struct ManyOptions {
  std::string landscape, optimizer;
  std::vector<std::string> params, set, axes;  // as in RunOptions
  std::string size, domain;                    // WxH; X0,X1,Y0,Y1, or empty: the landscape's
  std::uint64_t steps = 1000, seed = 1;
  std::string out;       // .png, .csv or .npy, or whatever name for a part
  std::string shard;     // I/N, or empty
  unsigned threads = 0;  // 0: as many as the machine has
  bool progress = false;
};

struct BasinsOptions : ManyOptions {};
void basins(const BasinsOptions& options);

struct SweepOptions : ManyOptions {
  std::string x, y, start;   // HYPERPARAMETER=LO:HI[:log]; X,Y
  std::uint64_t starts = 0;  // random ones, instead of `start`
  std::string colour;        // what a picture shows: verdict, loss (or empty) or cost
};
void sweep(const SweepOptions& options);

struct MergeOptions {
  std::vector<std::string> parts;
  std::string colour;  // as in SweepOptions
  std::string out;
};
void merge(const MergeOptions& options);

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
