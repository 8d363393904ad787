// SPDX-License-Identifier: MIT
// Colour maps: the shipped ones, and complaints that name the line.
#include "render/palette.hpp"

#include <fstream>
#include <limits>

#include "catch.hpp"

using namespace fogline::render;

namespace {

std::filesystem::path write(const std::string& text) {
  auto file = std::filesystem::temp_directory_path() / "fogline_palette_test.csv";
  std::ofstream(file) << text;
  return file;
}

std::string complaint(const std::string& text) {
  try {
    read_palette(write(text));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

std::string rows(int count) {
  std::string text = "# comment\nr,g,b\n";
  for (int i = 0; i < count; ++i) text += "0.5,0.25,1\r\n";
  return text;
}

double brightness(glm::vec3 c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

}  // namespace

TEST_CASE("both shipped colour maps get brighter from low to high") {
  for (const char* name : {"mist", "cividis"}) {
    const Palette palette =
        read_palette(std::filesystem::path(FOGLINE_COLORMAPS) / (std::string(name) + ".csv"));
    for (std::size_t i = 8; i < 256; i += 8)
      CHECK(brightness(palette.colors[i]) > brightness(palette.colors[i - 8]));
  }
}

TEST_CASE("mist goes through its nine colours") {
  const Palette mist = read_palette(std::filesystem::path(FOGLINE_COLORMAPS) / "mist.csv");
  const auto is = [&](float tone, float r, float g, float b) {
    const glm::vec3 c = 255.0F * sample(mist, tone);
    return std::abs(c.r - r) < 1 && std::abs(c.g - g) < 1 && std::abs(c.b - b) < 1;
  };
  CHECK(is(0, 0x17, 0x26, 0x41));
  CHECK(is(0.25F, 0x31, 0x52, 0x6A));
  CHECK(is(0.5F, 0x5B, 0x82, 0x8A));
  CHECK(is(1, 0xE3, 0xDA, 0xC3));
  CHECK(sample(mist, -3) == sample(mist, 0));
  CHECK(sample(mist, 7) == sample(mist, 1));
  CHECK(sample(mist, std::numeric_limits<float>::quiet_NaN()) == sample(mist, 0));
}

TEST_CASE("a colour map that is wrong is refused with file and line") {
  CHECK(complaint(rows(256)) == "none");
  CHECK_THAT(complaint(rows(255)), ContainsSubstring("found 255"));
  CHECK_THAT(complaint(rows(257)), ContainsSubstring(".csv:259: more than 256"));
  CHECK_THAT(complaint("0.1,0.2,0.3\n0.1,0.2\n"),
             ContainsSubstring(".csv:2: expected three numbers"));
  for (const char* row : {"0.1,0.2,1.5", "0.1,nan,0", "0.1,0.2,0.3,0.4", "0,1,0,3", "a,b,c"})
    CHECK_THAT(complaint(row), ContainsSubstring(".csv:1: expected three numbers"));
  CHECK_THROWS_WITH(read_palette("no/such/map.csv"), ContainsSubstring("no/such/map.csv"));
}
