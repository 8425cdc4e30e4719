#include "lexicon/vocabulary.h"

#include <doctest/doctest.h>

#include "lexicon_of.h"
#include "text/prepared.h"

using namespace postvet;
using namespace postvet_test;

TEST_CASE("every word of a lexicon has one number, and its phrases are known by numbers") {
  Lexicon lexicon = lexicon_of("classes: {x: [big dog, \"do n't go\"], y: {pos: noun, words: [dog]}}");
  Vocabulary vocabulary(lexicon);
  std::uint16_t x = *lexicon.class_named("x");
  std::uint16_t y = *lexicon.class_named("y");
  std::uint32_t dog = vocabulary.number("dog");
  REQUIRE(dog != 0);
  CHECK(vocabulary.number(hash_word("dog")) == dog);
  CHECK(vocabulary.hash(dog) == hash_word("dog"));
  CHECK(dog < vocabulary.size());
  REQUIRE(vocabulary.words(x, 0).size() == 2);
  CHECK(vocabulary.words(x, 0)[1] == dog);
  REQUIRE(vocabulary.words(x, 1).size() == 3);
  CHECK(vocabulary.words(x, 1)[1] == vocabulary.number("n't"));
  CHECK(vocabulary.words(y, 0)[0] == dog);
  CHECK(vocabulary.words(y, 1)[0] == vocabulary.number("dogs"));
  CHECK(vocabulary.number("cat") == 0);
  CHECK(vocabulary.number("big dog") == 0);
  CHECK(Vocabulary(Lexicon{}).number("dog") == 0);
}

TEST_CASE("halves of contractions are told from words") {
  Vocabulary vocabulary(lexicon_of("classes: {x: [cannot, \"they're\"]}"));
  CHECK(vocabulary.is_clitic(vocabulary.number("not")));
  CHECK(vocabulary.is_clitic(vocabulary.number("'re")));
  CHECK_FALSE(vocabulary.is_clitic(vocabulary.number("can")));
  CHECK(vocabulary.commonness(vocabulary.number("they")) > vocabulary.commonness(vocabulary.number("cannot")));
}
