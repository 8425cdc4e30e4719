#include "read/time_text.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("RFC 3339 with a zone") {
  for (const char* text : {"2026-05-04T10:12:00+01:00", "2026-05-04T10:12:00Z", "2026-05-04t10:12:00.125z",
                           "2026-05-04 10:12:00-05:30", "2016-12-31T23:59:60Z"}) {
    CAPTURE(text);
    CHECK(is_rfc3339(text));
  }
  for (const char* text :
       {"", "2026-05-04", "2026-05-04T10:12:00", "2026-05-04T10:12Z", "2026-13-04T10:12:00Z", "2026-05-32T10:12:00Z",
        "2026-05-04T24:12:00Z", "2026-05-04T10:60:00Z", "2026-05-04T10:12:00.Z", "2026-05-04T10:12:00+0100",
        "2026-05-04T10:12:00+25:00", "2026-05-04T10:12:00Zx", "yesterday", "2026-05-04T10:12:00.5"}) {
    CAPTURE(text);
    CHECK_FALSE(is_rfc3339(text));
  }
}

TEST_CASE("times as X writes them") {
  CHECK(rfc3339_of_asctime("Sat Feb 18 12:33:11 +0000 2023") == "2023-02-18T12:33:11+00:00");
  CHECK(rfc3339_of_asctime("Sun Dec 01 00:00:00 -0730 2013") == "2013-12-01T00:00:00-07:30");
  for (const char* text :
       {"", "Sat Feb 18 12:33:11 2023", "Sat Feb 18 12:33:11 +0000 23", "Sat Foo 18 12:33:11 +0000 2023",
        "Sat Feb 41 12:33:11 +0000 2023", "2023-02-18T12:33:11+00:00....."}) {
    CAPTURE(text);
    CHECK(rfc3339_of_asctime(text).empty());
  }
}
