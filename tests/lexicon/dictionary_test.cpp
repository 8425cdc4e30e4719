#include "lexicon/dictionary.h"

#include <doctest/doctest.h>

#include <string_view>

#include "lexicon/compiled.h"
#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// The units of the first token of a text.
TokenWords words_of(const Dictionary& dictionary, std::string_view text) {
  Preparer preparer;
  Prepared prepared;
  preparer.prepare(text, prepared);
  return dictionary.words_of(prepared, 0);
}

}  // namespace

TEST_CASE("phrases stand under their first word, with the rest behind") {
  CompiledLexicon lexicon =
      compile(lexicon_of("classes: {x: [big dog, big, big old dog], y: {pos: noun, words: [dog]}}"), {"y"});
  const Dictionary& dictionary = lexicon.dictionary;
  std::uint16_t x = *lexicon.classes.id("x");
  std::uint16_t y = *lexicon.classes.id("y");
  std::uint32_t big = dictionary.look_up("big").number();
  std::uint32_t dog = dictionary.look_up("dog").number();
  std::uint32_t old = dictionary.look_up("old").number();
  REQUIRE(big != 0);
  REQUIRE(dog != 0);
  CHECK(dictionary.forms_in(dictionary.single(big), x) == kForms);
  CHECK(dictionary.forms_in(dictionary.single(big), y) == 0);
  CHECK(dictionary.forms_in(dictionary.single(dog), y) == kBase);
  CHECK(dictionary.single(old) == 0);
  REQUIRE(dictionary.longer(big, dog).size() == 1);
  CHECK(dictionary.rest(dictionary.longer(big, dog)[0]).size() == 1);
  REQUIRE(dictionary.longer(big, old).size() == 1);
  REQUIRE(dictionary.rest(dictionary.longer(big, old)[0]).size() == 2);
  CHECK(dictionary.rest(dictionary.longer(big, old)[0])[1] == dog);
  CHECK(dictionary.longer(big, big).empty());
  CHECK(dictionary.longer(dog, big).empty());
  CHECK(dictionary.is_wanted(dictionary.single(dog)));
  CHECK_FALSE(dictionary.is_wanted(dictionary.single(big)));
}

TEST_CASE("a phrase is in the classes that include its own, in the forms that they take") {
  CompiledLexicon lexicon = compile(
      lexicon_of("classes:\n"
                 "  x: {pos: noun, words: [dog]}\n"
                 "  all: {include: [x]}\n"
                 "  more: {include: [all], words: [cat]}\n"
                 "rules:\n  a/b: {summary: s, message: m, help: h, frames: [\"<more:plural> (<x:plural>|cat)\"]}\n"),
      {""});
  const Dictionary& dictionary = lexicon.dictionary;
  std::uint32_t dog = dictionary.single(dictionary.look_up("dog").number());
  std::uint32_t dogs = dictionary.single(dictionary.look_up("dogs").number());
  for (std::string_view cls : {"x", "all", "more"}) {
    CHECK(dictionary.forms_in(dog, *lexicon.classes.id(cls)) == kBase);
    CHECK(dictionary.forms_in(dogs, *lexicon.classes.id(cls)) == kPlural);
  }
  std::size_t of_dog = dictionary.classes(dog).size();
  CHECK(dictionary.classes(dogs).size() == of_dog + 1);  // of the alternation, which takes the plural only
  for (const Membership& in : dictionary.classes(dogs)) CHECK((dictionary.class_bits(dogs) & class_bit(in.cls)) != 0);
}

TEST_CASE("a token is one unit or the two of a contraction") {
  CompiledLexicon lexicon = compile(lexicon_of("classes: {x: [they are, \"do n't\", \"'re\", quibbledorf, dorf]}\n"
                                               "rules:\n  a/b: {summary: s, message: m, help: h, terms: "
                                               "[{term: quibbledorf, disguise: true}]}\n"),
                                    {""});
  const Dictionary& dictionary = lexicon.dictionary;
  auto number = [&](std::string_view word) { return dictionary.look_up(word).number(); };
  TokenWords theyre = words_of(dictionary, "they're");
  CHECK(theyre.two);
  CHECK(theyre.first == number("they"));
  CHECK(theyre.second == number("'re"));
  CHECK(words_of(dictionary, "theyre").second == number("'re"));
  CHECK(words_of(dictionary, "DONT").first == number("do"));
  CHECK(words_of(dictionary, "can't").two);
  CHECK(words_of(dictionary, "can't").first == 0);
  CHECK(words_of(dictionary, "can't").second == number("n't"));
  CHECK_FALSE(words_of(dictionary, "they").two);
  CHECK(words_of(dictionary, "cat").first == 0);
  TokenWords slip = words_of(dictionary, "quibbeldorf");
  CHECK(slip.slip);
  CHECK(slip.first == number("quibbledorf"));
  CHECK_FALSE(words_of(dictionary, "quibbledorf").slip);
  CHECK(words_of(dictionary, "quibbeldorf's").first == 0);  // half a contraction is taken by the letter
}

TEST_CASE("words that are in no phrase are not there") {
  CompiledLexicon lexicon = compile(lexicon_of("classes: {x: [big dog]}"), {""});
  CHECK(lexicon.dictionary.look_up("cat").number() == 0);
  CHECK_FALSE(lexicon.dictionary.look_up("cat"));
  CHECK_FALSE(lexicon.dictionary.look_up("big dog"));
  CHECK_FALSE(lexicon.dictionary.look_up(""));
  CHECK_FALSE(compile(Lexicon{}, {}).dictionary.look_up("x"));
}
