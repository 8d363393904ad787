// SPDX-License-Identifier: MIT
// The glossary: every term defined once in a sentence, and every word that stands on a pill known.
#include "gui/glossary.hpp"

#include <set>
#include <string>

#include "catch.hpp"
#include "fogline/engine/verdict.hpp"
#include "gui/glossary_overlay.hpp"
#include "harness.hpp"

using namespace fogline;
using namespace fogline::gui;

TEST_CASE("terms stand in the order of the alphabet, each once, with a sentence") {
  std::set<std::string_view> seen;
  std::string_view before;
  for (const Term& term : glossary()) {
    INFO(term.name);
    CHECK(before < term.name);
    before = term.name;
    CHECK(seen.insert(term.name).second);
    CHECK(term.meaning.size() > 20);
    CHECK(term.meaning.ends_with('.'));
    CHECK(meaning_of(term.name) == term.meaning);
  }
}

TEST_CASE("what the issue names is explained: saddle, plateau, basin, condition number and more") {
  for (const char* word : {"saddle", "plateau", "basin", "condition number", "momentum",
                           "learning rate", "gap", "standings", "verdict", "fog"})
    CHECK_FALSE(meaning_of(word).empty());
  CHECK(meaning_of("learning_rate") == meaning_of("Learning rate"));
  CHECK(meaning_of("no such word").empty());
}

TEST_CASE("every verdict and every feeling of a place has its meaning") {
  using enum Verdict;
  for (const Verdict v : {descending, plateau, saddle, maximum, local_minimum, global_minimum,
                          lowest_found, oscillating, diverged, left_domain, stopped_early}) {
    INFO(word(v));
    CHECK_FALSE(meaning_of(word(v)).empty());
  }
  for (const Feeling f : {Feeling::moving, Feeling::valley, Feeling::pass, Feeling::top,
                          Feeling::level, Feeling::swinging, Feeling::lost}) {
    INFO(word(f));
    CHECK_FALSE(meaning_of(word(f)).empty());
  }
}

TEST_CASE("a meaning is added to a text once") {
  const std::string once = with_meaning("Here.", "saddle");
  CHECK(once.starts_with("Here.\n"));
  CHECK(with_meaning(once, "saddle") == once);
  CHECK(with_meaning("Here.", "nothing known") == "Here.");
}

TEST_CASE("the glossary opens and is closed by Esc") {
  bool open = true;
  test::Harness harness([&](Ui& ui) { draw_glossary(ui, open); });
  CHECK(harness.has("glossary/overlay/close"));
  harness.press(ImGuiKey_Escape);
  CHECK(!open);
}
