#include "lexicon/commonness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "lexicon/commonness_bands.h"
#include "text/prepared.h"

namespace {
std::uint32_t commonness(std::string_view word) { return postvet::commonness(word, postvet::hash_word(word)); }
}  // namespace

TEST_CASE("common words are common") {
  for (std::string_view word : {"the", "is", "'s", "n't", "you", "a"}) CHECK(commonness(word) >= 32768);
  for (std::string_view word : {"school", "really", "never"}) CHECK(commonness(word) >= 2048);
  for (std::string_view word : {"teacher", "hate", "black", "x"}) CHECK(commonness(word) >= 512);
}

TEST_CASE("rare words are rare") {
  for (std::string_view word : {"quibbledorf", "The", "", "wazzock"}) CHECK(commonness(word) <= 128);
}

TEST_CASE("a word stands in one band, and the bands fall") {
  std::set<std::string_view> all;
  std::uint32_t last = 0xFFFFFFFF;
  for (const postvet::CommonnessBand& band : postvet::kCommonnessBands) {
    CHECK(band.frequency < last);
    last = band.frequency;
    for (std::size_t at = 0; at < band.words.size();) {
      std::size_t end = std::min(band.words.find(' ', at), band.words.size());
      CHECK(all.insert(band.words.substr(at, end - at)).second);
      at = end + 1;
    }
  }
  CHECK(all.size() > 4000);
}
