// SPDX-License-Identifier: MIT
// What an axis needs of an optimizer to make sense with it.
#pragma once

namespace fogline {

enum class Need {
  nothing,
  rate,   // a learning rate
  slope,  // that it asks for gradients
};

}  // namespace fogline
