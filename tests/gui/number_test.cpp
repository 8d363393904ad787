// SPDX-License-Identifier: MIT
// Numbers as shown and as typed.
#include "gui/number.hpp"

#include <cmath>
#include <limits>

#include "catch.hpp"

using namespace fogline::gui;

TEST_CASE("short numbers have at most four digits and a real minus sign") {
  CHECK(short_number(-6.5511333) == "\u22126.551");
  CHECK(short_number(0) == "0");
  CHECK(short_number(-0.) == "0");
  CHECK(short_number(0.074) == "0.074");
  CHECK(short_number(12345.678) == "1.235e4");
  CHECK(short_number(1e6) == "1e6");
  CHECK(short_number(-1.5e-7) == "\u22121.5e\u22127");
  CHECK(short_number(1e100) == "1e100");
  CHECK(short_number(std::numeric_limits<double>::infinity()) == "\u221E");
  CHECK(short_number(-std::numeric_limits<double>::infinity()) == "\u2212\u221E");
  CHECK(short_number(std::nan("")) == "NaN");
}

TEST_CASE("whole numbers keep all their digits") {
  CHECK(whole_number(1000000) == "1000000");
  CHECK(whole_number(-42) == "\u221242");
  CHECK(whole_number(-0.2) == "0");
}

TEST_CASE("full numbers read back as the same double") {
  for (double value : {0.1, -6.551133332835842, 5e-324, 1.7976931348623157e308})
    CHECK(parse_number(full_number(value)).value == value);
}

TEST_CASE("typed numbers accept spaces, a plus and either minus sign") {
  CHECK(parse_number(" 1.5 ").value == 1.5);
  CHECK(parse_number("+2").value == 2);
  CHECK(parse_number("\u22123e\u22122").value == -0.03);
  CHECK(parse_number("-3").value == -3);
}

TEST_CASE("what is not a finite number is refused with a sentence") {
  for (const char* text : {"", " ", "abc", "inf", "-nan", "1e999", "1,5", "1.5x", "0x10", "+-1"}) {
    INFO(text);
    CHECK(!parse_number(text).value);
    CHECK(parse_number(text).complaint.size() > 8);
  }
}
