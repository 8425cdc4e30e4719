#include "syntax/yaml_scalar.h"

#include <doctest/doctest.h>

#include <string>

#include "syntax/position_property.h"

using postvet::place_scalar;
using postvet::ScalarPlace;
using postvet_test::traced;

TEST_CASE("scalars are traced to their bytes") {
  struct Case {
    std::string_view text;
    std::string_view value;
    std::string_view needle;
    std::string_view from;
    std::string_view whole;
  };
  const Case cases[] = {
      {"plain words # c\n", "plain words", "words", "words", "plain words"},
      {"'it''s so' # c\n", "it's so", "'s", "''s", "'it''s so'"},
      {"\"a\\u00e9\\n\\\"q\\x41\" #\n", "a\xC3\xA9\n\"qA", "\"qA", "\\\"q\\x41", "\"a\\u00e9\\n\\\"q\\x41\""},
      {"|\n  one\n  two\n\n", "one\ntwo\n", "two", "two", "|\n  one\n  two"},
      {"|-\n  one\n   in\n", "one\n in", " in", " in", "|-\n  one\n   in"},
      {"|\n  a\n\n  b\n", "a\n\nb\n", "b", "b", "|\n  a\n\n  b"},
      // read again in another way than the parser: one piece
      {">\n  one\n  two\n", "one two\n", "two", ">\n  one\n  two", ">\n  one\n  two"},
      {"one\n  two\n", "one two", "two", "one\n  two", "one\n  two"},
      {"\"one\n  two\"", "one two", "two", "\"one\n  two\"", "\"one\n  two\""},
      {"\"\\q\"", "x", "x", "\"\\q\"", "\"\\q\""},
      {"|2\n   a\n", " a\n", "a", "|2\n   a", "|2\n   a"},
      {"", "x", "x", "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    ScalarPlace place = place_scalar(test.text, 0, test.text.size(), test.value);
    CHECK(place.to_source.size() == test.value.size());
    CHECK(traced(test.needle, test.value, place.to_source, test.text) == test.from);
    CHECK(test.text.substr(place.source.begin, place.source.size()) == test.whole);
  }
}

TEST_CASE("the end of a quoted scalar") {
  CHECK(postvet::quoted_scalar_end("'a''b' c", 0) == 6);
  CHECK(postvet::quoted_scalar_end("\"a\\\"b\" c", 0) == 6);
  CHECK(postvet::quoted_scalar_end("x 'a\\' c", 2) == 6);
  CHECK(postvet::quoted_scalar_end("'a''", 0) == std::string_view::npos);
  CHECK(postvet::quoted_scalar_end("\"a\\", 0) == std::string_view::npos);
  CHECK(postvet::quoted_scalar_end("\"a\\\"", 0) == std::string_view::npos);
}
