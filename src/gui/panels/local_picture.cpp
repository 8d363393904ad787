// SPDX-License-Identifier: MIT
// A small plot along one step.
#include <algorithm>
#include <cmath>

#include "fogline/engine/local_cut.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/inspector.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr int points = 96;

struct Sketch {
  ImVec2 min, max;
  double low = 0, high = 1;

  ImVec2 at(double t, double loss) const {
    const double x = (t + 0.5) / 2.5, y = (loss - low) / (high - low);
    return {min.x + static_cast<float>(x) * (max.x - min.x),
            max.y - static_cast<float>(std::clamp(y, -1., 2.)) * (max.y - min.y)};
  }
};

// Room for the true loss; the model may leave it.
void fit(Sketch& sketch, const LocalCut& cut) {
  double low = HUGE_VAL, high = -HUGE_VAL;
  for (const double v : cut.loss) {
    if (!std::isfinite(v)) continue;
    low = std::min(low, v);
    high = std::max(high, v);
  }
  if (!(low < high)) return;
  sketch.low = low - 0.08 * (high - low);
  sketch.high = high + 0.08 * (high - low);
}

void draw_line(const Ui& ui, ImDrawList& list, const Sketch& sketch, const LocalCut& cut,
               const std::vector<double>& y, ImU32 ink, bool dashed) {
  for (std::size_t i = 1; i < y.size(); ++i) {
    if (!std::isfinite(y[i - 1]) || !std::isfinite(y[i]) || (dashed && i % 4 >= 2)) continue;
    list.AddLine(sketch.at(cut.t[i - 1], y[i - 1]), sketch.at(cut.t[i], y[i]), ink, px(ui, 2));
  }
}

}  // namespace

void local_picture(Ui& ui, const StepParts& parts, const Evaluator& f, int mark, float height) {
  const Press press =
      press_area(ui, "picture", {ImGui::GetContentRegionAvail().x, height}, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, curve_plate, px(ui, 6));
  const bool moves = norm(parts.move) > 0 && std::isfinite(norm(parts.move));
  const LocalCut cut = local_cut(f, parts.from, moves ? parts.move : Vec2{1e-3, 0}, points);
  Sketch sketch{{press.min.x + px(ui, 10), press.min.y + px(ui, 22)},
                {press.max.x - px(ui, 10), press.max.y - px(ui, 8)}};
  fit(sketch, cut);
  const ImU32 ink = dark_theme.text, muted = dark_theme.muted;
  put_text(list, ui.fonts.small, {press.min.x + px(ui, 10), press.min.y + px(ui, 3)}, muted,
           elided(ui.fonts.small, "Along the step: loss and its model",
                  press.max.x - press.min.x - px(ui, 20)));
  list.PushClipRect({press.min.x, sketch.min.y - px(ui, 4)}, press.max, true);
  draw_line(ui, list, sketch, cut, cut.loss, ink, false);
  draw_line(ui, list, sketch, cut, cut.model, muted, true);
  draw_mark(list, sketch.at(0, parts.loss), px(ui, 5), mark);
  if (moves)
    list.AddCircle(sketch.at(1, parts.next_loss), px(ui, 5), racer_colour(mark), 0, px(ui, 2));
  list.PopClipRect();
  tooltip(ui, press,
          "Drawn out: the true loss. Dashed: what slope " + short_number(cut.slope_along) +
              " and curvature " + short_number(cut.curvature_along) +
              " along the step promise. The ring is where the step ends.");
}

}  // namespace fogline::gui
