// SPDX-License-Identifier: MIT
// A walk as a program of PyTorch's, for whoever wants to go on from it elsewhere.
#pragma once

#include <cstdint>
#include <string>

#include "fogline/engine/course.hpp"

namespace fogline {

// The program, or the sentence that says why there is none.
struct PytorchProgram {
  std::string text, why_not;
};

// A program that makes `steps` steps of the course with torch.optim, or with a loop written out
// where torch.optim lacks the method, and prints every iterate as CSV: step,x,y,loss. Schedules,
// regularization, decoupled decay and clipping are repeated where torch's mean the same; of the
// other axes in use a comment says that they are not. None for methods that are not per coordinate,
// and for landscapes made of another one.
PytorchProgram pytorch_program(const Course& course, std::uint32_t steps);

}  // namespace fogline
