// SPDX-License-Identifier: MIT
// Owning handles of OpenGL objects: move-only, deleted with their owner (whose context must still
// be current).
#pragma once

#include <glad/gl.h>

#include <utility>

namespace fogline::render {

template <void (*destroy)(GLuint)>
class Handle {
 public:
  Handle() = default;
  explicit Handle(GLuint id) : id_(id) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Handle() {
    if (id_ != 0) destroy(id_);
  }
  GLuint id() const { return id_; }

 private:
  GLuint id_ = 0;
};

namespace detail {
inline void delete_texture(GLuint id) { glDeleteTextures(1, &id); }
inline void delete_renderbuffer(GLuint id) { glDeleteRenderbuffers(1, &id); }
inline void delete_framebuffer(GLuint id) { glDeleteFramebuffers(1, &id); }
inline void delete_buffer(GLuint id) { glDeleteBuffers(1, &id); }
inline void delete_vertex_array(GLuint id) { glDeleteVertexArrays(1, &id); }
inline void delete_shader(GLuint id) { glDeleteShader(id); }
inline void delete_program(GLuint id) { glDeleteProgram(id); }
}  // namespace detail

using Texture = Handle<detail::delete_texture>;
using Renderbuffer = Handle<detail::delete_renderbuffer>;
using FramebufferObject = Handle<detail::delete_framebuffer>;
using Buffer = Handle<detail::delete_buffer>;
using VertexArray = Handle<detail::delete_vertex_array>;
using ShaderObject = Handle<detail::delete_shader>;
using ProgramObject = Handle<detail::delete_program>;

// glGenTextures and its like for one object.
template <class Owner>
Owner generate(void (*gen)(GLsizei, GLuint*)) {
  GLuint id = 0;
  gen(1, &id);
  return Owner(id);
}

}  // namespace fogline::render
