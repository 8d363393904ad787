// SPDX-License-Identifier: MIT
#include "by_hand_loop.hpp"

namespace fogline::by_hand {

void himmelblau_avx512(double* x, double* y, std::size_t n, std::uint32_t steps, double rate) {
  walk<Himmelblau>(x, y, n, steps, rate);
}
void rastrigin_avx512(double* x, double* y, std::size_t n, std::uint32_t steps, double rate) {
  walk<Rastrigin>(x, y, n, steps, rate);
}

}  // namespace fogline::by_hand
