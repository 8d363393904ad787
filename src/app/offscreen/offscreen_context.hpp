// SPDX-License-Identifier: MIT
// OpenGL 3.3 without a window or a display, through EGL: for `fogline render` and for the tests.
#pragma once

#include <string>

namespace fogline::app {

// Current on the thread that made it, until it is destroyed; there is no default framebuffer.
class OffscreenContext {
 public:
  // Tries surfaceless Mesa, then each EGL device, then the default display, and loads OpenGL's
  // functions. Throws std::runtime_error that says what failed and which packages to install.
  OffscreenContext();
  ~OffscreenContext();
  OffscreenContext(OffscreenContext&&) noexcept;
  OffscreenContext& operator=(OffscreenContext&&) noexcept;

  // What was used, e.g. "EGL surfaceless (llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5 ...)".
  const std::string& description() const { return description_; }

 private:
  void* display_ = nullptr;  // EGLDisplay
  void* context_ = nullptr;  // EGLContext
  std::string description_;
};

}  // namespace fogline::app
