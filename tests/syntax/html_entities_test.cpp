#include "syntax/html_entities.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using postvet::CharacterReference;
using postvet::read_character_reference;

TEST_CASE("every name is found as itself") {
  for (std::size_t i = 0; i < postvet::kNamedReferenceCount; ++i) {
    const postvet::NamedReference& row = postvet::kNamedReferences[i];
    std::string text = std::string("&") + row.name + "!";
    CharacterReference reference = read_character_reference(text, 0, false);
    CAPTURE(text);
    REQUIRE(reference.length == text.size() - 1);
    REQUIRE(reference.first == row.first);
    REQUIRE(reference.second == row.second);
  }
}

TEST_CASE("references are read as browsers read them") {
  struct Case {
    std::string_view text;
    bool in_attribute;
    std::size_t length;
    char32_t first;
  };
  const Case cases[] = {
      {"&amp;", false, 5, '&'},
      {"&ampx", false, 4, '&'},
      {"&notit;", false, 4, 0xAC},
      {"&notin;", false, 7, 0x2209},
      {"&#65;", false, 5, 'A'},
      {"&#x41;b", false, 6, 'A'},
      {"&#X41 ", false, 5, 'A'},
      {"&#65", false, 4, 'A'},
      {"&#128;", false, 6, 0x20AC},
      {"&#x99;", false, 6, 0x2122},
      {"&#x81;", false, 6, 0x81},
      {"&#0;", false, 4, 0xFFFD},
      {"&#xD800;", false, 8, 0xFFFD},
      {"&#x110000;", false, 10, 0xFFFD},
      {"&#99999999999999999999;", false, 23, 0xFFFD},
      {"&amp=", true, 0, 0},
      {"&ampx", true, 0, 0},
      {"&amp;=", true, 5, '&'},
      {"&amp\"", true, 4, '&'},
      {"&", false, 0, 0},
      {"& ", false, 0, 0},
      {"&#", false, 0, 0},
      {"&#x", false, 0, 0},
      {"&#xg;", false, 0, 0},
      {"&#;", false, 0, 0},
      {"&;", false, 0, 0},
      {"&nosuch;", false, 0, 0},
      {"&Amp;", false, 0, 0},
      {"&hellip", false, 0, 0},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CharacterReference reference = read_character_reference(test.text, 0, test.in_attribute);
    CHECK(reference.length == test.length);
    CHECK(static_cast<unsigned>(reference.first) == static_cast<unsigned>(test.first));
  }
}
