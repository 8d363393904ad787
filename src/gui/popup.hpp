// SPDX-License-Identifier: MIT
// Popups of ours: opened and drawn under a widget's path, closed by Esc, one level at a time.
#pragma once

#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

// Opens the popup of this name from the window and scope that draw it.
void open_popup(const Ui& ui, std::string_view name);

// Draws into the popup while it lives: `if (Popup popup(ui, "menu"); popup) { ... }`. Widgets in it
// are noted under "<name>/".
class Popup {
 public:
  Popup(Ui& ui, std::string_view name, ImVec2 padding = {8, 8});
  ~Popup();
  Popup(const Popup&) = delete;
  Popup& operator=(const Popup&) = delete;
  explicit operator bool() const { return open_; }

 private:
  Ui& ui_;
  Scope scope_;
  bool open_;
};

// The same as a modal window in the middle, `size` in pixels.
class Modal {
 public:
  Modal(Ui& ui, std::string_view name, ImVec2 size);
  ~Modal();
  Modal(const Modal&) = delete;
  Modal& operator=(const Modal&) = delete;
  explicit operator bool() const { return open_; }

 private:
  Ui& ui_;
  Scope scope_;
  bool open_;
};

// Whether Esc is meant for the popup being drawn now: not while text is typed or while another
// popup lies upon it.
bool escape_closes(const Ui& ui);

// A line of a context menu; `width` in pixels, `hint` muted at its right. True when chosen; the
// popup is then closed.
bool popup_line(Ui& ui, std::string_view name, std::string_view label, std::string_view hint,
                float width, bool enabled = true);

}  // namespace fogline::gui
