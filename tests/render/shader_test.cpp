// SPDX-License-Identifier: MIT
// Shader programs used wrongly say so, with the shader's name.
#include "render/shader.hpp"

#include "catch.hpp"
#include "test_scene.hpp"

using namespace fogline::render;

namespace {

constexpr const char* vertex = "uniform float u_a;\nvoid main() { gl_Position = vec4(u_a); }\n";
constexpr const char* fragment =
    "uniform float u_b;\nlayout(location = 0) out vec4 o;\nvoid main() { o = vec4(u_b); }\n";

}  // namespace

TEST_CASE(
    "a uniform that does not exist, or was never set, is an error naming shader and uniform") {
  test::need_context();
  Program program("probe", vertex, fragment);
  program.use();
  CHECK_THROWS_WITH(program.set("u_c", 1.0F),
                    ContainsSubstring("probe") && ContainsSubstring("u_c"));
  program.set("u_a", 1.0F);
  CHECK_THROWS_WITH(program.check_complete(),
                    ContainsSubstring("probe") && ContainsSubstring("u_b"));
  program.set("u_b", 1.0F);
  CHECK_NOTHROW(program.check_complete());
}

TEST_CASE("a shader that does not compile is reported with file, line and the compiler's words") {
  test::need_context();
  CHECK_THROWS_WITH(Program("probe", vertex, "void main() {\n  nonsense;\n}\n"),
                    ContainsSubstring("shaders/probe.frag") && ContainsSubstring("nonsense") &&
                        ContainsSubstring(":2"));
  CHECK_THROWS_WITH(Program("no_such"), ContainsSubstring("shaders/no_such"));
}
