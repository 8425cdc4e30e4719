#include "lexicon/dictionary.h"

#include <doctest/doctest.h>

#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

TEST_CASE("phrases stand under their first word, with the rest behind") {
  Lexicon lexicon = lexicon_of("classes: {x: [big dog, big, \"do n't go\"], y: {pos: noun, words: [dog]}}");
  Dictionary dictionary(lexicon);
  std::uint16_t x = *lexicon.class_named("x");
  std::uint16_t y = *lexicon.class_named("y");
  std::uint32_t big = dictionary.number("big");
  std::uint32_t dog = dictionary.number("dog");
  REQUIRE(big != 0);
  REQUIRE(dog != 0);
  CHECK(big != dog);
  CHECK(dictionary.number(hash_word("big")) == big);
  CHECK(dictionary.hash(big) == hash_word("big"));
  REQUIRE(dictionary.phrases(big).size() == 2);
  REQUIRE(dictionary.single(big).size() == 1);  // before the longer ones
  CHECK(dictionary.rest(dictionary.single(big)[0]).empty());
  REQUIRE(dictionary.longer(big, dog).size() == 1);
  CHECK(dictionary.longer(big, dog)[0].cls == x);
  REQUIRE(dictionary.rest(dictionary.longer(big, dog)[0]).size() == 1);
  CHECK(dictionary.rest(dictionary.longer(big, dog)[0])[0] == dog);
  CHECK(dictionary.longer(big, big).empty());
  REQUIRE(dictionary.phrases(dog).size() == 1);
  CHECK(dictionary.phrases(dog)[0].cls == y);
  CHECK(dictionary.phrases(dog)[0].forms == kBase);
  REQUIRE(dictionary.words(x, 2).size() == 3);
  CHECK(dictionary.words(x, 2)[1] == dictionary.number("n't"));
  CHECK(dictionary.words(y, 1)[0] == dictionary.number("dogs"));
}

TEST_CASE("words that begin no phrase begin none, others are not there") {
  Dictionary dictionary(lexicon_of("classes: {x: [big dog, cannot]}"));
  CHECK(dictionary.phrases(dictionary.number("dog")).empty());
  CHECK(dictionary.number("cat") == 0);
  CHECK(dictionary.number("big dog") == 0);
  CHECK(dictionary.number("") == 0);
  CHECK(dictionary.is_clitic(dictionary.number("not")));
  CHECK_FALSE(dictionary.is_clitic(dictionary.number("can")));
  CHECK(Dictionary(Lexicon{}).number("x") == 0);
}
