#include "check/phones.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace postvet;

namespace {

struct Case {
  std::string_view written;
  NumberType type;
};

}  // namespace

TEST_CASE("British numbers as they are written") {
  for (const Case& c : std::initializer_list<Case>{
           {"07911 123456", NumberType::mobile},
           {"+44 (0)7911-123-456", NumberType::mobile},
           {"(020) 7123 4567", NumberType::geographic},
           {"0044 1924 123456", NumberType::geographic},
           {"016977 2345", NumberType::geographic},
           {"07624 123456", NumberType::mobile},
           {"0345 123 4567", NumberType::service},
           {"+447911123456", NumberType::mobile},
           {"0121 234 5678", NumberType::geographic},
           {"0800 123 456", NumberType::service},
           {"070 1234 5678", NumberType::personal},
           {"056 1234 5678", NumberType::internet},
           {"447911123456", NumberType::mobile},
           {"7911123456", NumberType::mobile},
           {"07911 12345", NumberType::none},
           {"0600 123 4567", NumberType::none},
           {"0845 46 47", NumberType::none},
           {"01924 1234567", NumberType::none},
           {"1924123456", NumberType::none},
           {"2024 2025 26", NumberType::none},
           {"0", NumberType::none},
           {"", NumberType::none},
           {"+44", NumberType::none},
           {"+440", NumberType::none},
           {"0123456789012345678901", NumberType::none},
           {"+44 99 1234 5678", NumberType::none},
       }) {
    CAPTURE(c.written);
    CHECK(read_phone(c.written).type == c.type);
  }
}

TEST_CASE("how a number is written") {
  CHECK(read_phone("+44 7911 123456").international);
  CHECK(read_phone("0044 7911 123456").international);
  CHECK_FALSE(read_phone("07911 123456").international);
  CHECK(read_phone("07911 123456").spaced);
  CHECK_FALSE(read_phone("07911123456").spaced);
  CHECK_FALSE(read_phone("+447911123456").spaced);
  CHECK(read_phone("07911123456").trunk);
  CHECK_FALSE(read_phone("7911123456").trunk);
}

TEST_CASE("other countries' numbers") {
  for (auto written : {"+1 212 555 0123", "+33 6 12 34 56 78", "+353 85 123 4567", "+12345678"}) {
    CAPTURE(written);
    CHECK(read_phone(written).type == NumberType::foreign);
  }
  for (auto written : {"+999 1234567", "+1234567", "+1234567890123456", "+0123456789", "+210 1234567", "12125550123"}) {
    CAPTURE(written);
    CHECK(read_phone(written).type == NumberType::none);
  }
  CHECK(calling_code_length("1212") == 1);
  CHECK(calling_code_length("336") == 2);
  CHECK(calling_code_length("35385") == 3);
  CHECK(calling_code_length("999") == 0);
  CHECK(calling_code_length("") == 0);
  CHECK(calling_code_length("044") == 0);
}

TEST_CASE("numbers that are nobody's") {
  for (auto national :
       {"7700900461", "2079460000", "2079460999", "1134960999", "1914980000", "2896496000", "2896496999", "2890180123",
        "2920180123", "1632960000", "8081570999", "9098790000", "3069990999", "8001111"}) {
    CAPTURE(national);
    CHECK(is_reserved_number(national));
  }
  for (auto national : {"7700901461", "2079461000", "1134961000", "2896497000", "2896495999", "1632961000",
                        "8081571000", "7911123456", "", "496"}) {
    CAPTURE(national);
    CHECK_FALSE(is_reserved_number(national));
  }
  CHECK(is_short_helpline("08001111"));
  CHECK_FALSE(is_short_helpline("080011110"));
}
