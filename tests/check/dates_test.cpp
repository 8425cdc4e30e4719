#include "check/dates.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace postvet;

namespace {

struct Case {
  std::string_view text;
  unsigned day, month, year;
  std::size_t end;
};

}  // namespace

TEST_CASE("dates") {
  for (const Case& c : std::initializer_list<Case>{
           {"03/07/2006", 3, 7, 2006, 10},
           {"3.7.06", 3, 7, 2006, 6},
           {"3-7-99", 3, 7, 1999, 6},
           {"2006-07-03", 3, 7, 2006, 10},
           {"2006-07-03t10:12", 3, 7, 2006, 10},
           {"3 july 2006", 3, 7, 2006, 11},
           {"3rd of july 2006", 3, 7, 2006, 16},
           {"3rd july", 3, 7, 0, 8},
           {"july 3rd, 2006", 3, 7, 2006, 14},
           {"july 3", 3, 7, 0, 6},
           {"3-jul-2006", 3, 7, 2006, 10},
           {"3 sept. '06", 3, 9, 2006, 11},
           {"07/23/2006", 23, 7, 2006, 10},
           {"29/02/2004", 29, 2, 2004, 10},
           {"3/7", 3, 7, 0, 3},
           {"03 07 2006", 3, 7, 2006, 10},
           {"3 may 10 people", 3, 5, 0, 5},
       }) {
    CAPTURE(c.text);
    auto date = read_date(c.text, 0);
    REQUIRE(date);
    CHECK(date->day == c.day);
    CHECK(date->month == c.month);
    CHECK(date->year == c.year);
    CHECK(date->end == c.end);
  }
  CHECK(read_date("03 07 2006", 0)->loose);
  CHECK_FALSE(read_date("03/07/2006", 0)->loose);
}

TEST_CASE("what is no date") {
  for (std::string_view text :
       {"31/02/2006", "29/02/2005", "13/13/2006", "00/01/2006", "1/0",       "3/7/200",   "3/7-2006",  "3.7",     "3-7",
        "123/4/2006", "10.4.2.0.1", "1.2.3",      "july",       "july 2006", "3 jul2006", "3 marches", "mayor 3", "3",
        "",           "3/7/20061",  "may 5:30",   "3/7/2006/1", "12345",     "2006/7",    "99 july"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text, 0));
  }
  CHECK_FALSE(read_date("x3/7/2006", 1));
  CHECK_FALSE(read_date("1.3/7/2006", 2));
}

TEST_CASE("dates in a window") {
  std::string_view text = "on 3/7/2006 and july 3rd, not 1.2.3";
  std::vector<Span> spans;
  scan_dates({text, {0, text.size()}}, spans);
  REQUIRE(spans.size() == 2);
  CHECK(text.substr(spans[0].begin, spans[0].size()) == "3/7/2006");
  CHECK(text.substr(spans[1].begin, spans[1].size()) == "july 3rd");
}
