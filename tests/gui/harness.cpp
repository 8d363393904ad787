// SPDX-License-Identifier: MIT
// Injects input into ImGui: as state into 1.86, as events into newer ones.
#include "harness.hpp"

#include "catch.hpp"

namespace fogline::gui::test {

namespace {

#if IMGUI_VERSION_NUM < 18700
void map_keys(ImGuiIO& io) {
  for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = 256 + key;
}
#endif

}  // namespace

Harness::Harness(std::function<void(Ui&)> panel, float width, float scale)
    : panel_(std::move(panel)), context_(ImGui::CreateContext()), width_(width) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {1280, 900};
  io.ConfigInputTextCursorBlink = false;
#if IMGUI_VERSION_NUM < 18700
  map_keys(io);
#endif
  restyle(ui, dark_theme, scale);
  frames(2);
}

Harness::~Harness() { ImGui::DestroyContext(context_); }

void Harness::frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.f / 60;
  ImGui::NewFrame();
  begin_frame(ui);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width_, 860});
  constexpr auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin("panel", nullptr, flags);
  panel_(ui);
  ImGui::End();
  end_frame(ui);
  ImGui::Render();
}

void Harness::frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

void Harness::move(ImVec2 point) {
  pointer_ = point;
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMousePosEvent(point.x, point.y);
#else
  ImGui::GetIO().MousePos = point;
#endif
  frame();
}

void Harness::button(int which, bool down) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMouseButtonEvent(which, down);
#else
  ImGui::GetIO().MouseDown[which] = down;
#endif
  frame();
}

void Harness::key(ImGuiKey key, bool down) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddKeyEvent(key, down);
#else
  ImGui::GetIO().KeysDown[256 + key] = down;
#endif
  frame();
}

void Harness::ctrl(bool down) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, down);
#else
  ImGui::GetIO().KeyCtrl = down;
  ImGui::GetIO().KeyMods = down ? ImGuiKeyModFlags_Ctrl : 0;
#endif
  frame();
}

void Harness::shift(bool down) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, down);
#else
  ImGui::GetIO().KeyShift = down;
  ImGui::GetIO().KeyMods = down ? ImGuiKeyModFlags_Shift : 0;
#endif
  frame();
}

ImVec2 Harness::place(std::string_view path) {
  const Item* item = ui.registry.find(path);
  INFO("looking for " << path << " among\n" << dump(ui.registry));
  REQUIRE(item != nullptr);
  REQUIRE(item->visible);
  return centre(*item);
}

void Harness::click(std::string_view path) {
  press_at(path);
  button(0, false);
  frames(3);
}

void Harness::right_click(std::string_view path) {
  move(place(path));
  button(1, true);
  button(1, false);
  frames(2);
}

void Harness::press_at(std::string_view path) {
  move(place(path));
  button(0, true);
}

void Harness::drag(std::string_view path, float dx, int steps) {
  press_at(path);
  const ImVec2 from = pointer_;
  for (int i = 1; i <= steps; ++i)
    move({from.x + dx * static_cast<float>(i) / static_cast<float>(steps), from.y});
  button(0, false);
  frame();
}

void Harness::press(ImGuiKey which) {
  key(which, true);
  key(which, false);
  frames(2);
}

void Harness::type(std::string_view text) {
  frames(2);  // ImGui gives the field its focus a frame late
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  frames(2);
}

bool Harness::has(std::string_view path) const { return ui.registry.find(path) != nullptr; }

}  // namespace fogline::gui::test
