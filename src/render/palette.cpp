// SPDX-License-Identifier: MIT
// Reads colour maps; every complaint names file and line.
#include "render/palette.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fogline::render {
namespace {

[[noreturn]] void complain(const std::filesystem::path& file, int line, const std::string& what) {
  const std::string place = line > 0 ? ":" + std::to_string(line) : "";
  throw std::runtime_error(file.string() + place + ": " + what);
}

// Takes one component off the front of `text`; false if there is no number 0..1 followed by `end`.
bool take(std::string_view& text, char end, float& value) {
  const char* last = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), last, value);
  if (error != std::errc{} || !(value >= 0 && value <= 1)) return false;
  const bool closed = end == '\0' ? rest == last : rest != last && *rest == end;
  text = {rest + (end == '\0' || rest == last ? 0 : 1), last};
  return closed;
}

bool is_data(std::string_view line) {
  return !line.empty() && line.front() != '#' && line != "r,g,b";
}

}  // namespace

glm::vec3 sample(const Palette& palette, float tone) {
  const float place = 255 * (tone > 0 ? std::min(tone, 1.0F) : 0.0F);  // NaN is 0
  const auto low = std::min(static_cast<std::size_t>(place), std::size_t{254});
  const float part = place - static_cast<float>(low);
  return palette.colors[low] * (1 - part) + palette.colors[low + 1] * part;
}

Palette read_palette(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) complain(file, 0, "cannot read this colour map; is Fogline installed completely?");
  Palette palette;
  std::size_t rows = 0;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!is_data(line)) continue;
    if (rows == palette.colors.size()) complain(file, number, "more than 256 colours");
    glm::vec3& color = palette.colors[rows++];
    std::string_view text = line;
    if (!take(text, ',', color.r) || !take(text, ',', color.g) || !take(text, '\0', color.b))
      complain(file, number, "expected three numbers from 0 to 1, as in '0.5,0.25,1'");
  }
  if (rows != palette.colors.size())
    complain(file, 0, "expected 256 colours, found " + std::to_string(rows));
  return palette;
}

}  // namespace fogline::render
