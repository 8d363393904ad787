// SPDX-License-Identifier: MIT
// The global allocation functions, with the size of each piece kept before it.
#include "engine/heap_meter.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t header = alignof(std::max_align_t);
std::atomic<std::size_t> held{0};

}  // namespace

std::size_t fogline::tests::heap_bytes() { return held; }

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  auto* piece = static_cast<char*>(std::malloc(size + header));
  if (!piece) return nullptr;
  *reinterpret_cast<std::size_t*>(piece) = size;
  held += size;
  return piece + header;
}

void* operator new(std::size_t size) {
  void* memory = operator new(size, std::nothrow);
  return memory ? memory : throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
  if (!memory) return;
  char* piece = static_cast<char*>(memory) - header;
  held -= *reinterpret_cast<std::size_t*>(piece);
  std::free(piece);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
