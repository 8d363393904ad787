// SPDX-License-Identifier: MIT
// GLFW, its callbacks and its complaints.
#include "app/glfw_window.hpp"

#include <glad/gl.h>
// After glad, which brings the OpenGL declarations that GLFW would otherwise include.
#include <GLFW/glfw3.h>

#include <algorithm>
#include <string>
#include <utility>

#include "app/errors.hpp"
#include "app/keyboard.hpp"
#include "gui/theme.hpp"

namespace fogline::app {
namespace {

std::string last_complaint() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text != nullptr ? text : "no reason given";
}

[[noreturn]] void fail_without_display() {
  throw MachineError(
      "no window can be opened (" + last_complaint() +
      "); start Fogline on a desktop, or use 'fogline render' to draw a picture without a display");
}

[[noreturn]] void fail_without_opengl() {
  const std::string reason = last_complaint();
  glfwTerminate();
  throw MachineError(
      "Fogline needs OpenGL 3.3, which this display does not offer (" + reason +
      "); try LIBGL_ALWAYS_SOFTWARE=1, or 'fogline render' to draw a picture without a window");
}

GLFWwindow* open(int width, int height) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);  // depths are only of the terrain's own image
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "fogline");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "fogline");
  return glfwCreateWindow(width, height, "Fogline", nullptr, nullptr);
}

// The window no larger than the screen it opens on.
void fit_to_screen(int& width, int& height) {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return;
  int x = 0, y = 0, w = 0, h = 0;
  glfwGetMonitorWorkarea(monitor, &x, &y, &w, &h);
  if (w > 0 && h > 0) {
    width = std::min(width, w);
    height = std::min(height, h);
  }
}

}  // namespace

struct GlfwWindow::Callbacks {
  static GlfwWindow& of(GLFWwindow* window) {
    return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
  }
  static void woke(GLFWwindow* window) { of(window).events_.any = true; }

  static void key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
    GlfwWindow& self = of(window);
    self.events_.any = true;
    if (action == GLFW_PRESS) self.keys_down_.insert(scancode);
    if (action == GLFW_RELEASE) self.keys_down_.erase(scancode);
    if (const auto event = key_event(key, scancode, action, modifiers))
      self.events_.keys.push_back(*event);
  }
  static void character(GLFWwindow* window, unsigned codepoint) {
    woke(window);
    if (const auto event = symbol_event(codepoint)) of(window).events_.keys.push_back(*event);
  }
  static void drop(GLFWwindow* window, int count, const char** paths) {
    woke(window);
    for (int i = 0; i < count; ++i) of(window).events_.dropped.emplace_back(paths[i]);
  }
  static void focus(GLFWwindow* window, int focused) {
    woke(window);
    if (focused == GLFW_FALSE) of(window).keys_down_.clear();
  }
  static void scale(GLFWwindow* window, float, float) {
    woke(window);
    of(window).events_.scale_changed = true;
  }

  static void install(GLFWwindow* window) {
    glfwSetKeyCallback(window, key);
    glfwSetCharCallback(window, character);
    glfwSetDropCallback(window, drop);
    glfwSetWindowFocusCallback(window, focus);
    glfwSetWindowContentScaleCallback(window, scale);
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { woke(w); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { woke(w); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { woke(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { woke(w); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { woke(w); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { woke(w); });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { woke(w); });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { woke(w); });
  }
};

GlfwWindow::GlfwWindow(int width, int height) {
  if (glfwInit() == GLFW_FALSE) fail_without_display();
  fit_to_screen(width, height);
  window_ = open(width, height);
  if (window_ == nullptr) fail_without_opengl();
  glfwSetWindowUserPointer(window_, this);
  Callbacks::install(window_);
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  if (gladLoadGL(glfwGetProcAddress) == 0) fail_without_opengl();
}

GlfwWindow::~GlfwWindow() {
  glfwDestroyWindow(window_);
  glfwTerminate();
}

WindowEvents GlfwWindow::take_events() { return std::exchange(events_, {}); }

float GlfwWindow::content_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  return gui::sane_scale(std::max(x, y));
}

void GlfwWindow::toggle_full_screen() {
  if (glfwGetWindowMonitor(window_) != nullptr)
    return glfwSetWindowMonitor(window_, nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode == nullptr) return;
  glfwGetWindowPos(window_, &x_, &y_);
  glfwGetWindowSize(window_, &width_, &height_);
  glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

}  // namespace fogline::app
