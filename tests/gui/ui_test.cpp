// SPDX-License-Identifier: MIT
// Fonts, theme, registry and text.
#include <cmath>
#include <limits>
#include <sstream>

#include "catch.hpp"
#include "gui/compat.hpp"
#include "gui/text.hpp"
#include "harness.hpp"

using namespace fogline::gui;

TEST_CASE("digits and the minus sign have one width in every font") {
  const test::Harness harness([](Ui&) {});
  const Fonts& fonts = harness.ui.fonts;
  for (const ImFont* font :
       {fonts.body, fonts.body_bold, fonts.small, fonts.small_bold, fonts.title}) {
    REQUIRE(font != nullptr);
    const float width = text_width(font, "0");
    for (const char* digit : {"1", "4", "7", "9"}) CHECK(text_width(font, digit) == width);
  }
  CHECK(text_width(fonts.body, "\u2212") == text_width(fonts.body, "8"));
}

TEST_CASE("without any font file the bitmap font serves for all") {
  ImFontAtlas atlas;
  const Fonts fonts = build_fonts(atlas, 2, {.regular = {"/nowhere.ttf"}});
  CHECK(fonts.body != nullptr);
  CHECK(fonts.title == fonts.body);
  CHECK(font_height(fonts.body) == 26);
}

TEST_CASE("a change of scale rebuilds the fonts and the distances") {
  test::Harness harness([](Ui&) {});
  restyle(harness.ui, light_theme, 2);
  CHECK(font_height(harness.ui.fonts.body) == 36);
  CHECK(ImGui::GetStyle().FramePadding.x == 16);
  restyle(harness.ui, light_theme, 1);
  CHECK(ImGui::GetStyle().FramePadding.x == 8);
  harness.frame();
}

TEST_CASE("a scale is kept usable") {
  CHECK(sane_scale(1.13f) == 1.25f);
  CHECK(sane_scale(0) == 1);
  CHECK(sane_scale(-2) == 1);
  CHECK(sane_scale(std::nanf("")) == 1);
  CHECK(sane_scale(100) == 4);
  CHECK(sane_scale(0.1f) == 0.5f);
}

TEST_CASE("the registry finds the last item of a path and the one under a point") {
  Registry registry;
  registry.note({.path = "a", .min = {0, 0}, .max = {10, 10}, .visible = true});
  registry.note({.path = "b", .min = {5, 5}, .max = {15, 15}, .visible = true});
  registry.note({.path = "a", .min = {20, 0}, .max = {30, 10}, .visible = false});
  CHECK(registry.find("a")->min.x == 20);
  CHECK(registry.find("c") == nullptr);
  CHECK(item_at(registry, {7, 7})->path == "b");
  CHECK(item_at(registry, {25, 5}) == nullptr);
  CHECK(dump(registry) == "a 0,0 10x10\nb 5,5 10x10\na 20,0 10x10 hidden\n");
  registry.clear();
  CHECK(registry.find("b") == nullptr);
}

TEST_CASE("any bytes become one line of UTF-8") {
  CHECK(printable("a\u00E9\u2212\U0001F600") == "a\u00E9\u2212\U0001F600");
  CHECK(printable("a\nb\tc\x7f") == "a b c ");
  CHECK(printable("\xff\xc0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable("caf\xe9") == "caf\uFFFD");
}

TEST_CASE("a text is cut to its width with an ellipsis") {
  const test::Harness harness([](Ui&) {});
  const ImFont* font = harness.ui.fonts.body;
  const std::string text = "Gradient descent with momentum";
  CHECK(elided(font, text, 1000) == text);
  const std::string cut = elided(font, text, 100);
  CHECK(cut.ends_with("\u2026"));
  CHECK(text_width(font, cut) <= 100);
  CHECK(elided(font, text, 0) == "\u2026");
}

TEST_CASE("an opacity is multiplied and colours are mixed") {
  CHECK(faded(rgb(0x102030), 0.5f) == rgb(0x102030, 128));
  CHECK(mixed(rgb(0), rgb(0xFFFFFF), 1) == rgb(0xFFFFFF));
  CHECK(racer_colour(9) == racer_colour(1));
  CHECK(racer_colour(-1) == racer_colour(0));
}

TEST_CASE("lines break at spaces, never within a number, and where the text says") {
  test::Harness harness([](Ui&) {});
  const ImFont* font = harness.ui.fonts.body;
  const std::string text = "curvatures 10.52 and 10.96, twice\nand on";
  CHECK(in_lines(font, text, 1000) == text);
  for (const float width : {40.f, 90.f, 140.f, 200.f}) {
    const std::string lines = in_lines(font, text, width);
    CHECK(lines.size() == text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
      if (lines[i] != text[i]) CHECK((text[i] == ' ' && lines[i] == '\n'));
    std::istringstream each(lines);
    for (std::string line; std::getline(each, line);)
      CHECK((text_width(font, line) <= width || line.find(' ') == std::string::npos));
  }
}
