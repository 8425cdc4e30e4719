#include "scan/masking.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace postvet;

namespace {

Span find(std::string_view text, std::string_view part) {
  std::size_t at = text.find(part);
  REQUIRE(at != std::string_view::npos);
  return {at, at + part.size()};
}

std::string excerpt(std::string_view text, std::string_view at, std::vector<std::string_view> masked = {}) {
  std::vector<MaskedSpan> spans;
  for (std::string_view value : masked) spans.push_back({find(text, value), "personal-data/phone"});
  return make_excerpt(text, find(text, at), spans).text;
}

}  // namespace

TEST_CASE("mask") {
  struct Case {
    const char* value;
    const char* masked;
  };
  const Case cases[] = {
      {"", ""},
      {"1", "*"},
      {"12345", "*****"},
      {"123456", "12****"},
      {"07482 615093", "07**********"},
      {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", "*****"},  // characters, not bytes
      {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80xyz", "\xC3\xA9\xE2\x82\xAC****"},
  };
  for (const Case& c : cases) CHECK(mask(c.value) == c.masked);
}

TEST_CASE("an excerpt is the line, masked") {
  CHECK(excerpt("one\ntwo three\nfour", "three") == "two three");
  CHECK(excerpt("one\ntwo three\nfour", "one") == "one");
  CHECK(excerpt("one\ntwo three\nfour", "four") == "four");
  CHECK(excerpt("ring 07482 615093 now", "07482 615093", {"07482 615093"}) == "ring 07********** now");
  // also what another finding is about
  CHECK(excerpt("you idiot, ring 07482 615093", "idiot", {"07482 615093"}) == "you idiot, ring 07**********");
  CHECK(excerpt("pin 12345 here", "here", {"12345"}) == "pin ***** here");
  CHECK(excerpt("nothing masked 07482", "masked") == "nothing masked 07482");
}

namespace {

// Cut to the columns of the finding; a mark of a cut is a column of three bytes.
std::string finding_in(const Excerpt& excerpt) {
  std::size_t at = 0;
  for (std::size_t column = 0; column < excerpt.column; ++column) at += decode_utf8(excerpt.text, at).length;
  return excerpt.text.substr(at, excerpt.length);
}

std::size_t columns_of(const Excerpt& excerpt) { return utf16_length(excerpt.text); }

constexpr std::string_view kCut = "\xE2\x80\xA6";

}  // namespace

TEST_CASE("an excerpt has at most 80 columns and holds the finding") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  std::string text = words + "HERE " + words;
  Excerpt cut = make_excerpt(text, find(text, "HERE"), {});
  CHECK(columns_of(cut) == 80);
  CHECK(finding_in(cut) == "HERE");
  CHECK(cut.text.starts_with(std::string(kCut) + "word"));
  CHECK(cut.text.ends_with(kCut));
  std::string unbroken = std::string(500, 'x') + "HERE" + std::string(500, 'x');
  cut = make_excerpt(unbroken, find(unbroken, "HERE"), {});
  CHECK(finding_in(cut) == "HERE");
  CHECK(columns_of(cut) == 80);
  // characters are columns, and stay whole
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "\xE2\x82\xAC";
  cut = make_excerpt(accents, {300, 303}, {});
  CHECK(columns_of(cut) == 80);
  CHECK(cut.length == 1);
  // a value that begins before the cut keeps none of its tail
  std::string value = std::string(90, '7');
  text = "a " + value + " HERE";
  CHECK(excerpt(text, "HERE", {value}).find('7') == std::string::npos);
  // a finding over the end of the line
  cut = make_excerpt("one two\nthree", {4, 13}, {});
  CHECK(cut.text == "one two");
  CHECK(cut.length == 3);
}

TEST_CASE("an empty place is one column") {
  Excerpt cut = make_excerpt("", {0, 0}, {});
  CHECK(cut.text.empty());
  CHECK(cut.length == 1);
  CHECK(make_excerpt("tea", {0, 0}, {}).text == "tea");
}

TEST_CASE("a fingerprint is of the words around and not of the value, the file or the place") {
  Preparer preparer;
  auto print = [&](const std::string& text, std::string_view at, std::vector<std::string_view> values,
                   std::string_view rule = "r", std::string_view kind = "k", std::size_t occurrence = 0) {
    Prepared prepared;
    preparer.prepare(text, prepared);
    std::vector<MaskedSpan> masked;
    for (std::string_view value : values) masked.push_back({find(text, value), "personal-data/phone"});
    return fingerprint(rule, kind, &prepared, find(text, at), masked, occurrence);
  };
  const std::string base = print("a b c d e ring 07482 615093 now", "07482 615093", {"07482 615093"});
  CHECK(base.size() == 32);
  CHECK(base.find_first_not_of("0123456789abcdef") == std::string::npos);
  // the same
  CHECK(print("a b c d e ring 07398451726 now", "07398451726", {"07398451726"}) == base);
  CHECK(print("longer before: a b c d e ring 07482 615093 now", "07482 615093", {"07482 615093"}) ==
        print("x y longer before: a b c d e ring 07482 615093 now", "07482 615093", {"07482 615093"}));
  CHECK(print("A B  c, d e\nring 07482 615093 now", "07482 615093", {"07482 615093"}) == base);
  CHECK(print("b c 07398 451726 d e ring 07482 615093 now", "07482 615093", {"07398 451726", "07482 615093"}) ==
        print("b c 07562 338147 d e ring 07482 615093 now", "07482 615093", {"07562 338147", "07482 615093"}));
  // another
  CHECK(print("a b c d e phone 07482 615093 now", "07482 615093", {"07482 615093"}) != base);
  CHECK(print("a b c d e ring 07482 615093 later", "07482 615093", {"07482 615093"}) != base);
  CHECK(print("a b c d e ring 07482 615093 now", "07482 615093", {"07482 615093"}, "s") != base);
  CHECK(print("a b c d e ring 07482 615093 now", "07482 615093", {"07482 615093"}, "r", "l") != base);
  CHECK(print("a b c d e ring 07482 615093 now", "07482 615093", {"07482 615093"}, "r", "k", 1) != base);
  // a language finding has its own words
  CHECK(print("you idiot there", "idiot", {}) != print("you moron there", "moron", {}));
  CHECK(fingerprint("r", "k", nullptr, {}, {}, 0) == fingerprint("r", "k", nullptr, {5, 9}, {}, 0));
}
