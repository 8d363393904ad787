// SPDX-License-Identifier: MIT
// PNG by stb_image_write: Debian ships it as a library, other systems as a header.
#include "render/png.hpp"

#include <stdexcept>

#ifdef FOGLINE_STB_HEADER_ONLY
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#endif
#include <stb_image_write.h>

namespace fogline::render {
namespace {

void append(void* out, void* data, int size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  auto& buffer = *static_cast<std::vector<unsigned char>*>(out);
  buffer.insert(buffer.end(), bytes, bytes + size);
}

}  // namespace

std::vector<unsigned char> encode_png(const Pixels& pixels) {
  const Size size = pixels.size;
  if (size.empty()) throw std::runtime_error("the picture has no pixels; give it a larger size");
  std::vector<unsigned char> bytes;
  if (stbi_write_png_to_func(append, &bytes, size.width, size.height, 4, pixels.rgba.data(),
                             4 * size.width) == 0)
    throw std::runtime_error("no memory left to encode the picture");
  return bytes;
}

}  // namespace fogline::render
