#include "lexicon/commonness.h"

#include <doctest/doctest.h>

#include "text/prepared.h"

namespace {
std::uint32_t commonness(std::string_view word) { return postvet::commonness(word, postvet::hash_word(word)); }
}  // namespace

TEST_CASE("common words are common") {
  for (std::string_view word : {"the", "is", "'s", "n't", "you", "a"}) CHECK(commonness(word) >= 256);
  for (std::string_view word : {"school", "really", "never"}) CHECK(commonness(word) >= 64);
  for (std::string_view word : {"teacher", "hate", "black", "x"}) CHECK(commonness(word) >= 16);
}

TEST_CASE("rare words are rare") {
  for (std::string_view word : {"quibbledorf", "The", "thee", "", "schoolgirl"}) CHECK(commonness(word) <= 4);
}
