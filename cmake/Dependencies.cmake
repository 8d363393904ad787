# SPDX-License-Identifier: MIT
# Finds every dependency by its CMake package first, then by pkg-config, and says in one sentence what is missing.

# Stops with one sentence that names the library and the Debian package that brings it.
function(fogline_missing library package)
  message(FATAL_ERROR "Fogline needs ${library}: install it with 'apt-get install ${package}' (or run scripts/install-dependencies).")
endfunction()

# find_package(NAME ...) that explains itself when it fails.
macro(fogline_find name package)
  find_package(${name} ${ARGN} QUIET)
  if(NOT ${name}_FOUND)
    fogline_missing(${name} ${package})
  endif()
endmacro()

find_package(PkgConfig QUIET)
if(NOT PkgConfig_FOUND)
  fogline_missing(pkg-config pkg-config)
endif()
find_package(Threads REQUIRED)
fogline_find(glfw3 libglfw3-dev)
fogline_find(glm libglm-dev)
fogline_find(Eigen3 libeigen3-dev NO_MODULE)
fogline_find(xsimd libxsimd-dev)
if(TARGET xsimd)
  # Debian's package names the library xtl, which it neither needs here nor depends on.
  set_target_properties(xsimd PROPERTIES INTERFACE_LINK_LIBRARIES "")
endif()
fogline_find(nlohmann_json nlohmann-json3-dev)
fogline_find(CLI11 libcli11-dev)

pkg_check_modules(EGL QUIET IMPORTED_TARGET egl)
if(NOT EGL_FOUND)
  fogline_missing(EGL libegl-dev)
endif()

# Dear ImGui: vcpkg ships a CMake package, Debian a static library found by pkg-config (which names neither glfw nor dl).
find_package(imgui CONFIG QUIET)
if(NOT TARGET imgui::imgui)
  pkg_check_modules(IMGUI QUIET IMPORTED_TARGET imgui>=1.86)
  if(NOT IMGUI_FOUND)
    fogline_missing("Dear ImGui" libimgui-dev)
  endif()
  add_library(imgui::imgui INTERFACE IMPORTED)
  target_link_libraries(imgui::imgui INTERFACE PkgConfig::IMGUI glfw ${CMAKE_DL_LIBS})
endif()

# stb_image_write, for PNG files: a library in Debian, headers only elsewhere.
pkg_check_modules(STB QUIET IMPORTED_TARGET stb)
find_path(STB_INCLUDE_DIR stb_image_write.h PATH_SUFFIXES stb)
if(NOT STB_INCLUDE_DIR)
  fogline_missing(stb libstb-dev)
endif()
add_library(fogline_stb INTERFACE)
target_include_directories(fogline_stb SYSTEM INTERFACE ${STB_INCLUDE_DIR})
if(STB_FOUND)
  target_link_libraries(fogline_stb INTERFACE PkgConfig::STB)
else()
  target_compile_definitions(fogline_stb INTERFACE FOGLINE_STB_HEADER_ONLY)
endif()

# glad: the OpenGL 3.3 core loader is generated at build time, offline.
find_program(GLAD_EXECUTABLE NAMES glad PATHS /usr/bin)
if(NOT GLAD_EXECUTABLE)
  fogline_missing("the glad generator" python3-glad)
endif()
set(GLAD_DIR ${CMAKE_CURRENT_BINARY_DIR}/glad)
add_custom_command(
  OUTPUT ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h ${GLAD_DIR}/include/KHR/khrplatform.h
  COMMAND ${GLAD_EXECUTABLE} --quiet --reproducible --api gl:core=3.3 --extensions "" --out-path ${GLAD_DIR} c
  COMMENT "glad: OpenGL 3.3 core loader" VERBATIM)
add_library(glad STATIC ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h)
target_include_directories(glad SYSTEM PUBLIC ${GLAD_DIR}/include)
target_link_libraries(glad PUBLIC ${CMAKE_DL_LIBS})

if(FOGLINE_TESTS)
  fogline_find(Catch2 catch2)
endif()
if(FOGLINE_BENCHMARKS)
  fogline_find(benchmark libbenchmark-dev)
endif()
