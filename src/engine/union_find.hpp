// SPDX-License-Identifier: MIT
// Which of n things are connected. Tarjan 1975, J. ACM 22:215, with path halving.
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace fogline {

class UnionFind {
 public:
  explicit UnionFind(std::size_t n) : above_(n) { std::iota(above_.begin(), above_.end(), 0); }

  // The same of all that are connected.
  std::size_t root(std::size_t i) {
    while (above_[i] != i) i = above_[i] = above_[above_[i]];
    return i;
  }
  // False where they were connected already.
  bool join(std::size_t a, std::size_t b) {
    const std::size_t x = root(a), y = root(b);
    above_[x < y ? y : x] = x < y ? x : y;
    return x != y;
  }

 private:
  std::vector<std::size_t> above_;
};

}  // namespace fogline
