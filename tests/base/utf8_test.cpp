#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("every code point is written and read back") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, value);
    CodePoint back = decode_utf8(text, 0);
    std::size_t skip = 0;
    bool same = back.value == value && back.length == text.size() && valid_utf8_length(text, &skip) == text.size() &&
                utf16_length(text) == (value >= 0x10000 ? 2U : 1U) && !is_utf8_continuation(text[0]);
    if (!same) FAIL(static_cast<unsigned>(value));
  }
}

TEST_CASE("what is no character becomes U+FFFD") {
  for (char32_t value : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string text;
    append_utf8(text, value);
    CHECK(text == kReplacementUtf8);
  }
}

TEST_CASE("ill-formed sequences, and how much of them one U+FFFD stands for") {
  struct Row {
    std::string_view bytes;
    std::size_t skip;
  };
  // Unicode 15, table 3-8 and its neighbours.
  const Row rows[] = {
      {"\x80", 1},         {"\xBF", 1},          {"\xC0\xAF", 1},         {"\xC1\xBF", 1},
      {"\xC2", 1},         {"\xC2 ", 1},         {"\xE0\x9F\xBF", 1},     {"\xE0\xA0", 2},
      {"\xE1\x80 ", 2},    {"\xED\xA0\x80", 1},  {"\xEF\xBF", 2},         {"\xF0\x8F\xBF\xBF", 1},
      {"\xF0\x90\x80", 3}, {"\xF1\x80\x80 ", 3}, {"\xF4\x90\x80\x80", 1}, {"\xF5\x80\x80\x80", 1},
      {"\xFF", 1},         {"\xFE", 1},          {"\xF4\x8F", 2},         {"\xE2\x82\xC2\xA3", 2},
      {"\xF0\x9F\x98", 3},
  };
  for (const Row& row : rows) {
    std::size_t skip = 0;
    CHECK(valid_utf8_length(row.bytes, &skip) == 0);
    CHECK(skip == row.skip);
  }
}

TEST_CASE("UTF-16 units") {
  CHECK(utf16_length("") == 0);
  CHECK(utf16_length("abc") == 3);
  CHECK(utf16_length("\u00E9\u20AC") == 2);
  CHECK(utf16_length("\U0001F600x") == 3);
}
