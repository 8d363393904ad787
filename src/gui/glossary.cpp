// SPDX-License-Identifier: MIT
// The table of terms and its look-up.
#include "gui/glossary.hpp"

#include <algorithm>
#include <cctype>

#include "gui/press.hpp"

namespace fogline::gui {
namespace {

constexpr Term table[]{
    {"averaging", "Taking the mean of the last iterates as the answer, which stills their noise."},
    {"basin", "All starts from which steepest descent ends in the same valley.", "basins"},
    {"batch",
     "The part of the data from which one step's gradient is computed; the terrain that "
     "this step sees differs a little from the whole."},
    {"budget", "How long a race lasts: a number of steps, or of evaluations at their prices."},
    {"clipping",
     "Shortening a gradient that is longer than a limit, so that a cliff throws nobody "
     "far."},
    {"condition number",
     "The largest curvature over the smallest: how much steeper a valley's "
     "walls are than its floor, and about how many steps plain descent needs.",
     "condition"},
    {"contour", "A line along which the loss is the same.", "contours"},
    {"cost", "What the evaluations so far come to at the race's prices; steps are not cost."},
    {"critical point",
     "A place where the slope is 0: a minimum, a maximum, a saddle, or flat "
     "ground.",
     "critical points"},
    {"curvature",
     "How fast the slope changes along a direction: above 0 it bends upwards, below 0 "
     "downwards."},
    {"descending", "Still on its way down; nothing has been decided yet.", "moving"},
    {"diverged",
     "It flies off: every step is longer and higher than the one before, or no finite "
     "number is left.",
     "lost"},
    {"domain", "The part of the plane that the map shows; a walker may leave it."},
    {"early stopping", "Ending a walk when the loss on data kept aside no longer falls.",
     "stopped early"},
    {"ensemble", "Copies of one method from several starts or seeds, reported as one racer."},
    {"escape", "A change that would have freed a stuck racer, run before it is offered.",
     "escapes"},
    {"evaluation", "Asking the landscape once for its value, its gradient or its Hessian."},
    {"finish line", "How far above the best known minimum a racer counts as arrived."},
    {"fog", "Hides all ground that the walkers cannot feel from where they stand."},
    {"gap", "How far a loss lies above that of the best known minimum."},
    {"global minimum", "A place than which nothing on the map is lower.",
     "at a global minimum; at the global minimum; known minimum"},
    {"gradient",
     "The direction in which the loss climbs most steeply, as long as the climb is "
     "steep."},
    {"hessian", "The table of second derivatives: how the slope changes in every direction."},
    {"iterate", "The place where a walker stands after a step."},
    {"landscape", "The loss as a terrain: a height above every pair of parameters."},
    {"learning rate",
     "How far a step goes for a given slope; too small crawls, too large "
     "oscillates or diverges.",
     "learning_rate"},
    {"left the map", "It stands outside the domain, and so does its answer."},
    {"local minimum", "A place where every direction goes up, though another valley is lower.",
     "trapped; trap"},
    {"loss", "The number that the walkers are to make small: the height of the terrain."},
    {"lowest valley found", "The lowest place that any racer has found, where no minimum is known.",
     "at the lowest valley found"},
    {"maximum", "A top: every direction goes down, and the slope there is 0.",
     "at a maximum; on a top"},
    {"momentum",
     "A memory of earlier steps that keeps a walker going: it speeds along valleys and "
     "carries over small bumps."},
    {"newton step", "The way to the bottom of the parabola that fits the ground underfoot."},
    {"noise",
     "Chance added to the gradient, as from a small batch; it shakes walkers out of small "
     "traps and keeps them from settling."},
    {"oscillating",
     "It swings to and fro across a valley and gets no lower: its rate is above the "
     "limit of stability.",
     "swinging"},
    {"plateau", "Ground so level that neither slope nor curvature says where to go.",
     "on a plateau; on level ground"},
    {"racer", "An optimizer with its settings and its start, taking part in the race.", "racers"},
    {"ravine", "A valley far steeper across than along."},
    {"regularization", "A pull towards 0 added to the loss; it moves the minimum."},
    {"restart", "Setting out again from another place when nothing gets better.", "restarts"},
    {"saddle", "A pass: the slope is 0, but along one direction it goes down and along another up.",
     "at a saddle; on a pass; saddle point"},
    {"schedule", "How the learning rate changes during the walk."},
    {"slope", "How steep the ground is: the length of the gradient."},
    {"stability limit",
     "The largest learning rate at which steps on this ground shrink: for plain "
     "descent 2 over the curvature."},
    {"standings",
     "The racers in the order of their answers' losses; who diverged or left the map "
     "comes last."},
    {"temperature", "How readily annealing accepts a step uphill; it falls during the walk."},
    {"valley", "A connected set of lowest places: a point, a line or a ring.", "in a valley"},
    {"verdict", "The one word for where a racer stands, with the numbers it rests on.", "verdicts"},
    {"weight decay", "A pull of the parameters towards 0 at every step.", "weight_decay"},
};

// Small letters, underscores as blanks.
std::string plain(std::string_view word) {
  std::string text(word);
  for (char& c : text)
    c = c == '_' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool names(const Term& term, const std::string& word) {
  if (term.name == word) return true;
  std::string_view rest = term.also;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find("; "), rest.size());
    if (plain(rest.substr(0, end)) == word) return true;
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return false;
}

}  // namespace

std::span<const Term> glossary() { return table; }

std::string_view meaning_of(std::string_view word) {
  const std::string wanted = plain(word);
  const auto* const found =
      std::ranges::find_if(table, [&](const Term& term) { return names(term, wanted); });
  return found == std::end(table) ? std::string_view() : found->meaning;
}

std::string with_meaning(std::string_view text, std::string_view word) {
  const std::string_view meaning = meaning_of(word);
  std::string all(text);
  if (meaning.empty() || all.find(meaning) != std::string::npos) return all;
  if (!all.empty()) all += "\n";
  return all.append(meaning);
}

void explain(Ui& ui, std::string_view word) {
  const std::string_view meaning = meaning_of(word);
  if (meaning.empty()) return;
  const Press press{.id = ImGui::GetID(word.data(), word.data() + word.size()),
                    .min = ImGui::GetItemRectMin(),
                    .max = ImGui::GetItemRectMax(),
                    .hovered = ImGui::IsItemHovered()};
  tooltip(ui, press, meaning);
}

}  // namespace fogline::gui
