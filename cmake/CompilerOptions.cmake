# SPDX-License-Identifier: MIT
# What every target of ours is compiled with. -ffp-contract=off: the same session gives the same bits on every machine.
add_library(fogline_options INTERFACE)
target_compile_options(fogline_options INTERFACE
  -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wno-missing-field-initializers
  # g++ 12 sees overlaps in std::string where there are none (bug 105651), and, once the standard headers are precompiled,
  # sizes below 0 in it; the sanitizers look for real ones.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow> $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>
  $<$<BOOL:${FOGLINE_WERROR}>:-Werror>)
if(FOGLINE_SANITIZE)
  target_compile_options(fogline_options INTERFACE
    -fsanitize=${FOGLINE_SANITIZE} -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(fogline_options INTERFACE -fsanitize=${FOGLINE_SANITIZE})
endif()
