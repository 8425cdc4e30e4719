// The numbering plan and the calling codes of lib/check against libphonenumber, which only tests link.
//
// The two differ where lib/check says so: numbers reserved for drama and helplines are named as such (and seven digits
// of 0800 and 0845, Childline and an old NHS line, are no number for us); of other countries' numbers only the calling
// code is compared, as any 8 to 15 digits behind one are taken.
#include <doctest/doctest.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>

#include "check/phones.h"

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using postvet::NumberType;

bool oracle_knows(std::uint64_t national) {
  PhoneNumber number;
  number.set_country_code(44);
  number.set_national_number(national);
  return PhoneNumberUtil::GetInstance()->IsValidNumber(number);
}

void compare(const std::string& national) {
  CAPTURE(national);
  CHECK((postvet::uk_number_type(national) != NumberType::none) == oracle_knows(std::stoull(national)));
}

}  // namespace

TEST_CASE("the plan agrees on random numbers of nine and ten digits") {
  std::mt19937_64 random(44);
  for (int i = 0; i < 20000; ++i) {
    compare(std::to_string(1000000000ULL + random() % 9000000000ULL));
    compare(std::to_string(100000000ULL + random() % 900000000ULL));
  }
}

TEST_CASE("the plan agrees on random numbers where numbers are") {
  std::mt19937_64 random(45);
  for (const char* start : {"1",    "2",    "3",    "5",    "7",    "76",  "77",   "79",   "8",   "9",   "1130",
                            "1534", "1481", "1624", "1697", "1204", "762", "7797", "7911", "800", "145", "186"}) {
    for (int i = 0; i < 1000; ++i) {
      std::string number = start;
      std::size_t size = random() % 2 == 0 ? 10 : 9;
      while (number.size() < size) number += static_cast<char>('0' + random() % 10);
      compare(number);
    }
  }
}

TEST_CASE("other lengths are no British numbers") {
  std::mt19937_64 random(46);
  for (std::size_t size : {5U, 6U, 8U, 11U, 12U}) {
    for (int i = 0; i < 200; ++i) {
      std::string number(1, static_cast<char>('1' + random() % 9));
      while (number.size() < size) number += static_cast<char>('0' + random() % 10);
      compare(number);
    }
  }
}

TEST_CASE("all calling codes agree, and no others") {
  std::set<int> codes;
  PhoneNumberUtil::GetInstance()->GetSupportedCallingCodes(&codes);
  for (unsigned code = 1; code <= 999; ++code) {
    std::string digits = std::to_string(code);
    CAPTURE(code);
    CHECK((postvet::calling_code_length(digits) == digits.size()) == (codes.count(static_cast<int>(code)) == 1));
  }
}

TEST_CASE("numbers of other countries that the oracle knows are taken") {
  std::set<std::string> regions;
  PhoneNumberUtil::GetInstance()->GetSupportedRegions(&regions);
  int compared = 0;
  for (const std::string& region : regions) {
    PhoneNumber example;
    if (!PhoneNumberUtil::GetInstance()->GetExampleNumber(region, &example)) continue;
    std::string written;
    PhoneNumberUtil::GetInstance()->Format(example, PhoneNumberUtil::INTERNATIONAL, &written);
    std::size_t digits = 0;
    for (char c : written) digits += c >= '0' && c <= '9' ? 1U : 0U;
    if (digits < 8) continue;  // small islands
    CAPTURE(written);
    CHECK(postvet::read_phone(written).type != NumberType::none);
    ++compared;
  }
  CHECK(compared > 200);
}
