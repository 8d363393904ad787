// SPDX-License-Identifier: MIT
// The ways to a context without a display, in the order in which they work on most machines.
#include "app/offscreen/offscreen_context.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace fogline::app {
namespace {

struct Candidate {
  std::string name;
  EGLDisplay display = EGL_NO_DISPLAY;
};

template <class Function>
Function egl_function(const char* name) {
  return reinterpret_cast<Function>(eglGetProcAddress(name));
}

bool client_has(std::string_view extension) {
  const char* all = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  return all != nullptr && std::string_view(all).find(extension) != std::string_view::npos;
}

EGLDisplay platform_display(EGLenum platform, void* native) {
  const auto get = egl_function<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
  return get != nullptr ? get(platform, native, nullptr) : EGL_NO_DISPLAY;
}

void add_devices(std::vector<Candidate>& out) {
  const auto query = egl_function<PFNEGLQUERYDEVICESEXTPROC>("eglQueryDevicesEXT");
  std::array<EGLDeviceEXT, 8> devices{};
  EGLint count = 0;
  if (query == nullptr ||
      query(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_FALSE)
    return;
  for (int i = 0; i < count; ++i)
    out.push_back(
        {"EGL device " + std::to_string(i),
         platform_display(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)])});
}

std::vector<Candidate> candidates() {
  std::vector<Candidate> out;
  if (client_has("EGL_MESA_platform_surfaceless"))
    out.push_back(
        {"EGL surfaceless", platform_display(EGL_PLATFORM_SURFACELESS_MESA,
                                             reinterpret_cast<void*>(EGL_DEFAULT_DISPLAY))});
  if (client_has("EGL_EXT_platform_device") || client_has("EGL_EXT_device_base")) add_devices(out);
  out.push_back({"EGL default display", eglGetDisplay(EGL_DEFAULT_DISPLAY)});
  return out;
}

std::string egl_error(const char* step) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s failed (0x%04x)", step,
                static_cast<unsigned>(eglGetError()));
  return text.data();
}

EGLConfig choose_config(EGLDisplay display) {
  const EGLint wanted[] = {EGL_SURFACE_TYPE,
                           EGL_PBUFFER_BIT,
                           EGL_RENDERABLE_TYPE,
                           EGL_OPENGL_BIT,
                           EGL_RED_SIZE,
                           8,
                           EGL_GREEN_SIZE,
                           8,
                           EGL_BLUE_SIZE,
                           8,
                           EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display, wanted, &config, 1, &count) == EGL_FALSE || count < 1)
    throw std::runtime_error(egl_error("eglChooseConfig"));
  return config;
}

// A current context with OpenGL's functions loaded; throws with the step that failed, and leaves
// nothing behind.
EGLContext make_context(EGLDisplay display) {
  if (display == EGL_NO_DISPLAY) throw std::runtime_error("no such display");
  if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE)
    throw std::runtime_error(egl_error("eglInitialize"));
  if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) throw std::runtime_error(egl_error("eglBindAPI"));
  const EGLint wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                           3,
                           EGL_CONTEXT_MINOR_VERSION,
                           3,
                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                           EGL_NONE};
  EGLContext context = eglCreateContext(display, choose_config(display), EGL_NO_CONTEXT, wanted);
  if (context == EGL_NO_CONTEXT) throw std::runtime_error(egl_error("eglCreateContext"));
  if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE &&
      gladLoadGL(eglGetProcAddress) != 0)
    return context;
  const std::string error = egl_error("eglMakeCurrent");
  eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(display, context);
  throw std::runtime_error(error);
}

std::string gl_string(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text != nullptr ? text : "?";
}

}  // namespace

OffscreenContext::OffscreenContext() {
  std::string tried;
  for (const Candidate& candidate : candidates()) {
    try {
      context_ = make_context(candidate.display);
      display_ = candidate.display;
      description_ = candidate.name + " (" + gl_string(GL_RENDERER) + ", OpenGL " +
                     gl_string(GL_VERSION) + ")";
      return;
    } catch (const std::exception& error) {
      tried += (tried.empty() ? "" : "; ") + candidate.name + ": " + error.what();
      if (candidate.display != EGL_NO_DISPLAY) eglTerminate(candidate.display);
    }
  }
  throw std::runtime_error(
      "no OpenGL 3.3 without a display: install the packages libegl1 and libgl1-mesa-dri (" +
      tried + ")");
}

OffscreenContext::~OffscreenContext() {
  if (display_ == nullptr) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(display_, context_);
  eglTerminate(display_);
}

OffscreenContext::OffscreenContext(OffscreenContext&& other) noexcept
    : display_(std::exchange(other.display_, nullptr)),
      context_(std::exchange(other.context_, nullptr)),
      description_(std::move(other.description_)) {}

OffscreenContext& OffscreenContext::operator=(OffscreenContext&& other) noexcept {
  std::swap(display_, other.display_);
  std::swap(context_, other.context_);
  std::swap(description_, other.description_);
  return *this;
}

}  // namespace fogline::app
