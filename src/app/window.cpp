// SPDX-License-Identifier: MIT
// The window's loop: draw while something moves, sleep while nothing does, keep the work safe.
#include <glad/gl.h>
// After glad, which brings the OpenGL declarations that GLFW would otherwise include.
#include <GLFW/glfw3.h>

#if __has_include(<backends/imgui_impl_glfw.h>)
#include <backends/imgui_impl_glfw.h>
#else
#include <imgui_impl_glfw.h>
#endif

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <optional>
#include <thread>

#include "app/assets.hpp"
#include "app/atomic_file.hpp"
#include "app/command_line.hpp"
#include "app/dump.hpp"
#include "app/files.hpp"
#include "app/glfw_window.hpp"
#include "app/interface.hpp"
#include "app/lessons.hpp"
#include "app/picture_file.hpp"
#include "app/state_folder.hpp"
#include "app/work_keeper.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/presenter.hpp"
#include "render/png.hpp"

namespace fogline::app {
namespace {

constexpr double frame_seconds = 1.0 / 60;
constexpr int settling_frames = 3;  // drawn after the last event: hover and layout come to rest
constexpr double longest_sleep = 60, nap = 0.25;
constexpr render::Size curve_picture_size{1200, 800};

volatile std::sig_atomic_t asked_to_end = 0;
void on_signal(int) { asked_to_end = 1; }

class ImGuiOnGlfw {
 public:
  explicit ImGuiOnGlfw(GLFWwindow* window) { ImGui_ImplGlfw_InitForOpenGL(window, true); }
  ~ImGuiOnGlfw() { ImGui_ImplGlfw_Shutdown(); }
  ImGuiOnGlfw(const ImGuiOnGlfw&) = delete;
  ImGuiOnGlfw& operator=(const ImGuiOnGlfw&) = delete;
};

class Application {
 public:
  // `given`: the session of `options`, if it names one.
  Application(const WindowOptions& options, std::optional<Session> given);
  void run();

 private:
  Machine machine();
  void begin_work(std::optional<Session> given);
  void open_lessons();
  float wanted_scale() const;
  void restyle();
  void take_events();
  bool draw_frame();  // false where there is nothing to draw on
  void grant();
  void show_trouble();
  void finish();
  void keep_preferences();
  bool is_moving(double now) const;
  bool is_animating(double now) const { return is_moving(now) || frames_to_draw_ > 0; }
  void rest();
  void name_window();
  void report();

  WindowOptions options_;
  StateFolder state_;
  WorkKeeper keeper_{state_};
  Preferences preferences_, written_;  // as they are, and as in the state folder
  bool dark_ = true;                   // of this start: options come before preferences
  float scale_ = 0;
  GlfwWindow window_{1440, 900};
  Interface interface_;
  ImGuiOnGlfw backend_{window_.handle()};
  ScenePainter painter_;
  gui::Palettes palettes_ = load_palettes();
  gui::Workbench bench_;

  std::vector<gui::KeyEvent> keys_;
  int frames_to_draw_ = settling_frames;
  double next_frame_ = 0;  // when the next is due, while something moves
  std::string title_;
  long frames_ = 0;
};

Application::Application(const WindowOptions& options, std::optional<Session> given)
    : options_(options) {
  preferences_ = written_ = state_.read_preferences();
  dark_ = options.theme.empty() ? preferences_.dark : options.theme == "dark";
  scale_ = options.scale > 0 ? static_cast<float>(options.scale) : preferences_.scale;
  glfwSetWindowSizeLimits(window_.handle(), 320, 240, GLFW_DONT_CARE, GLFW_DONT_CARE);
  restyle();
  begin_work(std::move(given));
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) std::signal(signal, on_signal);
}

void Application::begin_work(std::optional<Session> given) {
  bench_.hints = preferences_.hints;
  bench_.classroom.calm = preferences_.calm;
  bench_.recent = preferences_.recent;
  open_lessons();
  keeper_.begin(bench_, std::move(given), options_.session);
}

// A lesson that cannot be read takes no other work away.
void Application::open_lessons() {
  try {
    bench_.lessons = std::make_shared<const std::vector<Lesson>>(load_lessons());
  } catch (const std::exception& error) {
    gui::notify(bench_.notices, gui::NoticeKind::error, error.what());
  }
}

// While presenting the window's height decides.
float Application::wanted_scale() const {
  int width = 0, height = 0;
  glfwGetWindowSize(window_.handle(), &width, &height);
  if (bench_.classroom.presenting && height > 0)
    return gui::presenter_scale(static_cast<float>(height));
  return gui::sane_scale(scale_ > 0 ? scale_ : window_.content_scale());
}

void Application::restyle() {
  interface_.restyle(dark_ ? gui::dark_theme : gui::light_theme, wanted_scale());
}

Machine Application::machine() {
  return {
      .set_clipboard =
          [&](const std::string& text) { glfwSetClipboardString(window_.handle(), text.c_str()); },
      .clipboard =
          [&] {
            const char* text = glfwGetClipboardString(window_.handle());
            return std::string(text != nullptr ? text : "");
          },
      .toggle_full_screen = [&] { window_.toggle_full_screen(); },
      .toggle_theme =
          [&] {
            dark_ = preferences_.dark = !dark_;
            restyle();
          },
      .quit = [&] { glfwSetWindowShouldClose(window_.handle(), GLFW_TRUE); },
      .change_scale =
          [&](float by) {
            scale_ = preferences_.scale = gui::sane_scale(interface_.ui.scale + by);
            restyle();
          },
      .picture =
          [&] {
            const gui::Rect terrain = gui::regions_of(interface_.ui, bench_).terrain;
            const render::Size pixels{static_cast<int>(terrain.width()),
                                      static_cast<int>(terrain.height())};
            return render::encode_png(
                take_picture(interface_, bench_, painter_, palettes_, pixels));
          },
      .curve_picture =
          [&] {
            return render::encode_png(take_curve_picture(interface_, bench_, curve_picture_size));
          }};
}

void Application::take_events() {
  WindowEvents events = window_.take_events();
  if (events.any) frames_to_draw_ = settling_frames;
  if (events.scale_changed || wanted_scale() != interface_.ui.scale) restyle();
  keys_ = std::move(events.keys);
  for (const auto& file : events.dropped) gui::wish(bench_, {gui::Wish::Kind::open, file});
  // Closing is a wish like any other: it may have to be asked about.
  if (glfwWindowShouldClose(window_.handle()) != GLFW_FALSE || asked_to_end != 0) {
    glfwSetWindowShouldClose(window_.handle(), GLFW_FALSE);
    if (asked_to_end != 0)
      bench_.wishes.push_back({gui::Wish::Kind::quit});
    else
      gui::wish(bench_, {gui::Wish::Kind::quit});
  }
}

bool Application::draw_frame() {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_.handle(), &width, &height);
  if (width <= 0 || height <= 0 ||
      glfwGetWindowAttrib(window_.handle(), GLFW_ICONIFIED) != GLFW_FALSE)
    return false;
  interface_.begin_frame();
  ImGui_ImplGlfw_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = std::clamp(io.DeltaTime, 1e-5f,
                            0.1f);  // clocks stand still and jump; ImGui insists on progress
  const double now = glfwGetTime();
  painter_.begin_frame(now);
  ImGui::NewFrame();
  const gui::Painter paint = [&](const gui::Pane& pane, const render::Scene& scene,
                                 render::Size size) { return painter_.paint(pane, scene, size); };
  gui::frame(interface_.ui, bench_, {now, io.DeltaTime, keys_, palettes_, paint});
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width, height);
  glClear(GL_COLOR_BUFFER_BIT);
  interface_.draw();
  glfwSwapBuffers(window_.handle());
  ++frames_;
  return true;
}

void Application::grant() {
  if (bench_.wishes.empty()) return;
  grant_wishes(bench_, machine());
  frames_to_draw_ = settling_frames;
}

void Application::show_trouble() {
  if (!state_.trouble.empty())
    gui::notify(bench_.notices, gui::NoticeKind::error, std::exchange(state_.trouble, {}));
}

void Application::finish() {
  gui::leave_lesson(bench_);
  keeper_.finish(bench_, asked_to_end != 0);
  keep_preferences();
}

// Written whenever they change: a hint once followed is gone for good.
void Application::keep_preferences() {
  preferences_.hints = bench_.hints;
  preferences_.calm = bench_.classroom.calm;
  preferences_.recent = bench_.recent;
  if (preferences_ == written_) return;
  state_.write_preferences(preferences_);
  written_ = preferences_;
}

bool Application::is_moving(double now) const {
  return bench_.playing || !bench_.race_known || !gui::atlas_known(bench_) ||
         !gui::basins_known(bench_) || (bench_.laboratory && !bench_.laboratory->known) ||
         painter_.pending(now) || gui::future_opacity(bench_, now) > 0 ||
         bench_.touch.gesture != gui::Gesture::none || bench_.glide.has_value() ||
         gui::is_at_work(bench_) || gui::is_judging(bench_) || bench_.classroom.lift.has_value() ||
         gui::edges_move(bench_) || !bench_.wishes.empty();
}

// At most 60 frames a second while something moves; asleep until an event otherwise.
void Application::rest() {
  const double now = glfwGetTime();
  if (is_animating(now)) {
    next_frame_ = std::max(next_frame_ + frame_seconds, now);  // by the clock: sleeps run over
    if (next_frame_ > now)
      std::this_thread::sleep_for(std::chrono::duration<double>(next_frame_ - now));
    return glfwPollEvents();
  }
  const double sleep =
      std::min({static_cast<double>(interface_.ui.wake), longest_sleep, keeper_.patience()});
  painter_.give_back_memory();
  // In short naps: a signal does not end GLFW's sleep. One at least, or no event would be seen.
  double left = sleep;
  do {
    glfwWaitEventsTimeout(std::clamp(left, 1e-3, nap));
    left -= nap;
  } while (left > 0 && !window_.has_events() && asked_to_end == 0);
  frames_to_draw_ = std::max(frames_to_draw_, 1);
}

void Application::name_window() {
  const std::string file = bench_.file.empty()
                               ? std::string("Fogline")
                               : bench_.file.filename().string() + " \u2013 Fogline";
  const std::string title = (gui::is_dirty(bench_) && !bench_.file.empty() ? "\u2022 " : "") + file;
  if (title == title_) return;
  title_ = title;
  glfwSetWindowTitle(window_.handle(), title.c_str());
}

void Application::report() {
  if (options_.ready && frames_ == 1) {
    std::puts("READY");
    std::fflush(stdout);
  }
  if (!options_.dump.empty())
    save_file(options_.dump,
              dump_text(interface_.ui, bench_,
                        {frames_, window_.keys_down(), !is_animating(glfwGetTime())}));
}

void Application::run() {
  while (glfwWindowShouldClose(window_.handle()) == GLFW_FALSE) {
    const double began = glfwGetTime();
    take_events();
    grant();
    frames_to_draw_ = is_moving(began) ? settling_frames : std::max(0, frames_to_draw_ - 1);
    if (draw_frame())
      report();
    else
      glfwWaitEventsTimeout(0.1);
    keeper_.keep(bench_, began);
    keep_preferences();
    show_trouble();
    name_window();
    rest();
  }
  finish();
}

}  // namespace

void open_window(const WindowOptions& options) {
  std::optional<Session> given;
  if (!options.session.empty()) given = read_session(options.session);
  Application application(options, std::move(given));
  application.run();
}

}  // namespace fogline::app
