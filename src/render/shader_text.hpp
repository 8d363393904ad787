// SPDX-License-Identifier: MIT
// The table of embedded shader files, generated at build by embed_shaders.cmake.
#pragma once

#include <span>
#include <string_view>

namespace fogline::render {

struct EmbeddedShader {
  std::string_view file, text;
};

std::span<const EmbeddedShader> embedded_shaders();

}  // namespace fogline::render
