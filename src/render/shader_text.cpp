// SPDX-License-Identifier: MIT
// Finds a shader's text: on disk in debug builds, so that one can edit it while the program runs,
// else embedded.
#include "render/shader_text.hpp"

#include <fstream>
#include <iterator>

#include "render/shader.hpp"

namespace fogline::render {

std::string shader_text(std::string_view file) {
#ifdef FOGLINE_SHADER_DIR
  std::ifstream stream(std::string(FOGLINE_SHADER_DIR "/").append(file));
  if (stream) return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
#endif
  for (const EmbeddedShader& shader : embedded_shaders())
    if (shader.file == file) return std::string(shader.text);
  throw ShaderError("shaders/" + std::string(file) + " is not part of this build");
}

}  // namespace fogline::render
