// SPDX-License-Identifier: MIT
// Did you mean: edit distances and the choice among names.
#include "fogline/core/nearest.hpp"

#include <string>

#include "catch.hpp"

using namespace fogline;

TEST_CASE("the edit distance counts insertions, removals and replacements") {
  CHECK(edit_distance("adan", "adam") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("same", "same") == 0);
}

TEST_CASE("the nearest name is the likely one, or none") {
  const std::vector<std::string_view> known{"adam", "momentum", "rmsprop"};
  CHECK(nearest("adan", known) == "adam");
  CHECK(nearest("momentun", known) == "momentum");
  CHECK(nearest("zzzzzzzz", known).empty());
  CHECK(nearest(std::string(100000, 'a'), known).empty());
  CHECK(nearest("", known).empty());
}
