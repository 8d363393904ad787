# SPDX-License-Identifier: MIT
# Script: writes OUTPUT, a C++ table of the texts of FILES (a list separated by commas).
string(REPLACE "," ";" FILES "${FILES}")
set(rows "")
foreach(path IN LISTS FILES)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" text)
  string(APPEND rows "    {\"${name}\", R\"glsl(${text})glsl\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from shaders/; do not edit.
#include \"render/shader_text.hpp\"

namespace fogline::render {
namespace {
constexpr EmbeddedShader table[] = {
${rows}};
}  // namespace

std::span<const EmbeddedShader> embedded_shaders() { return table; }

}  // namespace fogline::render
")
