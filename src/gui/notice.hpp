// SPDX-License-Identifier: MIT
// Sentences that come and go at the view's lower left: what was done, and what went wrong.
#pragma once

#include <string>
#include <vector>

#include "gui/ui.hpp"

namespace fogline::gui {

enum class NoticeKind { done, error };

struct Notice {
  NoticeKind kind = NoticeKind::done;
  std::string text;
  float age = 0;  // seconds
};

// Newest last. A done one goes after 5 s, an error stays until dismissed.
struct Notices {
  std::vector<Notice> shown;
};

// At most 4 stand at a time; the oldest gives way. A sentence already standing is not repeated but
// begins its time anew.
void notify(Notices& notices, NoticeKind kind, std::string text);

// Stacks them upwards from `lower_left` (screen pixels), `width` at most; noted as
// "notices/<i>" and "notices/<i>/dismiss". Ages them by the frame's time.
void draw_notices(Ui& ui, Notices& notices, ImVec2 lower_left, float width);

}  // namespace fogline::gui
