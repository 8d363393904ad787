// SPDX-License-Identifier: MIT
// Files broken in every way: each gives a session or one short sentence that names the file, and
// never anything else.
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "catch.hpp"
#include "engine/sessions.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/session_file.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr const char* file = "bad.json";

std::ptrdiff_t characters(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

// Whether the text is taken; if not, the sentence must be short, clean and say which file. Anything
// but std::invalid_argument fails the test.
bool is_taken(std::string_view text) {
  try {
    parse_session(text, file);
    return true;
  } catch (const std::invalid_argument& error) {
    const std::string sentence = error.what();
    INFO(sentence);
    REQUIRE(sentence.starts_with("bad.json: "));
    REQUIRE(is_valid_utf8(sentence));
    REQUIRE(characters(sentence) < 400);
    for (const char c : sentence) REQUIRE(static_cast<unsigned char>(c) >= 32);
    return false;
  }
}

std::string valid_file() {
  Dice dice{{.seed = 3}};
  return session_text(random_session(ComfortableTrap{}, {Adam{}, Annealing{}}, dice));
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Calls f for every value in the document, with the value replaceable.
void for_each_value(nlohmann::ordered_json& value,
                    const std::function<void(nlohmann::ordered_json&)>& f) {
  f(value);
  if (value.is_structured())
    for (auto& inner : value) for_each_value(inner, f);
}

std::string with_racer(const std::string& keys) {
  return R"({"racers": [{"optimizer": "adam", )" + keys + "}]}";
}

}  // namespace

TEST_CASE("a file cut off anywhere is refused") {
  const std::string text = valid_file();
  REQUIRE(is_taken(text));
  for (std::size_t length = 0; length + 2 < text.size(); ++length) {
    INFO(length);
    REQUIRE_FALSE(is_taken(std::string_view(text).substr(0, length)));
  }
}

TEST_CASE("a file with any byte changed is a session or refused") {
  const std::string text = valid_file();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const char c : {'\0', '"', '{', '9', '\xff', '\n'}) {
      std::string changed = text;
      changed[i] = c;
      refused += !is_taken(changed);
    }
  CHECK(refused > text.size());
}

TEST_CASE("any value replaced by one of another kind is a session or refused") {
  nlohmann::ordered_json root = nlohmann::ordered_json::parse(valid_file());
  const nlohmann::ordered_json original = root;
  int tried = 0, refused = 0;
  std::vector<nlohmann::ordered_json> others{nullptr,
                                             nlohmann::ordered_json::array(),
                                             nlohmann::ordered_json::object(),
                                             "x",
                                             1e300,
                                             -1,
                                             0.5,
                                             true};
  for (const auto& other : others) {
    std::vector<nlohmann::ordered_json*> places;
    for_each_value(root, [&](auto& value) { places.push_back(&value); });
    for (auto* place : places) {
      auto kept = std::exchange(*place, other);
      refused += !is_taken(root.dump());
      ++tried;
      *place = std::move(kept);
    }
  }
  CHECK(root == original);
  CHECK(tried > 500);
  CHECK(refused > tried / 2);
}

TEST_CASE("an unknown key anywhere is refused") {
  nlohmann::ordered_json root = nlohmann::ordered_json::parse(valid_file());
  int objects = 0;
  for_each_value(root, [&](auto& value) {
    if (!value.is_object()) return;
    ++objects;
    value["playheadd"] = 1;
    CHECK_FALSE(is_taken(root.dump()));
    value.erase("playheadd");
  });
  CHECK(objects >= 9);
}

TEST_CASE("deep nesting is refused, not followed") {
  for (const char* bracket : {"[", "{\"a\":", "[{\"racers\":"}) {
    CHECK_FALSE(is_taken(repeated(bracket, 100'000)));
    CHECK_FALSE(is_taken(R"({"racers": )" + repeated(bracket, 100'000)));
  }
  CHECK_FALSE(is_taken(repeated("[", 100'000) + repeated("]", 100'000)));
}

TEST_CASE("a key given twice is refused") {
  CHECK_FALSE(is_taken(R"({"seed": 1, "seed": 2})"));
  CHECK_FALSE(is_taken(with_racer(R"("set": {"beta1": 0, "beta1": 0})")));
  CHECK(is_taken(R"({"racers": [{"optimizer": "adam"}, {"optimizer": "adam"}]})"));
}

TEST_CASE("numbers that are none, or too large, are refused") {
  for (const char* number : {"NaN", "nan", "Infinity", "-Infinity", "inf", "1e999", "-1e999",
                             "0x10", "1.", ".5", "+1", "01", "--1", "1e", "null", "\"1\"", "[1]"}) {
    INFO(number);
    CHECK_FALSE(is_taken(with_racer(R"("start": [0, )" + std::string(number) + "]")));
    CHECK_FALSE(is_taken(with_racer(R"("set": {"learning_rate": )" + std::string(number) + "}")));
  }
  CHECK(is_taken(with_racer(R"("start": [1e308, -1e-320])")));
  CHECK_FALSE(is_taken(R"({"budget": {"amount": 1e300}})"));
  CHECK_FALSE(is_taken(R"({"budget": {"amount": 0}})"));
  CHECK_FALSE(is_taken(R"({"budget": {"amount": 1.5}})"));
  CHECK_FALSE(is_taken(R"({"prices": {"value": -1}})"));
  CHECK_FALSE(is_taken(R"({"view": {"zoom": 0}})"));
}

TEST_CASE("seeds are whole numbers of 64 bits, and larger ones are refused") {
  CHECK(is_taken(R"({"seed": 18446744073709551615})"));
  CHECK(parse_session(R"({"seed": 18446744073709551615})", file).experiment.seed ==
        ~std::uint64_t{0});
  for (const char* seed : {"18446744073709551616", "-1", "1.5", "1e300", "\"1\"", "null",
                           "99999999999999999999999999999999999999"}) {
    INFO(seed);
    CHECK_FALSE(is_taken(R"({"seed": )" + std::string(seed) + "}"));
  }
  CHECK_FALSE(is_taken(R"({"seed": )" + std::string(100'000, '9') + "}"));
}

TEST_CASE("200 racers are refused, 32 are taken") {
  const auto racers = [](int n) {
    return R"({"racers": [)" + repeated(R"({"optimizer": "adam"},)", n - 1) +
           R"({"optimizer": "adam"}]})";
  };
  CHECK(is_taken(racers(32)));
  CHECK_FALSE(is_taken(racers(33)));
  CHECK_FALSE(is_taken(racers(200)));
}

TEST_CASE("the largest file allowed is refused in time in proportion to its size") {
  // A million values in one list: with the square of the time this test would not end.
  const auto filled = [](const std::string& value) {
    return R"({"racers": [)" + repeated(value + ",", 1'000'000) + value + "]}";
  };
  CHECK_FALSE(is_taken(filled("{}")));
  CHECK_FALSE(is_taken(filled("[]")));
  CHECK_FALSE(is_taken(filled(R"({"a":1})")));
  CHECK_FALSE(is_taken(filled("0")));
}

TEST_CASE("64 levels are read, 65 are not") {
  const auto message = [](int levels) {
    try {
      parse_session(repeated("[", levels) + repeated("]", levels), file);
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(message(64), ContainsSubstring("must be an object"));
  CHECK_THAT(message(65), ContainsSubstring("64 levels"));
}

TEST_CASE("names longer than 200 bytes and names that are no UTF-8 are refused") {
  CHECK(is_taken(with_racer(R"("name": ")" + std::string(200, 'x') + "\"")));
  CHECK_FALSE(is_taken(with_racer(R"("name": ")" + std::string(201, 'x') + "\"")));
  CHECK_FALSE(is_taken(with_racer(R"("name": ")" + std::string(10'000, 'x') + "\"")));
  for (const char* bytes : {"\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf", "\\ud800"}) {
    INFO(bytes);
    CHECK_FALSE(is_taken(with_racer(R"("name": ")" + std::string(bytes) + "\"")));
    CHECK_FALSE(is_taken("{\"" + std::string(bytes) + "\": 1}"));
  }
}

TEST_CASE("long or unprintable texts are cut and cleaned in messages") {
  for (const std::string& text :
       {std::string(10'000, 'x'), std::string("\\u0000\\u001b[31m\\n\\u009b"),
        repeated("\xf0\x9f\x90\x8c", 5000)}) {
    CHECK_FALSE(is_taken(R"({"landscape": {"id": ")" + text + "\"}}"));
    CHECK_FALSE(is_taken(with_racer("\"" + text + "\": 1")));
    CHECK_FALSE(is_taken(R"({"view": {"layout": ")" + text + "\"}}"));
    CHECK_FALSE(is_taken(R"({"seed": ")" + text + "\"}"));
  }
  CHECK_FALSE(is_taken(R"({"landscape": {"id": ")" + std::string(1'000'000, 'x') + "\"}}"));
  CHECK_FALSE(is_taken(R"({"seed": )" + repeated("[1,", 40) + "1" + repeated("]", 40) + "}"));
}

TEST_CASE("what is no object, and what is no text, is refused") {
  for (const char* text : {"", " ", "null", "[]", "1", "\"x\"", "true", "{} {}", "{}x",
                           "\xef\xbb\xbf", "// {}", "{'seed': 1}", "{seed: 1}", "<html>"}) {
    INFO(text);
    CHECK_FALSE(is_taken(text));
  }
  CHECK_FALSE(is_taken(std::string(1000, '\0')));
  CHECK_FALSE(is_taken(std::string(largest_session_file + 1, ' ')));
  CHECK_FALSE(is_taken(std::string(largest_session_file, ' ')));
  CHECK(is_taken("\xef\xbb\xbf{}"));  // a byte order mark, as some editors write it
}

TEST_CASE("a file with a hostile name is quoted harmlessly") {
  try {
    parse_session("{", std::string("a\nb\x1b[31m") + std::string(500, 'x'));
    FAIL("was taken");
  } catch (const std::invalid_argument& error) {
    const std::string sentence = error.what();
    CHECK(sentence.starts_with("a?b?[31m"));
    CHECK(sentence.size() < 400);
  }
}
