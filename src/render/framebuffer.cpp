// SPDX-License-Identifier: MIT
// Creating, copying and reading images.
#include "render/framebuffer.hpp"

#include <algorithm>
#include <stdexcept>

namespace fogline::render {
namespace {

GLint limit(GLenum name) {
  GLint value = 0;
  glGetIntegerv(name, &value);
  return value;
}

Texture make_texture(Size size, GLint internal, GLenum format, GLenum type, GLint filter) {
  auto texture = generate<Texture>(glGenTextures);
  glBindTexture(GL_TEXTURE_2D, texture.id());
  glTexImage2D(GL_TEXTURE_2D, 0, internal, size.width, size.height, 0, format, type, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glBindTexture(GL_TEXTURE_2D, 0);
  return texture;
}

Renderbuffer make_renderbuffer(Size size, int samples, GLenum format, GLenum attachment) {
  auto buffer = generate<Renderbuffer>(glGenRenderbuffers);
  glBindRenderbuffer(GL_RENDERBUFFER, buffer.id());
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, size.width, size.height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, attachment, GL_RENDERBUFFER, buffer.id());
  return buffer;
}

void attach(GLenum attachment, const Texture& texture) {
  glFramebufferTexture2D(GL_FRAMEBUFFER, attachment, GL_TEXTURE_2D, texture.id(), 0);
}

}  // namespace

Framebuffer::Framebuffer(Size size_, int samples_, DepthBuffer with)
    : size(size_),
      samples(samples_ > 1 ? samples_ : 0),
      object(generate<FramebufferObject>(glGenFramebuffers)) {
  const KeepBinding keep;
  const bool deep = with == DepthBuffer::present;
  glBindFramebuffer(GL_FRAMEBUFFER, object.id());
  if (samples > 0) {
    multisampled_color = make_renderbuffer(size, samples, GL_RGBA8, GL_COLOR_ATTACHMENT0);
    if (deep)
      multisampled_depth =
          make_renderbuffer(size, samples, GL_DEPTH_COMPONENT24, GL_DEPTH_ATTACHMENT);
  } else {
    color = make_texture(size, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, GL_LINEAR);
    attach(GL_COLOR_ATTACHMENT0, color);
    if (deep) {
      depth =
          make_texture(size, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, GL_NEAREST);
      attach(GL_DEPTH_ATTACHMENT, depth);
    }
  }
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
    throw std::runtime_error("the graphics driver cannot draw into an image of " +
                             std::to_string(size.width) + " x " + std::to_string(size.height));
}

Size clamped(Size size) {
  const int most = std::min({limit(GL_MAX_TEXTURE_SIZE), limit(GL_MAX_RENDERBUFFER_SIZE), 8192});
  return {std::min(size.width, most), std::min(size.height, most)};
}

int clamped_samples(int wanted) { return std::clamp(wanted, 0, limit(GL_MAX_SAMPLES)); }

void bind_for_drawing(const Framebuffer& target) {
  glBindFramebuffer(GL_FRAMEBUFFER, target.object.id());
  glViewport(0, 0, target.size.width, target.size.height);
}

void copy(const Framebuffer& from, const Framebuffer& to, Parts parts) {
  const auto [w, h] = from.size;
  const bool deep = parts == Parts::color_and_depth;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from.object.id());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.object.id());
  const GLbitfield what = GL_COLOR_BUFFER_BIT | (deep ? GL_DEPTH_BUFFER_BIT : 0);
  glBlitFramebuffer(0, 0, w, h, 0, 0, w, h, what, GL_NEAREST);
}

Pixels read_pixels(const Framebuffer& from) {
  const KeepBinding keep;
  const std::size_t row = 4 * static_cast<std::size_t>(std::max(from.size.width, 0));
  Pixels out{from.size, std::vector<std::uint8_t>(row * std::max(from.size.height, 0))};
  if (from.size.empty()) return out;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from.object.id());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, from.size.width, from.size.height, GL_RGBA, GL_UNSIGNED_BYTE, out.rgba.data());
  for (auto top = out.rgba.begin(), end = out.rgba.end(); end - top > static_cast<long>(row);
       top += static_cast<long>(row), end -= static_cast<long>(row))
    std::swap_ranges(top, top + static_cast<long>(row), end - static_cast<long>(row));
  return out;
}

KeepBinding::KeepBinding() {
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &draw_);
  glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_);
  glGetIntegerv(GL_VIEWPORT, viewport_);
}

KeepBinding::~KeepBinding() {
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(draw_));
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(read_));
  glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
}

void check_gl(const std::string& during) {
  if (const GLenum error = glGetError(); error != GL_NO_ERROR)
    throw std::runtime_error("OpenGL error " + std::to_string(error) + " while " + during);
}

}  // namespace fogline::render
