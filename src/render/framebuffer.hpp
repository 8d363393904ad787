// SPDX-License-Identifier: MIT
// Images to draw into, and small helpers about what is bound.
#pragma once

#include <string>

#include "render/handles.hpp"
#include "render/pixels.hpp"

namespace fogline::render {

enum class DepthBuffer { none, present };

// A colour image (RGBA8) and perhaps depths (24 bits). Without multisampling both are textures.
struct Framebuffer {
  Framebuffer() = default;
  // `samples` 0 or 1: none; throws std::runtime_error if the driver refuses.
  Framebuffer(Size, int samples, DepthBuffer);

  Size size;
  int samples = 0;
  FramebufferObject object;
  Texture color, depth;                                 // without multisampling
  Renderbuffer multisampled_color, multisampled_depth;  // with
};

// Each side clamped to what the driver accepts.
Size clamped(Size);
// The sample count nearest to `wanted` the driver accepts (asking for more fails).
int clamped_samples(int wanted);

void bind_for_drawing(const Framebuffer&);

enum class Parts { color, color_and_depth };
// Resolves samples. Sizes must be equal.
void copy(const Framebuffer& from, const Framebuffer& to, Parts);
Pixels read_pixels(const Framebuffer&);

// Puts framebuffer binding and viewport back when it goes out of scope.
class KeepBinding {
 public:
  KeepBinding();
  ~KeepBinding();
  KeepBinding(const KeepBinding&) = delete;
  KeepBinding& operator=(const KeepBinding&) = delete;

 private:
  GLint draw_ = 0, read_ = 0;
  GLint viewport_[4] = {};
};

// Throws std::runtime_error if OpenGL reported an error since the last call.
void check_gl(const std::string& during);

}  // namespace fogline::render
