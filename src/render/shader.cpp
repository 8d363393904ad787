// SPDX-License-Identifier: MIT
// Compiling and linking. The files hold no #version line: the header in front of them makes GLSL
// 330 or ES 300.
#include "render/shader.hpp"

#include <array>
#include <glm/gtc/type_ptr.hpp>

namespace fogline::render {
namespace {

const char* version_header() {
  const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
  const bool embedded = version != nullptr && std::string_view(version).starts_with("OpenGL ES");
  return embedded ? "#version 300 es\nprecision highp float;\nprecision highp int;\n"
                  : "#version 330 core\n";
}

template <class Get>
std::string log_of(GLuint id, Get get) {
  std::array<char, 4096> text{};
  GLsizei length = 0;
  get(id, static_cast<GLsizei>(text.size()), &length, text.data());
  return {text.data(), static_cast<std::size_t>(length)};
}

ShaderObject compile(GLenum stage, const std::string& file, std::string_view text) {
  ShaderObject shader(glCreateShader(stage));
  const std::string source = version_header() + std::string("#line 1\n") + std::string(text);
  const char* pointer = source.c_str();
  glShaderSource(shader.id(), 1, &pointer, nullptr);
  glCompileShader(shader.id());
  GLint done = GL_FALSE;
  glGetShaderiv(shader.id(), GL_COMPILE_STATUS, &done);
  if (done == GL_FALSE)
    throw ShaderError("shaders/" + file + " does not compile:\n" +
                      log_of(shader.id(), glGetShaderInfoLog));
  return shader;
}

}  // namespace

Program::Program(const std::string& name)
    : Program(name, shader_text(name + ".vert"), shader_text(name + ".frag")) {}

Program Program::prefixed(const std::string& name, const std::string& prefix) {
  return {name, shader_text(name + ".vert"),
          shader_text(prefix) + "#line 1\n" + shader_text(name + ".frag")};
}

Program::Program(const std::string& name, std::string_view vertex, std::string_view fragment)
    : name_(name) {
  const ShaderObject vert = compile(GL_VERTEX_SHADER, name + ".vert", vertex);
  const ShaderObject frag = compile(GL_FRAGMENT_SHADER, name + ".frag", fragment);
  program_ = ProgramObject(glCreateProgram());
  glAttachShader(program_.id(), vert.id());
  glAttachShader(program_.id(), frag.id());
  glLinkProgram(program_.id());
  GLint done = GL_FALSE;
  glGetProgramiv(program_.id(), GL_LINK_STATUS, &done);
  if (done == GL_FALSE)
    throw ShaderError("shaders/" + name + " does not link:\n" +
                      log_of(program_.id(), glGetProgramInfoLog));
  list_uniforms();
}

void Program::list_uniforms() {
  GLint count = 0;
  glGetProgramiv(program_.id(), GL_ACTIVE_UNIFORMS, &count);
  for (GLuint i = 0; i < static_cast<GLuint>(count); ++i) {
    std::array<char, 128> text{};
    GLint elements = 0;
    GLenum type = 0;
    glGetActiveUniform(program_.id(), i, static_cast<GLsizei>(text.size()), nullptr, &elements,
                       &type, text.data());
    uniforms_[text.data()] = {glGetUniformLocation(program_.id(), text.data()), false};
  }
}

void Program::use() const { glUseProgram(program_.id()); }

GLint Program::touch(const char* uniform) {
  const auto found = uniforms_.find(std::string_view(uniform));
  if (found == uniforms_.end())
    throw ShaderError("shaders/" + name_ + " has no active uniform '" + uniform + "'");
  found->second.is_set = true;
  return found->second.location;
}

void Program::set(const char* uniform, int value) { glUniform1i(touch(uniform), value); }
void Program::set(const char* uniform, float value) { glUniform1f(touch(uniform), value); }
void Program::set(const char* uniform, glm::ivec2 value) {
  glUniform2i(touch(uniform), value.x, value.y);
}
void Program::set(const char* uniform, glm::vec2 value) {
  glUniform2f(touch(uniform), value.x, value.y);
}
void Program::set(const char* uniform, glm::vec3 value) {
  glUniform3f(touch(uniform), value.x, value.y, value.z);
}
void Program::set(const char* uniform, glm::vec4 value) {
  glUniform4f(touch(uniform), value.x, value.y, value.z, value.w);
}
void Program::set(const char* uniform, const glm::mat4& value) {
  glUniformMatrix4fv(touch(uniform), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(const char* uniform, std::span<const glm::vec2> values) {
  glUniform2fv(touch(uniform), static_cast<GLsizei>(values.size()), &values.front().x);
}

void Program::check_complete() const {
  for (const auto& [name, uniform] : uniforms_)
    if (!uniform.is_set)
      throw ShaderError("shaders/" + name_ + ": uniform '" + name + "' was never set");
}

}  // namespace fogline::render
