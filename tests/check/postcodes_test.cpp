#include "check/postcodes.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("postcodes") {
  for (auto value : {"wf1 2da", "pr1 9zz", "ec1a 4xx", "ze2 9ab", "n1c 4ag", "w1a 0ax", "ls1 4ab", "bx9 1as", "wf17ee",
                     "sw1a 1aa", "wf8 4qr", "dn55 1pt", "gir 0aa", "wf1-2da", "m1 1ae"}) {
    CAPTURE(value);
    CHECK(is_postcode(value));
  }
  for (auto value : {"qa1 1aa", "af1 2ab", "wf1 2dc", "wf12 da", "m1 1ai",   "wx1 2ab",   "c3 4po",
                     "gq1 1aa", "qs101ew", "mp3 4ab", "a4 5ht",  "wf1a 2da", "wf123 2da", "wf 2da",
                     "w1i 0ax", "1 2da",   "",        "wf1",     "wf1  2da", "sw3a 1aa"}) {
    CAPTURE(value);
    CHECK_FALSE(is_postcode(value));
  }
  CHECK(is_ordinal("2nd"));
  CHECK_FALSE(is_ordinal("2da"));
}
