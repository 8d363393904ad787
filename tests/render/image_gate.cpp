// SPDX-License-Identifier: MIT
// The metric and its limits were measured over drivers and small changes of the picture.
#include "image_gate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "render/png.hpp"

#ifdef FOGLINE_STB_HEADER_ONLY
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#endif
#include <stb_image.h>

namespace fogline::render::test {
namespace {

std::filesystem::path reference(const std::string& name) {
  return std::filesystem::path(FOGLINE_REFERENCES) / (name + ".png");
}

void write(const std::filesystem::path& file, const Pixels& pixels) {
  const auto bytes = encode_png(pixels);
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

// Of our own making only: stb_image is no guard against hostile files.
Pixels read(const std::filesystem::path& file) {
  Pixels out;
  int channels = 0;
  stbi_uc* data = stbi_load(file.c_str(), &out.size.width, &out.size.height, &channels, 4);
  if (data == nullptr) throw std::runtime_error("cannot read " + file.string());
  out.rgba.assign(data, data + 4 * static_cast<std::size_t>(out.size.width) * out.size.height);
  stbi_image_free(data);
  return out;
}

double block_difference(const Pixels& a, const Pixels& b, int x0, int y0, int channel) {
  double sum = 0;
  int count = 0;
  for (int y = y0; y < std::min(y0 + 8, a.size.height); ++y)
    for (int x = x0; x < std::min(x0 + 8, a.size.width); ++x, ++count)
      sum += a.at(x, y)[channel] - b.at(x, y)[channel];
  return std::abs(sum) / count;
}

Pixels magnified_difference(const Pixels& a, const Pixels& b) {
  Pixels out = a;
  for (std::size_t i = 0; i < out.rgba.size(); ++i)
    out.rgba[i] =
        i % 4 == 3 ? 255
                   : static_cast<std::uint8_t>(std::min(255, 16 * std::abs(a.rgba[i] - b.rgba[i])));
  return out;
}

}  // namespace

Difference difference(const Pixels& a, const Pixels& b) {
  Difference out;
  for (int y = 0; y < a.size.height; y += 8)
    for (int x = 0; x < a.size.width; x += 8)
      for (int channel = 0; channel < 3; ++channel)
        out.block = std::max(out.block, block_difference(a, b, x, y, channel));
  const double pixel = 1.0 / (static_cast<double>(a.size.width) * a.size.height);
  for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c)
      most = std::max(most, std::abs(a.rgba[i + c] - b.rgba[i + c]));
    out.over_2 += most > 2 ? pixel : 0;
    out.over_16 += most > 16 ? pixel : 0;
  }
  return out;
}

bool passes(const Difference& d) {
  const char* gate = std::getenv("FOGLINE_IMAGE_GATE");
  const bool loose = gate != nullptr && std::string(gate) == "loose";
  return loose ? d.block <= 3 && d.over_16 <= 0.001 : d.block <= 1.2 && d.over_2 <= 0.0005;
}

bool would_match(const Pixels& pixels, const std::string& name) {
  const Pixels expected = read(reference(name));
  return expected.size == pixels.size && passes(difference(pixels, expected));
}

bool matches_reference(const Pixels& pixels, const std::string& name) {
  if (const char* update = std::getenv("UPDATE_BASELINES"); update != nullptr && *update == '1')
    write(reference(name), pixels);
  if (would_match(pixels, name)) return true;
  const std::filesystem::path folder = FOGLINE_ARTEFACTS;
  const Pixels expected = read(reference(name));
  write(folder / (name + ".new.png"), pixels);
  write(folder / (name + ".ref.png"), expected);
  if (expected.size == pixels.size)
    write(folder / (name + ".diff.png"), magnified_difference(pixels, expected));
  return false;
}

}  // namespace fogline::render::test
