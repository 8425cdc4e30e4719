#include "report/escape.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace postvet {
namespace {

using namespace std::string_literals;

std::string shown(std::string_view text, Breaks breaks = Breaks::show) {
  std::string out;
  append_shown(out, text, breaks);
  return out;
}

std::string disarmed(std::string text) {
  disarm_lines(text);
  return text;
}

std::string json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST_CASE("what could steer a terminal is shown by its number") {
  struct Case {
    std::string in, out;
  };
  for (const Case& c : {
           Case{"\x1b[31mred", "<U+001B>[31mred"},
           {"a\x07\x08\r\x7f", "a<U+0007><U+0008><U+000D><U+007F>"},
           {"a\0b"s, "a<U+0000>b"},
           {"\xC2\x9B"
            "1m \xC2\x85",
            "<U+009B>1m <U+0085>"},
           {"\xE2\x80\xAE"
            "evil\xE2\x80\xAC",
            "<U+202E>evil<U+202C>"},
           {"\xE2\x81\xA6\xE2\x81\xA9\xD8\x9C", "<U+2066><U+2069><U+061C>"},
           {"zero\xE2\x80\x8Bwidth\xE2\x80\x8D\xEF\xBB\xBF\xC2\xAD", "zero<U+200B>width<U+200D><U+FEFF><U+00AD>"},
           {"\xE2\x80\xA8\xE2\x80\xA9", "<U+2028><U+2029>"},
           {"\xF3\xA0\x81\xA7", "<U+E0067>"},
           {"\xFF\xC3(\xE2\x82", "<0xFF><0xC3>(<0xE2><0x82>"},
           {"\xED\xA0\x80", "<0xED><0xA0><0x80>"},
           {"a\nb\tc", "a<U+000A>b<U+0009>c"},
           // what is only strange stays
           {"", ""},
           {"na\xC3\xAFve \xE2\x80\x93 \xE2\x80\x9Cquoted\xE2\x80\x9D \xC2\xA3",
            "na\xC3\xAFve \xE2\x80\x93 \xE2\x80\x9Cquoted\xE2\x80\x9D \xC2\xA3"},
           {"\xF0\x9F\x98\x80 e\xCC\x81 \xD9\x85\xD8\xB1 \xE6\xBC\xA2 \xE2\x9D\xA4\xEF\xB8\x8F \xEF\xBF\xBD",
            "\xF0\x9F\x98\x80 e\xCC\x81 \xD9\x85\xD8\xB1 \xE6\xBC\xA2 \xE2\x9D\xA4\xEF\xB8\x8F \xEF\xBF\xBD"},
           {"#[x] [##] # # [", "#[x] [##] # # ["},
       }) {
    CAPTURE(c.in);
    CHECK(shown(c.in) == c.out);
  }
  CHECK(shown("a\nb\tc", Breaks::keep) == "a\nb\tc");
  CHECK(shown("a\nb\tc", Breaks::space) == "a b c");
  CHECK(shown("a\rb", Breaks::keep) == "a<U+000D>b");
}

TEST_CASE("no CI service finds a command") {
  for (const char* text :
       {"##[error]x", "a ##[group]b", "##vso[task.setvariable]x", "b ##VSO[x]", "##teamcity[x]", "##TeamCity[x]"}) {
    CAPTURE(text);
    std::string out = shown(text);
    for (const char* command : {"##[", "##vso[", "##VSO[", "##teamcity[", "##TeamCity["})
      CHECK(out.find(command) == std::string::npos);
    std::string quoted = json(text);
    for (const char* command : {"##[", "##vso[", "##VSO[", "##teamcity[", "##TeamCity["})
      CHECK(quoted.find(command) == std::string::npos);
    CHECK(nlohmann::json::parse(quoted) == text);
  }
  // put together from pieces
  std::string out = shown("##");
  append_shown(out, "[error]");
  CHECK(out == "## [error]");

  CHECK(disarmed("::error::x") == ": :error::x");
  CHECK(disarmed(" \t::error::x") == " \t: :error::x");
  CHECK(disarmed("\xC2\xA0\xE3\x80\x80::error::x") == "\xC2\xA0\xE3\x80\x80: :error::x");
  CHECK(disarmed("a\n::b\n  ::c\n\n::") == "a\n: :b\n  : :c\n\n: :");
  CHECK(disarmed("section_start:1:x") == "section_start :1:x");
  CHECK(disarmed("\nsection_end:1:x") == "\nsection_end :1:x");
  for (const char* harmless : {"", "\n", "a::b", ":a:", ": :", "std::string", "sections_start:", "\n\n\n", "  "})
    CHECK(disarmed(harmless) == harmless);

  std::string later = "::kept";
  later += "\n::new";
  disarm_lines(later, 7);
  CHECK(later == "::kept\n: :new");
  CHECK(shown_line("::warning file=a\nb::\x1b") == ": :warning file=a<U+000A>b::<U+001B>");
}

TEST_CASE("JSON strings are strict, and hold what was put in") {
  struct Case {
    std::string in, out;
  };
  for (const Case& c : {
           Case{"", "\"\""},
           {"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
           {"\n\r\t\x01\x1b\x7f", "\"\\n\\r\\t\\u0001\\u001B\\u007F\""},
           {"\0"s, "\"\\u0000\""},
           {"\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8\xE2\x80\x8B", "\"\\u009B\\u202E\\u2028\\u200B\""},
           {"\xF3\xA0\x81\xA7", "\"\\uDB40\\uDC67\""},
           {"\xC3\xA9\xF0\x9F\x98\x80", "\"\xC3\xA9\xF0\x9F\x98\x80\""},
           {"a[b]", "\"a[b]\""},
       }) {
    CAPTURE(c.in);
    CHECK(json(c.in) == c.out);
    CHECK(nlohmann::json::parse(json(c.in)).get<std::string>() == c.in);
  }
  CHECK(json("a\xFFz\xE2\x82") == "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
}

TEST_CASE("every byte and every character passes the sinks without harm") {
  for (int byte = 0; byte < 256; ++byte) {
    std::string text(1, static_cast<char>(byte));
    CAPTURE(byte);
    CHECK(nlohmann::json::accept(json(text)));
    for (char c : shown(text)) CHECK((c >= ' ' && c <= '~'));
  }
  for (char32_t value : {U'\u200E', U'\u202A', U'\u2069', U'\u3164', U'\uFFF9', U'\U000E0001'})
    CHECK(is_unshowable(value));
  for (char32_t value : {U' ', U'~', U'\u00A0', U'\u2027', U'\u202F', U'\uFE0F', U'\uFFFD', U'\U0001F600'})
    CHECK_FALSE(is_unshowable(value));
}

TEST_CASE("cells of a terminal") {
  struct Case {
    char32_t value;
    std::size_t width;
  };
  for (const Case& c : {Case{U'a', 1},
                        {U'\u00E9', 1},
                        {U'\u0301', 0},
                        {U'\uFE0F', 0},
                        {U'\u6F22', 2},
                        {U'\uAC00', 2},
                        {U'\U0001F600', 2},
                        {U'\uFF21', 2},
                        {U'\u2013', 1},
                        {U'\u202E', 8},
                        {U'\U000E0067', 9},
                        {U'\t', 1},
                        {U'\n', 1},
                        {U'\u0627', 1},
                        {U'\u064B', 0},
                        {U'\uFF61', 1}}) {
    CAPTURE(static_cast<std::uint32_t>(c.value));
    CHECK(shown_width(c.value) == c.width);
  }
}

}  // namespace
}  // namespace postvet
