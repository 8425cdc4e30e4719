#include "lexicon/commonness.h"

#include <doctest/doctest.h>

using postvet::commonness;

TEST_CASE("common words are common") {
  for (std::string_view word : {"the", "is", "'s", "n't", "you", "a"}) CHECK(commonness(word) == 2000);
  for (std::string_view word : {"school", "really", "never"}) CHECK(commonness(word) == 400);
  for (std::string_view word : {"teacher", "hate", "black", "x"}) CHECK(commonness(word) == 60);
}

TEST_CASE("rare words are rare") {
  for (std::string_view word : {"quibbledorf", "The", "thee", "", "vermin", "schoolgirl"}) CHECK(commonness(word) <= 1);
}
