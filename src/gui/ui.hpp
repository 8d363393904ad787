// SPDX-License-Identifier: MIT
// What every widget is given: theme, fonts, scale, the registry, and the little that the interface
// remembers from frame to frame (keyboard focus, the one running drag, the one text being typed).
// One value, owned by the application, passed by reference.
#pragma once

#include <imgui.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "gui/fonts.hpp"
#include "gui/registry.hpp"
#include "gui/theme.hpp"

namespace fogline::gui {

// Which widget the keyboard speaks to. None (0) after any mouse press: keys are then the terrain's.
struct Focus {
  ImGuiID id = 0;
  std::vector<ImGuiID> order, last_order;  // focusable widgets, this frame and the one before
  bool moved = false;                      // by Tab, this frame: scroll there
};

// The slider being dragged and the value it goes back to on Esc.
struct Drag {
  ImGuiID id = 0;
  double old_value = 0;
  bool dead = false;  // cancelled, but the mouse button is still down
};

// The text being typed; at most one at a time.
struct Typing {
  ImGuiID id = 0;
  std::string text, complaint;
  int frames = 0;     // since it was opened
  bool seen = false;  // this frame
};

struct Hover {
  ImGuiID id = 0;
  float seconds = 0;
  bool seen = false;
};

// The open list of a combo: what is being searched and which line the arrow keys are on.
struct Picking {
  std::string search;
  int line = 0;
  bool scroll = false;
};

struct Ui {
  Theme theme = dark_theme;
  Fonts fonts;
  float scale = 1;
  Registry registry;

  std::string path;  // prefix of the widgets drawn now; see Scope
  Focus focus;
  Drag drag;
  Typing typing;
  Hover hover;
  Picking picking;
  int popup_depth = 0;
  bool menu_open = false;
  // Fills the command's ClipRect with the colour in its UserCallbackData, which on a software
  // renderer costs a fifth of a textured rectangle; given by the application.
  ImDrawCallback fill = nullptr;
  // Seconds until something changes without input; the window may sleep until then.
  float wake = std::numeric_limits<float>::infinity();
};

inline float px(const Ui& ui, float pixels) { return pixels * ui.scale; }

// Right after ImGui::NewFrame() and right before ImGui::Render().
void begin_frame(Ui& ui);
void end_frame(Ui& ui);

// Theme and scale take effect between frames; the renderer then makes its font texture anew.
void restyle(Ui& ui, const Theme& theme, float scale);

// Whether key presses must not act on anything but the text or the popup that has them.
bool keys_are_taken(const Ui& ui);

void wake_after(Ui& ui, float seconds);

// Widgets drawn while it lives are noted under "<outer>/<name>".
class Scope {
 public:
  Scope(Ui& ui, std::string_view name);
  Scope(Ui& ui, std::string_view name, int index);
  ~Scope() { ui_.path.resize(length_); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Ui& ui_;
  std::size_t length_;
};

// Draws with this font while it lives.
class FontScope {
 public:
  explicit FontScope(ImFont* font) { ImGui::PushFont(font); }
  ~FontScope() { ImGui::PopFont(); }
  FontScope(const FontScope&) = delete;
  FontScope& operator=(const FontScope&) = delete;
};

// "<prefix>/<name>".
std::string full_path(const Ui& ui, std::string_view name);

}  // namespace fogline::gui
