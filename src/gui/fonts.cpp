// SPDX-License-Identifier: MIT
// Loads the fonts found on the system into ImGui's atlas.
#include "gui/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace fogline::gui {

namespace {

using Bytes = std::vector<char>;

constexpr ImWchar minus_sign = 0x2212;
constexpr std::uintmax_t largest_font = 64u << 20;  // bytes

// What names, numbers and formulas need. No more: drawing the glyphs is most of the atlas's time.
// ImGui reads the arrays when the atlas is built.
constexpr ImWchar wide_ranges[] = {
    0x0020, 0x007E, 0x00A0, 0x017F, 0x0391, 0x03C9, 0x0410, 0x044F,  // Latin, Greek, Cyrillic
    0x2010, 0x2026, 0x2070, 0x2089, 0x20AC, 0x20AC, 0x2190, 0x2194,  // signs, raised digits, arrows
    0x2202, 0x2202, 0x2207, 0x2208, 0x220F, 0x2212, 0x221A, 0x221E,  // mathematics
    0x2248, 0x2248, 0x2260, 0x2265, 0x22C5, 0x22C5, 0x2713, 0x2717,  // relations, ticks
    0xFFFD, 0xFFFD, 0};
constexpr ImWchar heading_ranges[] = {0x0020, 0x007E, 0x00A0, 0x00FF, 0x2010,
                                      0x2026, 0x2190, 0x2193, 0x2212, 0x2212,
                                      0x221E, 0x221E, 0xFFFD, 0xFFFD, 0};

// Whether the bytes begin like a TrueType or OpenType font: ImGui stops the program on others.
bool is_font(const Bytes& bytes) {
  constexpr const char* tags[] = {"OTTO", "true", "ttcf"};
  constexpr char version_one[] = {0, 1, 0, 0};
  if (bytes.size() < 1024) return false;
  return std::memcmp(bytes.data(), version_one, 4) == 0 ||
         std::any_of(std::begin(tags), std::end(tags),
                     [&](const char* tag) { return std::memcmp(bytes.data(), tag, 4) == 0; });
}

Bytes read_first_font(const std::vector<std::filesystem::path>& candidates) {
  for (const auto& path : candidates) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > largest_font) continue;
    Bytes bytes(size);
    std::ifstream file(path, std::ios::binary);
    if (file.read(bytes.data(), static_cast<std::streamsize>(size)) && is_font(bytes)) return bytes;
  }
  return {};
}

void add(ImFontAtlas& atlas, Bytes& bytes, float pixels, const ImWchar* ranges, bool merge) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;  // ImGui takes a copy
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.MergeMode = merge;
  atlas.AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), pixels, &config, ranges);
}

ImFont* add_merged(ImFontAtlas& atlas, Bytes& text, Bytes& mathematics, float pixels,
                   const ImWchar* ranges) {
  add(atlas, text, pixels, ranges, false);
  ImFont* const font = atlas.Fonts.back();
  if (!mathematics.empty()) add(atlas, mathematics, pixels, ranges, true);
  return font;
}

ImFontGlyph* glyph(ImFont& font, ImWchar character) {
  auto* const found = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(character));
  return found;
}

// Gives 0-9 and the minus sign the widest digit's advance, each centred in it.
void set_tabular(ImFont& font) {
  std::vector<ImFontGlyph*> glyphs;
  for (ImWchar c = '0'; c <= '9'; ++c) glyphs.push_back(glyph(font, c));
  glyphs.push_back(glyph(font, minus_sign));
  std::erase(glyphs, nullptr);
  float widest = 0;
  for (const ImFontGlyph* g : glyphs)
    if (g->Codepoint != minus_sign) widest = std::max(widest, g->AdvanceX);
  widest = std::round(widest);
  for (ImFontGlyph* g : glyphs) {
    const float shift = (widest - g->AdvanceX) / 2;
    g->X0 += shift;
    g->X1 += shift;
    g->AdvanceX = widest;
    font.IndexAdvanceX[static_cast<int>(g->Codepoint)] = widest;
  }
}

Fonts bitmap_fonts(ImFontAtlas& atlas, float scale) {
  ImFontConfig config;
  config.SizePixels = std::round(13 * scale);
  ImFont* const font = atlas.AddFontDefault(&config);
  atlas.Build();
  return {font, font, font, font, font};
}

}  // namespace

FontFiles system_fonts() {
  const std::filesystem::path root = "/usr/share/fonts", local = "/usr/local/share/fonts";
  return {
      .regular = {root / "opentype/inter/Inter-Regular.otf",
                  root / "truetype/inter/Inter-Regular.ttf", root / "inter/Inter-Regular.otf",
                  local / "Inter-Regular.otf",
                  root / "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
                  root / "truetype/noto/NotoSans-Regular.ttf",
                  root / "truetype/dejavu/DejaVuSans.ttf", root / "TTF/DejaVuSans.ttf",
                  root / "dejavu-sans-fonts/DejaVuSans.ttf",
                  root / "truetype/liberation/LiberationSans-Regular.ttf"},
      .bold = {root / "opentype/inter/Inter-SemiBold.otf",
               root / "truetype/inter/Inter-SemiBold.ttf", root / "inter/Inter-SemiBold.otf",
               local / "Inter-SemiBold.otf",
               root / "truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf",
               root / "truetype/noto/NotoSans-Bold.ttf",
               root / "truetype/dejavu/DejaVuSans-Bold.ttf", root / "TTF/DejaVuSans-Bold.ttf",
               root / "dejavu-sans-fonts/DejaVuSans-Bold.ttf",
               root / "truetype/liberation/LiberationSans-Bold.ttf"},
      .mathematics = {root / "truetype/dejavu/DejaVuSans.ttf", root / "TTF/DejaVuSans.ttf",
                      root / "dejavu-sans-fonts/DejaVuSans.ttf"},
  };
}

Fonts build_fonts(ImFontAtlas& atlas, float scale, const FontFiles& files) {
  atlas.Clear();
  Bytes regular = read_first_font(files.regular), mathematics = read_first_font(files.mathematics);
  if (regular.empty()) std::swap(regular, mathematics);
  if (regular.empty()) return bitmap_fonts(atlas, scale);
  Bytes bold = read_first_font(files.bold);
  if (bold.empty()) bold = regular;

  const auto pixels = [scale](float size) { return std::round(size * scale); };
  Fonts fonts;
  fonts.body = add_merged(atlas, regular, mathematics, pixels(18), wide_ranges);
  fonts.body_bold = add_merged(atlas, bold, mathematics, pixels(18), wide_ranges);
  fonts.small = add_merged(atlas, regular, mathematics, pixels(15), wide_ranges);
  fonts.small_bold = add_merged(atlas, bold, mathematics, pixels(15), heading_ranges);
  fonts.title = add_merged(atlas, bold, mathematics, pixels(22), heading_ranges);
  atlas.Build();
  for (ImFont* font : atlas.Fonts) set_tabular(*font);
  atlas.ClearInputData();  // ImGui copied every file: 8 MB that nothing reads again
  return fonts;
}

}  // namespace fogline::gui
