#include "check/identifiers.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace postvet;

TEST_CASE("NHS numbers") {
  for (auto value : {"9434765919", "4857773457", "9876543210"}) CHECK(is_nhs_number(value));
  for (auto value : {"9434765918", "1111111111", "9999999999", "943476591", "94347659190", "", "943476591x"}) {
    CAPTURE(value);
    CHECK_FALSE(is_nhs_number(value));
  }
  // The check digit would be 10: never issued, whatever stands last.
  for (char last = '0'; last <= '9'; ++last) CHECK_FALSE(is_nhs_number(std::string("450000002") + last));
}

TEST_CASE("unique learner numbers") {
  for (auto value : {"9276308686", "5012345672", "3456789016"}) CHECK(is_uln(value));
  for (auto value : {"9276308685", "0276308686", "9434765919", "9999999999", "927630868", ""})
    CHECK_FALSE(is_uln(value));
}

TEST_CASE("no number is both") {
  std::mt19937_64 random(1);
  int nhs = 0;
  int uln = 0;
  for (int i = 0; i < 100000; ++i) {
    std::string value = std::to_string(1000000000ULL + random() % 9000000000ULL);
    bool is_nhs = is_nhs_number(value);
    bool is_learner = is_uln(value);
    nhs += is_nhs ? 1 : 0;
    uln += is_learner ? 1 : 0;
    CHECK_FALSE((is_nhs && is_learner));
  }
  CHECK(nhs > 8500);  // one in eleven passes by chance
  CHECK(nhs < 9700);
  CHECK(uln > 8500);
  CHECK(uln < 9700);
}

TEST_CASE("unique pupil numbers") {
  for (auto value : {"b801200005001", "h801200001001", "e873410119004", "p35241002201a"}) {
    CAPTURE(value);
    REQUIRE(has_upn_shape(value));
    CHECK(has_upn_letter(value));
    CHECK(upn_authority(value) == Authority::known);
  }
  CHECK_FALSE(has_upn_letter("a801200005001"));
  CHECK(upn_authority("e000200005001") == Authority::impossible);
  CHECK(upn_authority("e999200005001") == Authority::unknown);
  CHECK(upn_authority("e201200005001") == Authority::known);
  CHECK(upn_authority("e200200005001") == Authority::impossible);
  for (auto value :
       {"x80120000a001", "i801200005001", "b80120000500", "b8012000050011", "8801200005001", "b80120000500o", ""}) {
    CAPTURE(value);
    CHECK_FALSE(has_upn_shape(value));
  }
}

TEST_CASE("National Insurance numbers") {
  for (auto value : {"ab123456c", "aa123456b", "yz614868b", "ab123456"}) CHECK(is_national_insurance(value));
  for (auto value : {"qq123456c", "ab123456e", "fa123456a", "ao123456a", "kn123456a", "gb123456a", "tn123456a",
                     "oo123456a", "cr123456a", "11a11111", "ab12345c", "ab1234567c", "", "a1123456a"}) {
    CAPTURE(value);
    CHECK_FALSE(is_national_insurance(value));
  }
}

TEST_CASE("payment cards") {
  for (auto value : {"4532015112830366", "5400123456789010", "4111111111111111"}) CHECK(passes_luhn(value));
  CHECK_FALSE(passes_luhn("4532015112831112"));
  for (auto value : {"4532015112830366", "378282246310005", "2221000000000009", "2720990000000007", "30569309025904",
                     "6011111111111117", "3530111333300000", "501800000009", "6759649826438453"}) {
    CAPTURE(value);
    CHECK(has_card_issuer(value));
  }
  for (auto value :
       {"1234567812345670", "45320151128303", "2720000000000", "2221", "3400000000000000", "5600000000000000",
        "4444444444444444", "2220990000000000", "2721000000000000", "35270000000000000000", "501700000009"}) {
    CAPTURE(value);
    CHECK_FALSE(has_card_issuer(value));
  }
  CHECK(is_test_card("4111111111111111"));
  CHECK_FALSE(is_test_card("4532015112830366"));
}

TEST_CASE("IBANs") {
  for (auto value : {"gb29nwbk60161331926819", "gb15midl40051512345678", "de89370400440532013000", "no9386011117947",
                     "mt84malt011000012345mtlcast001s"}) {
    CAPTURE(value);
    CHECK(has_iban_shape(value));
    CHECK(passes_iban(value));
  }
  CHECK(has_iban_shape("gb30nwbk60161331926819"));
  CHECK_FALSE(passes_iban("gb30nwbk60161331926819"));
  CHECK_FALSE(passes_iban("gb94barc20201530093459"));
  for (auto value : {"gb15midl4005151234567", "gb15midl400515123456789", "gb151234400515123456789",
                     "xx15midl40051512345678", "gbx5midl40051512345678", "gb15mid140051512345678", "gb", ""}) {
    CAPTURE(value);
    CHECK_FALSE(has_iban_shape(value));
  }
  CHECK(is_published_iban("gb82west12345698765432"));
  CHECK_FALSE(is_published_iban("gb15midl40051512345678"));
  CHECK(iban_length("gb") == 22);
  CHECK(iban_length("no") == 15);
  CHECK(iban_length("us") == 0);
  CHECK(iban_length("") == 0);
}

TEST_CASE("a value without its separators") {
  CHECK(compact("gb29 nwbk-60.16/13") == "gb29nwbk601613");
  CHECK(compact("") == "");
  CHECK(is_all_digits("0123456789"));
  CHECK_FALSE(is_all_digits(""));
  CHECK_FALSE(is_all_digits("12a"));
}
