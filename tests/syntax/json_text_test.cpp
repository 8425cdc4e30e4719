#include "syntax/json_text.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("escapes of JSON strings") {
  struct Case {
    const char* raw;
    const char* text;
  };
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
      {R"(caf\u00e9)", "caf\xC3\xA9"},
      {R"(\uD83D\uDE00)", "\xF0\x9F\x98\x80"},
      {R"(\ud83d)", "\xEF\xBF\xBD"},
      {R"(\ud83dx)", "\xEF\xBF\xBDx"},
      {R"(\ude00\ud83d)", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {R"(\ud83d\u0041)",
       "\xEF\xBF\xBD"
       "A"},
      {R"(\ud83d\n)", "\xEF\xBF\xBD\n"},
      {R"(\u0000)", "\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.raw);
    std::string text;
    CHECK(unescape_json(c.raw, text));
    CHECK(text == c.text);
  }
}

TEST_CASE("escapes that JSON does not have") {
  for (const char* raw : {"\\", "\\x41", "\\u", "\\u12", "\\u12g4", "\\U0041", "\\'", "a\\", "\\ud83d\\ux", "\\0"}) {
    CAPTURE(raw);
    std::string text;
    CHECK_FALSE(unescape_json(raw, text));
  }
}

TEST_CASE("an escape is one coarse piece and the rest a copy") {
  std::string text;
  OffsetMap map;
  REQUIRE(unescape_json(R"(ab\uD83D\uDE00c\nd)", text, &map, 100));
  REQUIRE(text.size() == 9);
  CHECK(map.size() == text.size());
  CHECK(map.to_source({0, 2}) == Span{100, 102});
  CHECK(map.to_source({3, 4}) == Span{102, 114});
  CHECK(map.to_source({6, 7}) == Span{114, 115});
  CHECK(map.to_source({7, 8}) == Span{115, 117});
}
