// SPDX-License-Identifier: MIT
// The laboratory in the terrain's place: three pages of plots, each with what it shows and what it
// leaves out.
#include <algorithm>
#include <chrono>
#include <cmath>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/mark.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/plot.hpp"
#include "gui/press.hpp"
#include "gui/slider.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr auto frame_share = std::chrono::milliseconds(6);

// One curve with what it is called.
struct Curve {
  std::string name;
  std::vector<double> x, y;
  int mark = 0;
};

void words(const Ui& ui, const std::string& text) {
  paragraph(ui.fonts.small, ui.theme.muted, text);
}

// The curves' marks and names, as many on a line as there is room for.
void legend(const Ui& ui, const std::vector<Curve>& curves) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, row = px(ui, 26);
  float x = 0, y = 0;
  for (const Curve& c : curves) {
    const float wide = px(ui, 46) + text_width(ui.fonts.small, c.name);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += row;
    }
    draw_table_mark(ui, list, {corner.x + x + px(ui, 11), corner.y + y + row / 2}, c.mark);
    put_text(list, ui.fonts.small,
             {corner.x + x + px(ui, 28), line_top(ui.fonts.small, corner.y + y, row)},
             ui.theme.text, c.name);
    x += wide;
  }
  ImGui::Dummy({width, y + row});
}

struct PlotWords {
  std::string_view name, title, x_unit;
  std::optional<AxisScale> scale;
  double x_high = 1;
};

void draw_plot(Ui& ui, const PlotWords& words, const std::vector<Curve>& curves, ImVec2 size) {
  section_title(ui, words.title);
  std::vector<Series> series;
  for (const Curve& c : curves) series.push_back({.y = c.y, .x = c.x, .mark = c.mark});
  plot(ui, words.name,
       {.series = series,
        .scale = words.scale,
        .x_high = words.x_high,
        .playhead = words.x_high,
        .size = size,
        .x_unit = words.x_unit,
        .empty = "Computing."});
  legend(ui, curves);
}

std::vector<Curve> share_curves(const MinimaPage& page) {
  Curve field{"random field (Kac and Rice)", {}, {}, 0},
      coin{"Styblinski-Tang, (2/3)^n", {}, {}, 3},
      newton{"Newton from random starts, biased", {}, {}, 1};
  const SeparableShares separable = styblinski_tang_shares();
  for (const FieldCensus& c : page.censuses) {
    if (c.made() < c.wanted()) continue;
    field.x.push_back(c.dimensions());
    field.y.push_back(c.minima().share);
    coin.x.push_back(c.dimensions());
    coin.y.push_back(separable.minima_share(c.dimensions()));
  }
  for (std::size_t i = 0; i < page.newton.size(); ++i) {
    const NewtonCensus& c = page.newton[i];
    if (c.converged() == 0 || c.by_index()[0] == 0) continue;
    newton.x.push_back(static_cast<double>(i) + 1);
    newton.y.push_back(static_cast<double>(c.by_index()[0]) / c.converged());
  }
  return {field, coin, newton};
}

// Losses are shifted by 2 so that the axis begins at the lowest usual one.
std::vector<Curve> level_curves(const MinimaPage& page) {
  Curve found{"critical points of 40 variables", {}, {}, 0}, theory{"semicircle law", {}, {}, 4};
  for (const FieldCensus::Level& level : page.levels.levels()) {
    if (level.share < 1e-4) continue;
    found.x.push_back(level.loss + 2);
    found.y.push_back(level.index);
  }
  for (int k = 0; k <= 40; ++k) {
    theory.x.push_back(0.1 * k);
    theory.y.push_back(semicircle_index(0.1 * k - 2));
  }
  return {found, theory};
}

void minima_page(Ui& ui, const MinimaPage& page, ImVec2 size) {
  words(ui,
        "Of the critical points of a random function of n variables, how many are minima? In the "
        "plane one of four; with each variable more, fewer. Low down nearly all are, high up "
        "none.");
  draw_plot(ui,
            {"shares", "Share of minima against the number of variables", "variables",
             AxisScale::log, MinimaPage::most},
            share_curves(page), size);
  draw_plot(ui,
            {"levels", "Share of falling directions against the loss", "loss / sd / root n + 2",
             AxisScale::linear, 4},
            level_curves(page), size);
  words(ui,
        "Sampled by the formula of Kac and Rice for fields with covariance exp(-r^2 / 2). "
        "Styblinski-Tang has 2^n minima although their share vanishes: few and many at once. "
        "Newton's method samples where it converges, not what there is.");
}

void draw_walks(Ui& ui, const PlanePage& page, ImVec2 size) {
  const Press area = press_area(ui, "walks", size, {});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.min, area.max, curve_plate, px(ui, 6));
  if (!page.race->plane_of_control()) return;
  const auto& plane = page.control ? *page.race->plane_of_control() : *page.race->plane();
  const std::span<const SpacePath> paths =
      page.control ? std::span(&page.race->control(), 1) : std::span(page.race->paths());
  double reach = 1e-300;
  for (const SpacePath& p : paths)
    for (std::size_t i = 0; i < p.rows(); ++i) {
      const OnPlane at = project(plane, p.row(i));
      reach = std::max({reach, std::abs(at.u), std::abs(at.v)});
    }
  const ImVec2 middle{0.5f * (area.min.x + area.max.x), 0.5f * (area.min.y + area.max.y)};
  const double scale = 0.45 * std::min(size.x, size.y) / reach;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const int mark = page.control ? 5 : static_cast<int>(k);
    std::vector<ImVec2> line;
    for (std::size_t i = 0; i < paths[k].rows(); ++i) {
      const OnPlane at = project(plane, paths[k].row(i));
      line.push_back({middle.x + static_cast<float>(scale * at.u),
                      middle.y - static_cast<float>(scale * at.v)});
    }
    list.AddPolyline(line.data(), static_cast<int>(line.size()), racer_colour(mark), 0, px(ui, 2));
    draw_mark(list, line.back(), px(ui, 7), mark);
  }
}

std::vector<Curve> distance_curves(const PlanePage& page) {
  std::vector<Curve> curves;
  if (!page.race->plane_of_control()) return curves;
  const auto add = [&](const std::string& name, const SpacePath& path, const PrincipalPlane& plane,
                       int mark) {
    Curve& c = curves.emplace_back(Curve{name, {}, {}, mark});
    for (std::size_t i = 0; i < path.rows(); ++i) {
      c.x.push_back(path.step[i]);
      c.y.push_back(project(plane, path.row(i)).distance);
    }
  };
  const char* names[] = {"Gradient descent", "Momentum", "Adam"};
  if (page.control)
    add("Random walk", page.race->control(), *page.race->plane_of_control(), 5);
  else
    for (std::size_t i = 0; i < page.race->paths().size(); ++i)
      add(names[i], page.race->paths()[i], *page.race->plane(), static_cast<int>(i));
  return curves;
}

void plane_page(Ui& ui, PlanePage& page, ImVec2 size) {
  words(ui,
        "Walks of many dimensions on the plane of their first two principal components. They do "
        "not lie on it: below is how far off each place is.");
  std::vector<Option> options;
  for (const std::string_view id : space_ids()) options.push_back({id, id});
  bool anew = choice_row(ui, "landscape", "Landscape", options, page.landscape);
  anew = slider(ui, "dimensions", "Dimensions", page.dimensions,
                {.range = {2, most_dimensions, Scale::log},
                 .fallback = 100,
                 .help = "How many variables.",
                 .check =
                     [](double v) {
                       return v >= 2 && v <= most_dimensions
                                  ? std::nullopt
                                  : std::optional<std::string>("must be from 2 to 1000");
                     }})
             .changed ||
         anew;
  if (anew) page.race.reset();
  on_off_switch(ui, "control", "Show a pure random walk instead", page.control,
                "The control: steps without aim or memory give the same look.");
  if (!page.race) return words(ui, "Computing.");
  draw_walks(ui, page, size);
  if (const auto& plane = page.control ? page.race->plane_of_control() : page.race->plane())
    words(ui, "The plane holds " +
                  std::to_string(static_cast<int>(
                      std::lround(100 * (plane->first_share + plane->second_share)))) +
                  " % of the variance. Of a random walk of very many dimensions it holds 76 %.");
  double steps = 1;
  for (const SpacePath& p : page.race->paths())
    steps = std::max<double>(steps, p.step.empty() ? 1 : p.step.back());
  draw_plot(ui, {"distance", "Distance from the plane", "steps", AxisScale::linear, steps},
            distance_curves(page), size);
}

std::vector<Curve> escape_curves(const SaddlePage& page) {
  std::vector<double> doublings;
  for (const double n : page.quiet.dimensions()) doublings.push_back(std::log2(n));
  const std::vector<double> noisy(
      doublings.begin(),
      doublings.begin() + static_cast<std::ptrdiff_t>(page.noisy.dimensions().size()));
  return {{"fixed length", doublings, page.quiet.at_total(), 0},
          {"fixed length per coordinate", doublings, page.quiet.at_per_coordinate(), 1},
          {"fixed length, with noise", noisy, page.noisy.at_total(), 3}};
}

std::vector<Curve> chain_curves(const SaddlePage& page) {
  const auto numbered = [](const std::vector<double>& y) {
    std::vector<double> x;
    for (std::size_t i = 0; i < y.size(); ++i) x.push_back(static_cast<double>(i) + 2);
    return x;
  };
  return {{"without noise", numbered(page.quiet.of_chain()), page.quiet.of_chain(), 0},
          {"with noise", numbered(page.noisy.of_chain()), page.noisy.of_chain(), 3}};
}

void saddle_page(Ui& ui, const SaddlePage& page, ImVec2 size) {
  words(ui,
        "How long gradient descent stays at one saddle depends on how much of the disturbance "
        "points the right way: of a fixed length less in more dimensions, so about log n steps "
        "more; of a fixed length per coordinate none.");
  draw_plot(ui,
            {"escape", "Steps to leave one saddle", "log2 of the dimensions", AxisScale::linear, 9},
            escape_curves(page), size);
  draw_plot(ui,
            {"chain", "Steps to pass a chain of saddles", "saddles", AxisScale::log,
             EscapeTimes::longest_chain},
            chain_curves(page), size);
  words(ui,
        "On a chain (Du et al. 2017) everything needed later shrinks while a walker waits: each "
        "saddle takes as long as all before it together. A little noise keeps it from shrinking.");
}

}  // namespace

void laboratory_view(Ui& ui, Workbench& bench, const Rect& rect) {
  Laboratory& laboratory = *bench.laboratory;
  const Panel panel(ui, "laboratory", rect, ui.theme.panel, {24, 16});
  const Scope scope(ui, "laboratory");
  const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const Segment pages[] = {
      {"minima", "Minima"}, {"plane", "A race on a plane"}, {"saddles", "Saddles"}};
  segmented(ui, "page", pages, laboratory.page);
  ImGui::SameLine();
  ImGui::SetCursorPosX(right - px(ui, 28));
  const bool leaves = icon_button(ui, "close", Icon::cross, {.tip = "Back to the terrain"});
  laboratory.known = advance(laboratory, Clock::now() + frame_share);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 size{width, std::clamp(0.32f * rect.height(), px(ui, 150), px(ui, 320))};
  if (laboratory.page == Laboratory::minima) minima_page(ui, laboratory.minima_page, size);
  if (laboratory.page == Laboratory::plane) plane_page(ui, laboratory.plane_page, size);
  if (laboratory.page == Laboratory::saddles) saddle_page(ui, laboratory.saddle_page, size);
  if (leaves) bench.laboratory.reset();
}

}  // namespace fogline::gui
