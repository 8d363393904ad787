// SPDX-License-Identifier: MIT
// Shader programs that refuse to be used wrongly: setting a uniform that the program does not have,
// or drawing with one that was never set, is an error.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "render/handles.hpp"

namespace fogline::render {

// The shader's name and the compiler's log, or the uniform that is wrong.
struct ShaderError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The text of shaders/<file>, embedded at build; debug builds read it from disk if it is there.
std::string shader_text(std::string_view file);

class Program {
 public:
  // Compiles shaders/<name>.vert and <name>.frag.
  explicit Program(const std::string& name);
  // The same with shaders/<prefix> before the fragment shader.
  static Program prefixed(const std::string& name, const std::string& prefix);
  Program(const std::string& name, std::string_view vertex, std::string_view fragment);

  // Makes the program current; the setters below need that.
  void use() const;
  void set(const char* uniform, int value);
  void set(const char* uniform, float value);
  void set(const char* uniform, glm::ivec2 value);
  void set(const char* uniform, glm::vec2 value);
  void set(const char* uniform, glm::vec3 value);
  void set(const char* uniform, glm::vec4 value);
  void set(const char* uniform, const glm::mat4& value);
  // The first elements of an array, whose name ends in "[0]"; at least one.
  void set(const char* uniform, std::span<const glm::vec2> values);
  // Throws unless every active uniform has been set; to be called before each draw.
  void check_complete() const;

 private:
  struct Uniform {
    GLint location = -1;
    bool is_set = false;
  };
  GLint touch(const char* uniform);
  void list_uniforms();

  std::string name_;
  ProgramObject program_;
  std::map<std::string, Uniform, std::less<>> uniforms_;
};

}  // namespace fogline::render
