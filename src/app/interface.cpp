// SPDX-License-Identifier: MIT
// The life of the ImGui context.
#include "app/interface.hpp"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include "app/errors.hpp"

namespace fogline::app {

namespace {

void fill(const ImDrawList*, const ImDrawCmd* command) {
  const auto packed = reinterpret_cast<std::uintptr_t>(command->UserCallbackData);
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(static_cast<ImU32>(packed));
  set_scissor(*command);
  glClearColor(color.x, color.y, color.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

PixelRect set_scissor(const ImDrawCmd& command) {
  const ImDrawData& all = *ImGui::GetDrawData();
  const ImVec2 scale = all.FramebufferScale;
  const ImVec4& clip = command.ClipRect;
  const int left = static_cast<int>(std::floor((clip.x - all.DisplayPos.x) * scale.x)),
            top = static_cast<int>(std::floor((clip.y - all.DisplayPos.y) * scale.y)),
            right = static_cast<int>(std::ceil((clip.z - all.DisplayPos.x) * scale.x)),
            bottom = static_cast<int>(std::ceil((clip.w - all.DisplayPos.y) * scale.y)),
            height = static_cast<int>(all.DisplaySize.y * scale.y);
  const PixelRect rect{left, height - bottom, std::max(0, right - left), std::max(0, bottom - top)};
  glScissor(rect.x, rect.y, rect.width, rect.height);
  return rect;
}

Interface::Interface() {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written to the current folder
  ImGui::GetIO().ConfigWindowsMoveFromTitleBarOnly = true;
  if (!ImGui_ImplOpenGL3_Init("#version 330"))
    throw MachineError("Dear ImGui could not use this OpenGL; Fogline needs OpenGL 3.3");
  ui.fill = fill;
}

Interface::~Interface() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

// Only the font texture is made anew: Dear ImGui 1.86 forgets to notice when its buffers are.
void Interface::restyle(const gui::Theme& theme, float scale) {
  const bool began = ui.fonts.body != nullptr;
  const bool new_fonts = !began || gui::usable_scale(scale) != ui.scale;
  gui::restyle(ui, theme, scale);
#if IMGUI_VERSION_NUM < 19200
  if (!began || !new_fonts) return;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

void Interface::begin_frame() const { ImGui_ImplOpenGL3_NewFrame(); }

void Interface::draw() const { ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData()); }

}  // namespace fogline::app
