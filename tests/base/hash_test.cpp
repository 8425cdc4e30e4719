#include "base/hash.h"

#include <doctest/doctest.h>

#include <set>

using namespace postvet;

TEST_CASE("hashes are those of XXH3, on every machine") {
  // xxhsum -H3 and -H2 of the empty input and of "a".
  CHECK(hash64("") == 0x2d06800538d394c2ULL);
  CHECK(hash64("a") == 0xe6c632b61e964e1fULL);
  CHECK(hash128_hex("") == "99aa06d3014798d86001c324468d497f");
  CHECK(hash128_hex("a") == "a96faf705af16834e6c632b61e964e1f");
}

TEST_CASE("other bytes, other hashes") {
  std::set<std::uint64_t> seen;
  std::set<std::string> seen_wide;
  for (std::string text : {std::string(), std::string("\0", 1), std::string("\0\0", 2), std::string("a"),
                           std::string("A"), std::string(1000, 'a'), std::string(1001, 'a')}) {
    seen.insert(hash64(text));
    seen_wide.insert(hash128_hex(text));
    CHECK(hash128_hex(text).size() == 32);
  }
  CHECK(seen.size() == 7);
  CHECK(seen_wide.size() == 7);
}
