#include "text/borders.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("letters and digits of every script make a word") {
  CHECK(is_word_at("a", 0));
  CHECK(is_word_at("7", 0));
  CHECK(is_word_at("ü", 0));
  CHECK(is_word_at("٣", 0));
  CHECK(is_word_at("山", 0));
  CHECK(is_word_before("xü", 3));
  CHECK(is_word_before("e\xCC\x81", 3));  // a combining accent belongs to its letter
  CHECK_FALSE(is_word_at("", 0));
  CHECK_FALSE(is_word_at("-", 0));
  CHECK_FALSE(is_word_at("_", 0));
  CHECK_FALSE(is_word_at("😀", 0));
  CHECK_FALSE(is_word_at("a", 1));
  CHECK_FALSE(is_word_before("a", 0));
  CHECK_FALSE(is_word_before("’x", 3));
}

TEST_CASE("a span has borders when nothing of a word touches it") {
  CHECK(has_borders("ab", {0, 2}));
  CHECK(has_borders("(ab)", {1, 3}));
  CHECK_FALSE(has_borders("üab", {2, 4}));
  CHECK_FALSE(has_borders("abü", {0, 2}));
  CHECK_FALSE(has_borders("1ab", {1, 3}));
}
