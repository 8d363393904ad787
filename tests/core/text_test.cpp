// SPDX-License-Identifier: MIT
// Numbers as text and back to the bit; quotations that cannot hurt.
#include "fogline/core/text.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "catch.hpp"
#include "core/arguments.hpp"

using namespace fogline;

TEST_CASE("numbers read back from their text with the same bits") {
  for (const double v : tests::any_bits(20'000)) {
    if (!std::isfinite(v)) continue;
    const auto read = parse_number(number_text(v));
    REQUIRE(read);
    REQUIRE(std::bit_cast<std::uint64_t>(*read) == std::bit_cast<std::uint64_t>(v));
    REQUIRE(number_text(v).size() <= 24);
  }
  CHECK(number_text(-0.0) == "-0");
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "nan");
  CHECK(number_text(-std::numeric_limits<double>::infinity()) == "-inf");
}

TEST_CASE("numbers are rounded to the digits asked for") {
  CHECK(number_text(1.0 / 3, 4) == "0.3333");
  CHECK(number_text(123456, 3) == "1.23e+05");
  CHECK(number_text(2, 4) == "2");
}

TEST_CASE("only whole texts of finite numbers are numbers") {
  CHECK(parse_number("1e3") == 1000.0);
  CHECK(parse_number("+2.5") == 2.5);
  CHECK(parse_number("-.5") == -0.5);
  for (const char* text : {"", " ", "1 ", " 1", "1,5", "0x10", "nan", "inf", "-infinity", "1e999",
                           "1e", "--1", "+-1", "++1", "1.2.3", "one"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text));
  }
  CHECK_FALSE(parse_number(std::string("1\0", 2)));
  CHECK(parse_integer("-42") == -42);
  for (const char* text : {"", "1.0", "9223372036854775808", "1e3"})
    CHECK_FALSE(parse_integer(text));
}

TEST_CASE("an excerpt has at most 80 characters and only printable ones") {
  CHECK(excerpt("plain") == "plain");
  CHECK(excerpt("a\nb\x1b[31mc\x7f") == "a?b?[31mc?");
  CHECK(excerpt("a\xc2\x9b\x62") == "a?b");  // U+009B, which terminals take for ESC [
  CHECK(excerpt("\xff\xfe ok") == "?? ok");
  CHECK(excerpt("gr\xc3\xbc\xc3\x9f") == "gr\xc3\xbc\xc3\x9f");
  CHECK(excerpt(std::string(80, 'x')) == std::string(80, 'x'));
  CHECK(excerpt(std::string(81, 'x')) == std::string(80, 'x') + "...");
  std::string umlauts;
  for (int i = 0; i < 100; ++i) umlauts += "\xc3\xbc";
  CHECK(excerpt(umlauts).size() == 163);
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; second += 5) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
      const std::string shown = excerpt({bytes, 2});
      REQUIRE(is_valid_utf8(shown));
      REQUIRE(shown.find_first_of(std::string("\n\r\t\x1b\0", 5)) == std::string::npos);
    }
}

TEST_CASE("UTF-8 is valid as RFC 3629 has it") {
  for (const char* text : {"", "ascii", "\xc3\xbc", "\xe2\x82\xac", "\xf0\x9f\x98\x80",
                           "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf", "\xed\x9f\xbf"})
    CHECK(is_valid_utf8(text));
  for (const char* text :
       {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
        "\xf8\x88\x80\x80\x80", "\xe2\x82", "a\xff", "\xf0\x8f\xbf\xbf"})
    CHECK_FALSE(is_valid_utf8(text));
}

TEST_CASE("words are joined") {
  const std::string_view words[] = {"a", "b", "c"};
  CHECK(join(words, ", ") == "a, b, c");
  CHECK(join({}, ", ").empty());
}
