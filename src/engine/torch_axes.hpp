// SPDX-License-Identifier: MIT
// A racer's axes in PyTorch's words, as far as PyTorch has them and they mean the same there.
#pragma once

#include <string>

#include "fogline/engine/course.hpp"

namespace fogline {

// Lines of a program with a point `p`, and `optimizer` where torch.optim has the method.
struct TorchAxes {
  std::string setup;         // after the optimizer has been made
  std::string told;          // in the loop, indented by four: changes p.grad, and sees p unmoved
  std::string moved;         // in the loop, after the step
  std::string not_repeated;  // names, with commas between
};

// `library`: the method is one of torch.optim's, with its own learning rate.
TorchAxes torch_axes(const Course& course, bool library);

}  // namespace fogline
