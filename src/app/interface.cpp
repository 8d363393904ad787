// SPDX-License-Identifier: MIT
// The life of the ImGui context.
#include "app/interface.hpp"

#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include "app/errors.hpp"

namespace fogline::app {

Interface::Interface() {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written to the current folder
  ImGui::GetIO().ConfigWindowsMoveFromTitleBarOnly = true;
  if (!ImGui_ImplOpenGL3_Init("#version 330"))
    throw MachineError("Dear ImGui could not use this OpenGL; Fogline needs OpenGL 3.3");
}

Interface::~Interface() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

void Interface::restyle(const gui::Theme& theme, float scale) {
  const bool new_fonts = ui.fonts.body == nullptr || gui::sane_scale(scale) != ui.scale;
  gui::restyle(ui, theme, scale);
  if (new_fonts)
    ImGui_ImplOpenGL3_DestroyDeviceObjects();  // the next frame makes them anew, the font texture
                                               // too
}

void Interface::begin_frame() const { ImGui_ImplOpenGL3_NewFrame(); }

void Interface::draw() const { ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData()); }

}  // namespace fogline::app
