// SPDX-License-Identifier: MIT
// Parts written, read, and matched to one another.
#include "app/part_file.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/atomic_file.hpp"
#include "app/output.hpp"
#include "app/table_file.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {
namespace {

using nlohmann::ordered_json;

constexpr int version = 2;  // of the form of parts, which the tiling of maps is part of
constexpr std::streamsize longest_header = 1 << 20;

// All that the results depend on, and nothing else.
ordered_json described(const SweepOptions& o) {
  return {{"landscape", o.landscape},
          {"param", o.params},
          {"optimizer", o.optimizer},
          {"set", o.set},
          {"axis", o.axes},
          {"size", o.size},
          {"domain", o.domain},
          {"steps", o.steps},
          {"seed", o.seed},
          {"x", o.x},
          {"y", o.y},
          {"start", o.start},
          {"starts", o.starts}};
}

SweepOptions options_of(const ordered_json& j) {
  SweepOptions o;
  o.landscape = j.at("landscape");
  o.params = j.at("param");
  o.optimizer = j.at("optimizer");
  o.set = j.at("set");
  o.axes = j.at("axis");
  o.size = j.at("size");
  o.domain = j.at("domain");
  o.steps = j.at("steps");
  o.seed = j.at("seed");
  o.x = j.at("x");
  o.y = j.at("y");
  o.start = j.at("start");
  o.starts = j.at("starts");
  return o;
}

[[noreturn]] void refuse(const std::string& file, const std::string& cause) {
  throw std::invalid_argument(excerpt(file) + ": " + cause);
}

// The line before the bytes, which follow in the file; empty where there is none.
std::string take_header(std::ifstream& file) {
  std::string line(longest_header, '\0');
  file.getline(line.data(), longest_header);
  line.resize(file.good() ? static_cast<std::size_t>(file.gcount()) - 1 : 0);
  return line;
}

// Its header.
Part load_part(const std::string& file) {
  std::error_code ignored;
  if (file == "-" || std::filesystem::is_fifo(file, ignored))
    refuse(file, "is a pipe; parts are read twice and must be files");
  std::ifstream bytes = open_file(file);
  const ordered_json header = ordered_json::parse(take_header(bytes), nullptr, false);
  if (header.is_object() && header.contains("fogline_part") && header["fogline_part"] != version)
    refuse(file, "a part of another version of Fogline");
  try {
    return {header.at("command"), options_of(header.at("options")), read_shard(header.at("shard")),
            file};
  } catch (const std::exception&) {
    refuse(file, "no part; parts are written by 'fogline basins' and 'fogline sweep' with --shard");
  }
}

}  // namespace

Reader::Reader(const Part& part) : name_(part.file), bytes_(open_file(part.file)) {
  take_header(bytes_);
}

void Reader::at_end() {
  if (bytes_.peek() != std::ifstream::traits_type::eof())
    refuse("the part is longer than its work");
}

void Reader::refuse(const std::string& cause) const { app::refuse(name_, cause); }

void write_header(const Part& part, Output& out) {
  const ordered_json header = {
      {"fogline_part", version},
      {"command", part.command},
      {"options", described(part.options)},
      {"shard", std::to_string(part.shard.index) + "/" + std::to_string(part.shard.count)}};
  out.write(header.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

std::vector<Part> load_parts(const std::vector<std::string>& files) {
  std::vector<std::pair<Part, std::string>> found;
  for (const std::string& file : files) found.emplace_back(load_part(file), file);
  const auto& [first, first_file] = found.front();
  for (const auto& [part, file] : found)
    if (part.command != first.command || described(part.options) != described(first.options) ||
        part.shard.count != first.shard.count)
      refuse(file, "a part of another work than " + excerpt(first_file));
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first.shard.index < b.first.shard.index; });
  std::vector<Part> parts;
  for (auto& [part, file] : found) {
    const std::string number = std::to_string(part.shard.index);
    if (part.shard.index == parts.size()) refuse(file, "part " + number + " is there twice");
    parts.push_back(std::move(part));
    if (parts.back().shard.index != parts.size()) break;
  }
  for (std::size_t k = 0; k < parts.front().shard.count; ++k)
    if (k >= parts.size() || parts[k].shard.index != k + 1)
      throw std::invalid_argument("part " + std::to_string(k + 1) + " of " +
                                  std::to_string(parts.front().shard.count) + " is missing");
  return parts;
}

void merge(const MergeOptions& options) {
  check_table_name(options.out);
  const std::vector<Part> parts = load_parts(options.parts);
  const bool are_basins = parts.front().command == "basins";
  if (are_basins && !options.colour.empty())
    throw std::invalid_argument("--colour: is for the parts of a sweep; basins have their own");
  if (are_basins)
    finish_basins(parts, options.out);
  else
    finish_sweep(parts, options.colour, options.out);
}

}  // namespace fogline::app
