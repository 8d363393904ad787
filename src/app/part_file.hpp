// SPDX-License-Identifier: MIT
// A part of a work that was divided: what was asked for, which part it is, and its results as
// bytes. One line of JSON, then the bytes.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "app/many.hpp"
#include "app/output.hpp"
#include "fogline/core/text.hpp"

namespace fogline::app {

struct Part {
  std::string command;  // basins or sweep
  SweepOptions options;
  Shard shard;
  std::string bytes;
  std::string file;  // where it was read from
};

// The line before the bytes.
void write_header(const Part& part, Output& out);
// All parts of one work, in order. Throws std::invalid_argument where one is missing, there twice,
// of another work, or no part at all.
std::vector<Part> load_parts(const std::vector<std::string>& files);

// Numbers as bytes, little-endian.
template <class T>
void put(std::string& bytes, T value) {
  using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  static_assert(sizeof(T) == sizeof(Bits));
  auto bits = std::bit_cast<Bits>(value);
  for (std::size_t k = 0; k < sizeof(T); ++k, bits >>= 8) bytes += static_cast<char>(bits & 255);
}

// Takes numbers off the front of a part's bytes; throws std::invalid_argument where none are left.
class Reader {
 public:
  explicit Reader(const Part& part) : part_(part), bytes_(part.bytes) {}
  template <class T>
  T take() {
    using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    if (bytes_.size() - at_ < sizeof(T)) refuse("the part is cut short");
    Bits bits = 0;
    for (std::size_t k = 0; k < sizeof(T); ++k)
      bits |= static_cast<Bits>(static_cast<unsigned char>(bytes_[at_++])) << (8 * k);
    return std::bit_cast<T>(bits);
  }
  // A number below `end`.
  std::uint32_t below(std::uint64_t end) {
    const auto value = take<std::uint32_t>();
    if (value >= end) refuse("the part is damaged");
    return value;
  }
  void at_end() const {
    if (at_ < bytes_.size()) refuse("the part is longer than its work");
  }

 private:
  [[noreturn]] void refuse(const std::string& cause) const {
    throw std::invalid_argument(excerpt(part_.file) + ": " + cause);
  }

  const Part& part_;
  const std::string& bytes_;
  std::size_t at_ = 0;
};

// From parts to a file; each in the source file of its command.
void finish_basins(const std::vector<Part>& parts, const std::string& out);
void finish_sweep(const std::vector<Part>& parts, const std::string& out);

}  // namespace fogline::app
