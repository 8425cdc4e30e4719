#include "check/streets.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace postvet;

TEST_CASE("addresses") {
  struct Case {
    std::string_view text;
    std::string_view whole;
    bool postcode;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"27b station rd", "27b station rd", false},
           {"flat 3, 112 wakefield road, wf1 2da now", "flat 3, 112 wakefield road, wf1 2da", true},
           {"flat 3\n112 wakefield road\nwakefield\nwf1 2da", "flat 3\n112 wakefield road\nwakefield\nwf1 2da", true},
           {"12-14 mill hill lane", "12-14 mill hill lane", false},
           {"3/12 high street, leeds", "3/12 high street", false},
           {"3 st. john's close.", "3 st. john's close", false},
           {"unit 2 park square", "unit 2 park square", false},
           {"12, the avenue", "12, the avenue", false},
           {"1 siân's way", "1 siân's way", false},
           {"5 park road is near wf1 2da", "5 park road", false},
       }) {
    CAPTURE(c.text);
    auto street = read_street(c.text, 0);
    REQUIRE(street);
    CHECK(c.text.substr(street->whole.begin, street->whole.size()) == c.whole);
    CHECK(street->postcode == c.postcode);
  }
}

TEST_CASE("what is no address") {
  for (std::string_view text :
       {"station road", "12345 station road", "12 road", "12 to the road", "12 long words before a road", "12", "",
        "flat road", "flat 3 of them", "12\n\n\nstation road", "27bc station road", "1.5 mill lane", "12 roadworks",
        "flat", "3 stationroad"}) {
    CAPTURE(text);
    CHECK_FALSE(read_street(text, 0));
  }
  CHECK_FALSE(read_street("1.12 mill lane", 2));
  CHECK_FALSE(read_street("x12 mill lane", 1));
}

TEST_CASE("streets without a number") {
  CHECK(read_street_name("rose court, leeds", 0) == Span{0, 10});
  CHECK(read_street_name("park lane", 0) == Span{0, 9});
  CHECK(read_street_name("road", 0).empty());
  CHECK(read_street_name("on the road", 0).empty());
  CHECK(read_street_name("", 0).empty());
}

TEST_CASE("addresses in a window") {
  std::string_view text = "at 27 mill lane, then flat 2, rose court; 24 hours";
  std::vector<Span> spans;
  scan_streets({text, {0, text.size()}}, spans);
  REQUIRE(spans.size() == 2);
  CHECK(text.substr(spans[0].begin, spans[0].size()) == "27 mill lane");
  CHECK(text.substr(spans[1].begin, spans[1].size()) == "flat 2, rose court");
}

TEST_CASE("lists of words around streets") {
  CHECK(is_counted_thing("hour"));
  CHECK_FALSE(is_counted_thing("station"));
  CHECK(is_numbered_thing("year"));
  CHECK_FALSE(is_numbered_thing("at"));
  CHECK(is_institution("school"));
  CHECK_FALSE(is_institution("wakefield"));
  CHECK(is_never_in_street("your"));
  CHECK_FALSE(is_never_in_street("the"));
}
