// SPDX-License-Identifier: MIT
// Keeps, ages and draws notices.
#include "gui/notice.hpp"

#include <algorithm>
#include <cfloat>

#include "gui/button.hpp"
#include "gui/compat.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr std::size_t at_most = 4;
constexpr float lifetime = 5, fade = 0.4f, longest = 420;

constexpr ImGuiWindowFlags window_flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground;

bool is_over(const Notice& notice) {
  return notice.kind == NoticeKind::done && notice.age >= lifetime;
}

void age(Ui& ui, Notices& notices) {
  for (Notice& notice : notices.shown) notice.age += ImGui::GetIO().DeltaTime;
  std::erase_if(notices.shown, is_over);
  for (const Notice& notice : notices.shown)
    if (notice.kind == NoticeKind::done) wake_after(ui, lifetime - fade - notice.age);
}

struct Box {
  ImVec2 min{}, size{};
  float text_width = 0;
};

Box box_of(const Ui& ui, const Notice& notice, ImVec2 lower_left, float width) {
  const ImFont* font = ui.fonts.small;
  Box box;
  const float most = std::min(width, px(ui, longest));
  box.text_width = std::max(most - px(ui, 12 + 40), px(ui, 80));
  const char* const text = notice.text.data();
  const ImVec2 size = font->CalcTextSizeA(font_height(font), FLT_MAX, box.text_width, text,
                                          text + notice.text.size());
  box.size = {size.x + px(ui, 14 + 42), std::max(size.y + px(ui, 18), px(ui, 36))};
  box.min = {lower_left.x, lower_left.y - box.size.y};
  return box;
}

// True if it was dismissed.
bool draw_box(Ui& ui, const Notice& notice, const Box& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool error = notice.kind == NoticeKind::error;
  const ImU32 ground = error ? ui.theme.failed.ground : ui.theme.raised;
  const ImU32 ink = error ? ui.theme.failed.ink : ui.theme.text;
  const float alpha = error ? 1 : std::clamp((lifetime - notice.age) / fade, 0.f, 1.f);
  const ImVec2 max{box.min.x + box.size.x, box.min.y + box.size.y};
  list.AddRectFilled(box.min, max, faded(ground, alpha), px(ui, 8));
  const ImFont* font = ui.fonts.small;
  const char* const text = notice.text.data();
  list.AddText(font, font_height(font), {box.min.x + px(ui, 14), box.min.y + px(ui, 9)},
               faded(ink, alpha), text, text + notice.text.size(), box.text_width);
  ImGui::SetCursorScreenPos({max.x - px(ui, 32), box.min.y + px(ui, 4)});
  return icon_button(ui, "dismiss", Icon::cross, {.tip = "Dismiss"});
}

}  // namespace

void notify(Notices& notices, NoticeKind kind, std::string text) {
  std::erase_if(notices.shown, [&](const Notice& n) { return n.text == text; });
  notices.shown.push_back({kind, std::move(text), 0});
  if (notices.shown.size() > at_most) notices.shown.erase(notices.shown.begin());
}

void draw_notices(Ui& ui, Notices& notices, ImVec2 lower_left, float width) {
  age(ui, notices);
  int dismissed = -1;
  for (int i = static_cast<int>(notices.shown.size()) - 1; i >= 0; --i) {
    const Notice& notice = notices.shown[static_cast<std::size_t>(i)];
    const Box box = box_of(ui, notice, lower_left, width);
    const Scope scope(ui, "notices", i);
    ImGui::SetNextWindowPos(box.min);
    ImGui::SetNextWindowSize(box.size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin(ui.path.c_str(), nullptr, window_flags);
    ImGui::PopStyleVar();
    ui.registry.note({.path = ui.path,
                      .min = box.min,
                      .max = {box.min.x + box.size.x, box.min.y + box.size.y},
                      .visible = true});
    if (draw_box(ui, notice, box)) dismissed = i;
    ImGui::End();
    lower_left.y = box.min.y - px(ui, 8);
  }
  if (dismissed >= 0) notices.shown.erase(notices.shown.begin() + dismissed);
}

}  // namespace fogline::gui
