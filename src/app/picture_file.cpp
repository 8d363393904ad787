// SPDX-License-Identifier: MIT
// A frame of nothing else.
#include "app/picture_file.hpp"

#include <glad/gl.h>

#include <cfloat>

#include "app/errors.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "render/framebuffer.hpp"

namespace fogline::app {
namespace {

// Puts back what a picture's frame changes of the interface. (What lies under the pointer is found
// anew by the next frame.)
class KeepState {
 public:
  explicit KeepState(gui::Workbench& bench)
      : bench_(bench),
        hints_(bench.hints),
        size_(ImGui::GetIO().DisplaySize),
        mouse_(ImGui::GetIO().MousePos) {}
  ~KeepState() {
    bench_.hints = hints_;
    ImGui::GetIO().DisplaySize = size_;
    ImGui::GetIO().MousePos = mouse_;
  }
  KeepState(const KeepState&) = delete;
  KeepState& operator=(const KeepState&) = delete;

 private:
  gui::Workbench& bench_;
  gui::Hints hints_;
  ImVec2 size_, mouse_;
};

// A frame of nothing but what `draw` puts into it.
template <class Draw>
void draw_frame(Interface& interface, gui::Workbench& bench, render::Size size, const Draw& draw) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
  io.DisplayFramebufferScale = {1, 1};
  io.DeltaTime = 1.f / 60;
  io.MousePos = {-FLT_MAX, -FLT_MAX};
  bench.hints = {.dragged = true, .played = true, .lesson = true};
  bench.hover.reset();
  bench.ghost.reset();
  bench.traced.reset();
  interface.begin_frame();
  ImGui::NewFrame();
  gui::begin_frame(interface.ui);
  draw();
  gui::end_frame(interface.ui);
  ImGui::Render();
}

// What ImGui::Render() left.
render::Pixels rendered(const Interface& interface, render::Size size) {
  try {
    const render::KeepBinding binding;
    const render::Framebuffer picture(size, 0, render::DepthBuffer::none);
    render::bind_for_drawing(picture);
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(interface.ui.theme.view);
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    interface.draw();
    return render::read_pixels(picture);
  } catch (const std::runtime_error& error) {
    throw MachineError(std::string("the picture could not be drawn: ") + error.what());
  }
}

}  // namespace

render::Pixels take_picture(Interface& interface, gui::Workbench& bench, ScenePainter& painter,
                            const gui::Palettes& palettes, render::Size size) {
  const KeepState state(bench);
  const gui::Painter fine = [&](const gui::Pane& pane, const render::Scene& scene, render::Size s) {
    return painter.paint_fine(pane, scene, s);
  };
  draw_frame(interface, bench, size, [&] {
    const gui::Rect whole{{0, 0}, ImGui::GetIO().DisplaySize};
    if (gui::is_terrain_hidden(bench))
      gui::full_view(interface.ui, bench, whole);
    else
      gui::draw_terrain(interface.ui, *ImGui::GetBackgroundDrawList(), bench, whole,
                        {.now = 1e9, .keys = {}, .palettes = palettes, .painter = fine});
  });
  return rendered(interface, size);
}

render::Pixels take_curve_picture(Interface& interface, gui::Workbench& bench, render::Size size) {
  const KeepState state(bench);
  draw_frame(interface, bench, size, [&] {
    const ImVec2 whole = ImGui::GetIO().DisplaySize;
    const gui::Panel panel(interface.ui, "curve picture", {{0, 0}, whole}, gui::curve_plate, {0, 0},
                           ImGuiWindowFlags_NoScrollbar);
    gui::curve_plot(interface.ui, bench, whole);
  });
  return rendered(interface, size);
}

}  // namespace fogline::app
