// SPDX-License-Identifier: MIT
// A part of a work that was divided: what was asked for, which part it is, and its results as
// bytes. One line of JSON, then the bytes.
#pragma once

#include <bit>
#include <cstdint>
#include <fstream>
#include <string>
#include <type_traits>
#include <vector>

#include "app/many.hpp"
#include "app/output.hpp"

namespace fogline::app {

struct Part {
  std::string command;  // basins or sweep
  SweepOptions options;
  Shard shard;
  std::string file;  // in which it is
};

// The line before the bytes.
void write_header(const Part& part, Output& out);
// All parts of one work, in order: their headers. Throws std::invalid_argument where one is
// missing, there twice, of another work, or no part at all.
std::vector<Part> load_parts(const std::vector<std::string>& files);

// Numbers as bytes, little-endian.
template <class T>
void put(std::string& bytes, T value) {
  using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  static_assert(sizeof(T) == sizeof(Bits));
  auto bits = std::bit_cast<Bits>(value);
  for (std::size_t k = 0; k < sizeof(T); ++k, bits >>= 8) bytes += static_cast<char>(bits & 255);
}

// Takes one number after the other from a part's bytes; throws std::invalid_argument where none are
// left.
class Reader {
 public:
  explicit Reader(const Part& part);
  template <class T>
  T take() {
    using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    char bytes[sizeof(T)];
    if (!bytes_.read(bytes, sizeof bytes)) refuse("the part is cut short");
    Bits bits = 0;
    for (std::size_t k = 0; k < sizeof(T); ++k)
      bits |= static_cast<Bits>(static_cast<unsigned char>(bytes[k])) << (8 * k);
    return std::bit_cast<T>(bits);
  }
  // A number below `end`.
  std::uint32_t below(std::uint64_t end) {
    const auto value = take<std::uint32_t>();
    if (value >= end) refuse("the part is damaged");
    return value;
  }
  void at_end();

 private:
  [[noreturn]] void refuse(const std::string& cause) const;

  std::string name_;
  std::ifstream bytes_;
};

// From parts to a file; each in the source file of its command.
void finish_basins(const std::vector<Part>& parts, const std::string& out);
void finish_sweep(const std::vector<Part>& parts, const std::string& colour,
                  const std::string& out);

}  // namespace fogline::app
