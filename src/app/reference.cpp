// SPDX-License-Identifier: MIT
// The reference documentation, printed from the descriptions: docs/reference is this text.
#include "app/reference.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "fogline/core/roster.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/session.hpp"

namespace fogline::app {
namespace {

std::string shown(double v) { return number_text(v, 6); }

// What differs from 0 by rounding alone is shown as 0.
std::string loss_text(double loss) { return shown(std::abs(loss) < 1e-12 ? 0 : loss); }

std::string point(Vec2 p) { return "(" + shown(p.x) + ", " + shown(p.y) + ")"; }

std::string range_of(const Param& p) {
  if (p.kind() == Kind::on_off) return "true, false";
  if (p.kind() == Kind::choice) return join(p.choices, ", ");
  return shown(p.range.min) + " to " + shown(p.range.max) +
         (p.range.scale == Scale::log ? ", log" : "");
}

std::string allowed_of(const Param& p) {
  return p.kind() == Kind::real || p.kind() == Kind::integer ? p.valid.text() : "";
}

// A cell of a table: a pipe would end it.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
  return safe;
}

std::string table(const std::vector<Param>& params) {
  if (params.empty()) return "No parameters.\n\n";
  std::string text =
      "| parameter | default | slider | allowed | meaning |\n"
      "| --- | --- | --- | --- | --- |\n";
  for (const Param& p : params) {
    const bool number = p.kind() == Kind::real || p.kind() == Kind::integer;
    text += "| `" + std::string(p.name) + "` | " + (number ? shown(p.get()) : p.text()) + " | " +
            range_of(p) + " | " + allowed_of(p) + " | " + cell(p.help) + " |\n";
  }
  return text + "\n";
}

std::string head(const Info& i) {
  std::string text = "### " + std::string(i.name) + "\n\n`" + std::string(i.id) + "`\n\n```\n" +
                     std::string(i.formula) + "\n```\n\n";
  if (!i.note.empty()) text += std::string(i.note) + "\n\n";
  return text + "Source: " + std::string(i.source) + "\n\n";
}

// The title of a group where a new one begins.
std::string group_title(const Info& i, std::string_view& group) {
  if (i.group == group) return "";
  group = i.group;
  return "## " + std::string(group) + "\n\n";
}

// The first dozen places with their losses, and how many others there are.
std::string places(std::string_view what, const std::vector<Vec2>& all, const Evaluator& f) {
  if (all.empty()) return "";
  const std::size_t most = std::min<std::size_t>(all.size(), 12);
  std::string text;
  for (std::size_t i = 0; i < most; ++i)
    text += (text.empty() ? "" : ", ") + point(all[i]) + " at " + loss_text(f.value(all[i]));
  if (all.size() > most) text += " and " + std::to_string(all.size() - most) + " more";
  return std::string(what) + ": " + text + "\n\n";
}

// The rosters list a group's members together or not; a group's title stands once.
template <class T>
std::vector<T> by_group(const std::vector<T>& all) {
  std::vector<std::string_view> groups;
  for (const T& one : all)
    if (std::find(groups.begin(), groups.end(), info(one).group) == groups.end())
      groups.push_back(info(one).group);
  std::vector<T> sorted;
  for (const std::string_view group : groups)
    for (const T& one : all)
      if (info(one).group == group) sorted.push_back(one);
  return sorted;
}

std::string landscapes() {
  std::string text;
  std::string_view last;
  for (Landscape l : by_group(all_landscapes())) {
    const Box box = domain(l);
    text += group_title(info(l), last) + head(info(l));
    text += "Domain: [" + shown(box.low.x) + ", " + shown(box.high.x) + "] x [" + shown(box.low.y) +
            ", " + shown(box.high.y) + "]\n\n";
    const auto global = minima(l);
    text += places("Global minima", global, evaluator(l));
    text += places("Local minima", local_minima(l), evaluator(l));
    if (global.empty()) text += "No global minimum is listed.\n\n";
    text += table(params(l));
  }
  return text;
}

std::string optimizers() {
  std::string text;
  std::string_view last;
  for (Optimizer o : by_group(all_optimizers())) {
    text += group_title(info(o), last) + head(info(o));
    if (answer(o) == Answer::best_visited) text += "Its answer is the best place visited.\n\n";
    text += table(params(o));
  }
  return text;
}

std::string axes() {
  std::string text;
  Racer roster;
  roster.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    text += head(Axis::info) + table(axis.emplace().params());
  });
  return text;
}

}  // namespace

std::string reference(std::string_view what) {
  const std::string start =
      "<!-- Written by `fogline list " + std::string(what) + " --markdown`; do not edit. -->\n";
  if (what == "landscapes") return start + "# Landscapes\n\n" + landscapes();
  if (what == "optimizers") return start + "# Optimizers\n\n" + optimizers();
  return start + "# Axes\n\n" + axes();
}

}  // namespace fogline::app
