// SPDX-License-Identifier: MIT
// The commands and their options, described to CLI11.
#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "app/commands.hpp"
#include "app/errors.hpp"
#include "app/output.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {
namespace {

using Action = std::function<void()>;

const CLI::IsMember csv_or_json{{"csv", "json"}};
const CLI::IsMember csv_json_or_python{{"csv", "json", "python"}};
const CLI::IsMember table_or_json{{"table", "json"}};
const CLI::IsMember table_csv_or_json{{"table", "csv", "json"}};
const CLI::IsMember views{{"3d", "2d", "split", "panes"}};

// Digits only: CLI11 itself would wrap a negative number round and cut a huge one.
std::string whole_number(const std::string& text) {
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  return digits && parse_natural(text) ? "" : "must be a whole number, not '" + excerpt(text) + "'";
}

void describe_list(CLI::App& app, ListOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("list", "Print everything described: landscapes, optimizers or axes");
  command->add_option("what", options.what, "landscapes, optimizers or axes")->required();
  CLI::Option* json = command->add_flag("--json", options.json, "As a JSON array");
  command->add_flag("--markdown", options.markdown, "As a page of the reference documentation")
      ->excludes(json);
  command->callback([&] { action = [&] { list(options); }; });
}

void describe_run(CLI::App& app, RunOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("run", "Walk one optimizer on one landscape and print every iterate");
  command->add_option("--landscape", options.landscape, "Its id; see 'fogline list landscapes'")
      ->required();
  command->add_option("--optimizer", options.optimizer, "Its id; see 'fogline list optimizers'")
      ->required();
  command->add_option("--start", options.start, "X,Y (write --start=-1.5,2 when X is negative)")
      ->required();
  command->add_option("--steps", options.steps, "How many, at most 1000000")
      ->check(whole_number)
      ->required();
  command->add_option("--param", options.params, "K=V: a parameter of the landscape")->take_all();
  command->add_option("--set", options.set, "K=V: a hyperparameter of the optimizer")->take_all();
  command
      ->add_option("--axis", options.axes, "NAME.K=V, or NAME: an axis, e.g. restarts.patience=20")
      ->take_all();
  command->add_option("--seed", options.seed, "Seed of everything random")
      ->check(whole_number)
      ->capture_default_str();
  command
      ->add_option("--walker", options.walker,
                   "Which walker's random numbers to use (escapes are known of walker 0)")
      ->check(whole_number)
      ->capture_default_str();
  command
      ->add_option("--format", options.format,
                   "csv, json, or python: a program of PyTorch's that makes the same walk")
      ->check(csv_json_or_python)
      ->capture_default_str();
  command->add_option("--out", options.out, "A file, or - for standard output")
      ->capture_default_str();
  command->callback([&] { action = [&] { run(options); }; });
}

void describe_race(CLI::App& app, RaceOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("race", "Run all racers of a session and print the standings");
  command->add_option("session", options.session, "A session file, or - for standard input")
      ->required();
  command->add_option("--format", options.format, "table, csv or json")
      ->check(table_csv_or_json)
      ->capture_default_str();
  command->add_option("--out", options.out, "A file, or - for standard output")
      ->capture_default_str();
  CLI::Option* starts =
      command
          ->add_option("--starts", options.starts,
                       "Race from so many random starts, 1 to 10000, and print who wins how often")
          ->check(CLI::Range(1, 10'000));
  command->add_flag("--lattice", options.lattice, "From a lattice: at most so many, a square")
      ->needs(starts);
  command
      ->add_option("--threads", options.threads,
                   "How many (default: all of the machine); they change nothing but the time")
      ->check(CLI::Range(0, 256))
      ->needs(starts);
  command->callback([&] { action = [&] { race(options); }; });
}

void describe_tune(CLI::App& app, TuneOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "tune", "Tune every racer's hyperparameters with the same budget, and write the session");
  command->add_option("session", options.session, "A session file, or - for standard input")
      ->required();
  command->add_option("--trials", options.trials, "Settings that each racer may try, 1 to 10000")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->add_option("--starts", options.starts, "Starts that each is tried from, 1 to 1000")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--out", options.out, "The tuned session file, or - for standard output")
      ->required();
  command->callback([&] { action = [&] { tune(options); }; });
}

void describe_render(CLI::App& app, RenderOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("render", "Draw a session into a PNG file, without a window or a display");
  command->add_option("session", options.session, "A session file, or - for standard input")
      ->required();
  command->add_option("--out", options.out, "The PNG file")->required();
  command->add_option("--size", options.size, "WIDTHxHEIGHT in pixels")->capture_default_str();
  command->add_option("--view", options.view, "3d, 2d, split or panes (default: the session's)")
      ->check(views);
  command->add_option("--step", options.step, "Where the playhead stands (default: the end)");
  command->add_flag("--light", options.light, "The light theme");
  command->add_flag("--verbose", options.verbose, "Say what OpenGL was drawn with");
  command->callback([&] { action = [&] { render(options); }; });
}

void describe_critical(CLI::App& app, CriticalOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "critical", "Find and classify the minima, saddles and maxima of a landscape");
  command->add_option("--landscape", options.landscape, "Its id; see 'fogline list landscapes'")
      ->required();
  command->add_option("--param", options.params, "K=V: a parameter of the landscape")->take_all();
  command->add_option("--domain", options.domain,
                      "X0,X1,Y0,Y1: where to look (default: the landscape's domain; write "
                      "--domain=-1,1,-1,1 when X0 is negative)");
  command->add_option("--format", options.format, "csv or json")
      ->check(csv_or_json)
      ->capture_default_str();
  command->add_option("--out", options.out, "A file, or - for standard output")
      ->capture_default_str();
  command->add_flag("--verbose", options.verbose,
                    "Say on standard error how complete the search was");
  command->callback([&] { action = [&] { critical(options); }; });
}

void describe_check(CLI::App& app, std::string& session, Action& action) {
  CLI::App* command =
      app.add_subcommand("check", "Say whether a session file is valid, and where not");
  command->add_option("session", session, "A session file, or - for standard input")->required();
  command->callback([&] { action = [&] { check(session); }; });
}

void describe_lesson(CLI::App& app, LessonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("lesson", "List the lessons, or check what they claim");
  CLI::Option* check = command->add_option(
      "--check", options.check, "A lesson's file, or all: race every claim and its control");
  command->add_flag("--list", options.list, "Number, minutes and title of each")->excludes(check);
  command->add_option("--format", options.format, "table or json")
      ->check(table_or_json)
      ->capture_default_str();
  command->add_option("--out", options.out, "A file, or - for standard output")
      ->capture_default_str();
  command->callback([&] {
    if (!options.list && options.check.empty())
      throw CLI::RequiredError("--check FILE, --check all or --list");
    action = [&] { lesson(options); };
  });
}

// Options of commands that walk many walks.
void describe_many(CLI::App& command, ManyOptions& options, const char* size_help) {
  command.add_option("--landscape", options.landscape, "Its id; see 'fogline list landscapes'")
      ->required();
  command.add_option("--optimizer", options.optimizer, "Its id; see 'fogline list optimizers'")
      ->required();
  command.add_option("--param", options.params, "K=V: a parameter of the landscape")->take_all();
  command.add_option("--set", options.set, "K=V: a hyperparameter of the optimizer")->take_all();
  command.add_option("--axis", options.axes, "NAME.K=V, or NAME: an axis")->take_all();
  command.add_option("--size", options.size, size_help)->required();
  command.add_option("--domain", options.domain,
                     "X0,X1,Y0,Y1: the box of the starts (default: the landscape's domain)");
  command.add_option("--steps", options.steps, "Of each walk at most, up to 1000000")
      ->check(whole_number)
      ->capture_default_str();
  command.add_option("--seed", options.seed, "Seed of everything random")
      ->check(whole_number)
      ->capture_default_str();
  command
      .add_option("--out", options.out,
                  "A file: .csv (a line for each cell), .npy (float64, height x width x columns) "
                  "or .png; of a shard any name")
      ->required();
  command.add_option("--shard", options.shard,
                     "I/N: only part I of N, to be joined by 'fogline merge'");
  command.add_option("--threads", options.threads, "How many (default: all of the machine)")
      ->check(whole_number);
  command.add_flag("--progress", options.progress, "Say on standard error how much is done");
}

void describe_basins(CLI::App& app, BasinsOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "basins", "Map where every start ends: x,y,end_x,end_y,loss,steps,verdict,basin");
  describe_many(*command, options,
                "WIDTHxHEIGHT: the starts are the centres of as many cells of the box");
  command->callback([&] { action = [&] { basins(options); }; });
}

CLI::Option* describe_colour(CLI::App& command, std::string& colour) {
  return command
      .add_option("--colour", colour,
                  "What a .png of a sweep shows: verdict, loss or cost (default: loss)")
      ->check(CLI::IsMember({"verdict", "loss", "cost"}));
}

void describe_sweep(CLI::App& app, SweepOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "sweep", "Map what one or two hyperparameters do: loss, cost, finished, verdict");
  describe_many(*command, options, "WIDTHxHEIGHT: how many values; HEIGHT is 1 without --y");
  command
      ->add_option(
          "--x", options.x,
          "HYPERPARAMETER=LO:HI[:log]: from LO in the first column to HI in the last; of an "
          "axis in use AXIS.HYPERPARAMETER")
      ->required();
  command->add_option("--y", options.y, "Likewise, from the lowest row to the highest");
  command->add_option("--start", options.start,
                      "X,Y of the one walk of each cell (write --start=-1.5,2 when X is negative)");
  command
      ->add_option("--starts", options.starts,
                   "K: the mean over walks from K random starts of the box instead")
      ->check(whole_number);
  describe_colour(*command, options.colour)->excludes(command->get_option("--shard"));
  command->callback([&] { action = [&] { sweep(options); }; });
}

void describe_merge(CLI::App& app, MergeOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "merge", "Join the parts of a work done with --shard into the file of the whole");
  command->add_option("parts", options.parts, "All parts, in any order")->required();
  command->add_option("--out", options.out, "A file: .csv, .npy or .png")->required();
  describe_colour(*command, options.colour);
  command->callback([&] { action = [&] { merge(options); }; });
}

void describe_laboratory(CLI::App& app, LaboratoryOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "laboratory",
      "What many dimensions change, as tables: the share of critical points that are minima "
      "(shares), the steps it takes to leave a saddle (escape) or a chain of them (chain), and a "
      "walk on its principal plane beside a random one (plane)");
  command->add_option("what", options.what, "shares, escape, chain or plane")
      ->check(CLI::IsMember({"shares", "escape", "chain", "plane"}))
      ->required();
  command
      ->add_option("--dimensions", options.dimensions,
                   "Whole numbers with commas between them; of a chain its saddles")
      ->capture_default_str();
  command
      ->add_option("--samples", options.samples,
                   "shares: matrices drawn (default 20000); escape: trials (default 41)")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{10'000'000}));
  command->add_option("--starts", options.starts, "shares: starts of Newton's method, or none")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1'000'000}))
      ->capture_default_str();
  command->add_option("--noise", options.noise, "escape, chain: its standard deviation")
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  command->add_option("--landscape", options.landscape, "plane: which landscape")
      ->capture_default_str();
  command->add_option("--optimizer", options.optimizer, "plane: which optimizer")
      ->capture_default_str();
  command->add_option("--set", options.set, "plane: K=V, a hyperparameter of the optimizer")
      ->take_all();
  command->add_option("--steps", options.steps, "plane: how many")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{100'000}))
      ->capture_default_str();
  command->add_option("--seed", options.seed, "Seed of everything random")
      ->check(whole_number)
      ->capture_default_str();
  command->add_option("--format", options.format, "csv or json")
      ->check(csv_or_json)
      ->capture_default_str();
  command->add_option("--out", options.out, "A file, or - for standard output")
      ->capture_default_str();
  command->callback([&] { action = [&] { laboratory(options); }; });
}

void describe_window(CLI::App& app, WindowOptions& options) {
  app.add_option("session", options.session, "A session file to open in the window");
  app.add_option("--theme", options.theme, "dark or light")
      ->check(CLI::IsMember({"dark", "light"}));
  app.add_option("--ui-scale", options.scale,
                 "Size of the interface, 0.5 to 4 (default: the screen's)")
      ->check(CLI::Range(0.5, 4.0));
  app.add_flag("--ready", options.ready, "Print READY after the first frame")->group("Testing");
  app.add_option("--dump", options.dump, "Write the state after each changed frame to this file")
      ->group("Testing");
}

struct AllOptions {
  WindowOptions window;
  ListOptions list;
  RunOptions run;
  RaceOptions race;
  TuneOptions tune;
  RenderOptions render;
  CriticalOptions critical;
  BasinsOptions basins;
  SweepOptions sweep;
  MergeOptions merge;
  std::string check;
  LessonOptions lesson;
  LaboratoryOptions laboratory;
};

int report(const std::string& sentence, ExitCode code) {
  std::cerr << "fogline: " << sentence << "\n";
  return code;
}

int guarded(const Action& action) {
  try {
    action();
    return done;
  } catch (const std::invalid_argument& error) {
    return report(error.what(), users_mistake);
  } catch (const CheckFailed& error) {
    return report(error.what(), check_failed);
  } catch (const std::bad_alloc&) {
    return report("this takes more memory than there is; ask for less at once", machines_fault);
  } catch (const std::exception& error) {
    return report(error.what(), machines_fault);
  }
}

}  // namespace

int command_line(int argc, char** argv) {
  CLI::App app("Fogline: walk optimizers over loss landscapes and see where they end", "fogline");
  app.set_version_flag("--version", "fogline " FOGLINE_VERSION);
  app.require_subcommand(0, 1);
  AllOptions options;
  Action action = [&] { open_window(options.window); };
  describe_window(app, options.window);
  describe_list(app, options.list, action);
  describe_run(app, options.run, action);
  describe_race(app, options.race, action);
  describe_tune(app, options.tune, action);
  describe_render(app, options.render, action);
  describe_critical(app, options.critical, action);
  describe_basins(app, options.basins, action);
  describe_sweep(app, options.sweep, action);
  describe_merge(app, options.merge, action);
  describe_check(app, options.check, action);
  describe_lesson(app, options.lesson, action);
  describe_laboratory(app, options.laboratory, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    app.exit(wanted);
    return guarded([] { finish_standard_output(); });
  } catch (const CLI::ParseError& error) {
    return report(std::string(error.what()) + " (see 'fogline --help')", users_mistake);
  }
  return guarded(action);
}

}  // namespace fogline::app
