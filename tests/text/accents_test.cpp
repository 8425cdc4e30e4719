#include "text/accents.h"

#include <doctest/doctest.h>

using postvet::without_accents;

TEST_CASE("letters lose their marks") {
  CHECK(without_accents("caf\u00E9") == "cafe");
  CHECK(without_accents("cafe\u0301") == "cafe");
  CHECK(without_accents("si\u00E2n \u017Cukowska") == "sian zukowska");
  CHECK(without_accents("n\u0303\u0323o") == "no");
  CHECK(without_accents("\u1EA5") == "a");
  CHECK(without_accents("\u0439") == "\u0438");  // of any script
}

TEST_CASE("all else stays") {
  for (std::string_view text :
       {"", "plain", "don't", "\u00F8\u0142\u00E6", "\u0437\u0430", "\U0001F600", "\u00DF", "123"})
    CHECK(without_accents(text) == text);
  std::string nothing = without_accents("\u0301\u0302");
  CHECK(nothing.empty());
}

TEST_CASE("what is too long for a word stays") {
  std::string text;
  for (int i = 0; i < 128; ++i) text += "\u00E9";
  CHECK(without_accents(text) == std::string(128, 'e'));
  text += "\u00E9";
  CHECK(without_accents(text) == text);
}
