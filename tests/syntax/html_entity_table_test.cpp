#include <doctest/doctest.h>

#include <cstring>
#include <string_view>

#include "syntax/html_entities.h"

using namespace postvet;

TEST_CASE("the table is whole and sorted") {
  CHECK(kNamedReferenceCount == 2231);
  for (std::size_t i = 1; i < kNamedReferenceCount; ++i) {
    REQUIRE(std::strcmp(kNamedReferences[i - 1].name, kNamedReferences[i].name) < 0);
  }
}

TEST_CASE("every row is a name and one or two characters") {
  std::size_t bare = 0;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < kNamedReferenceCount; ++i) {
    const NamedReference& row = kNamedReferences[i];
    std::string_view name = row.name;
    CAPTURE(i);
    REQUIRE(name.size() >= 2);
    REQUIRE(name.find_first_of(" &=<") == std::string_view::npos);
    REQUIRE(row.first != 0);
    REQUIRE(row.first <= 0x10FFFF);
    bare += name.back() == ';' ? 0 : 1;
    pairs += row.second == 0 ? 0 : 1;
  }
  CHECK(bare == 106);  // those of HTML 4 and before, which browsers take without a semicolon
  CHECK(pairs == 93);
}
