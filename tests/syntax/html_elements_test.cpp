#include "syntax/html_elements.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace postvet;

namespace {

std::uint32_t traits_of(std::string_view name) {
  std::size_t at = find_html_element(name);
  return at == kHtmlElementCount ? 0 : kHtmlElements[at].traits;
}

}  // namespace

TEST_CASE("the table is sorted, and every element is found as itself") {
  REQUIRE(kHtmlElementCount > 80);
  for (std::size_t i = 0; i < kHtmlElementCount; ++i) {
    CAPTURE(i);
    CHECK(find_html_element(kHtmlElements[i].name) == i);
    if (i > 0) CHECK(kHtmlElements[i - 1].name < kHtmlElements[i].name);
    CHECK(std::none_of(kHtmlElements[i].name.begin(), kHtmlElements[i].name.end(),
                       [](char c) { return c >= 'A' && c <= 'Z'; }));
  }
}

TEST_CASE("what is no element is not found") {
  for (std::string_view name : {"", "P", "DIV", "pp", "di", "divv", "zzz", "!--", "a b", "my-widget"}) {
    CAPTURE(std::string(name));
    CHECK(find_html_element(name) == kHtmlElementCount);
  }
}

TEST_CASE("elements do to their text what browsers do") {
  struct Case {
    std::string_view name;
    std::uint32_t has, has_not;
  };
  const Case cases[] = {
      {"p", kHtmlBlock | kHtmlClosesP, kHtmlVoid | kHtmlFormatting},
      {"div", kHtmlBlock | kHtmlClosesP, kHtmlVoid | kHtmlNotShown},
      {"b", kHtmlFormatting, kHtmlBlock | kHtmlClosesP},
      {"span", 0, kHtmlBlock | kHtmlFormatting | kHtmlNotShown},
      {"img", kHtmlVoid, kHtmlBlock},
      {"br", kHtmlVoid, kHtmlBlock},
      {"h1", kHtmlHeading | kHtmlBlock, kHtmlFormatting},
      {"blockquote", kHtmlQuoted | kHtmlBlock, kHtmlCode},
      {"code", kHtmlCode, kHtmlQuoted},
      {"pre", kHtmlPre | kHtmlBlock, kHtmlVoid},
      {"noscript", kHtmlNotShown | kHtmlBlock, kHtmlVoid},
      {"datalist", kHtmlNotShown, kHtmlBlock},
      {"table", kHtmlTablePart, kHtmlVoid},
      {"td", kHtmlScope, kHtmlVoid | kHtmlTablePart},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.name));
    CHECK((traits_of(c.name) & c.has) == c.has);
    CHECK((traits_of(c.name) & c.has_not) == 0);
  }
}
