#include "lexicon/units.h"

#include <doctest/doctest.h>

using namespace postvet;
using Units = std::vector<std::string>;

namespace {
Units split(std::string_view word) {
  std::vector<std::string_view> parts;
  split_word(word, parts);
  return {parts.begin(), parts.end()};
}
}  // namespace

TEST_CASE("contractions are two units, however they are spelt") {
  struct Row {
    std::string_view word;
    Units units;
  };
  const Row rows[] = {
      {"they're", {"they", "'re"}},
      {"don't", {"do", "n't"}},
      {"isn't", {"is", "n't"}},
      {"can't", {"can", "n't"}},
      {"won't", {"will", "n't"}},
      {"shan't", {"shall", "n't"}},
      {"i'm", {"i", "'m"}},
      {"it's", {"it", "'s"}},
      {"sam's", {"sam", "'s"}},
      {"we've", {"we", "'ve"}},
      {"you'll", {"you", "'ll"}},
      {"she'd", {"she", "'d"}},
      {"dont", {"do", "n't"}},
      {"youre", {"you", "'re"}},
      {"theyre", {"they", "'re"}},
      {"im", {"i", "'m"}},
      {"isnt", {"is", "n't"}},
      {"cant", {"can", "n't"}},
      {"wont", {"will", "n't"}},
      {"thats", {"that", "'s"}},
      {"shes", {"she", "'s"}},
      {"hes", {"he", "'s"}},
      {"cannot", {"can", "not"}},
      {"your'e", {"you", "'re"}},
      // Words of their own.
      {"ill", {"ill"}},
      {"well", {"well"}},
      {"id", {"id"}},
      {"its", {"its"}},
      {"were", {"were"}},
      {"wed", {"wed"}},
      {"hell", {"hell"}},
      {"shell", {"shell"}},
      {"cants", {"cants"}},
      {"o'clock", {"o'clock"}},
      {"'s", {"'s"}},
      {"n't", {"n't"}},
      {"o'brien", {"o'brien"}},
      {"students'", {"students'"}},
      {"", {""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(split(row.word) == row.units);
  }
}

TEST_CASE("a clitic is the end of a word, never all of it") {
  CHECK(clitic_begin("they're") == 4);
  CHECK(clitic_begin("don't") == 2);
  CHECK(clitic_begin("o'clock") == 7);
  CHECK(clitic_begin("'s") == 2);
  CHECK(clitic_begin("") == 0);
}

TEST_CASE("phrases are folded and cut as texts are") {
  struct Row {
    std::string_view phrase;
    Units units;
  };
  const Row rows[] = {
      {"Two-Faced", {"two", "faced"}},
      {"they're off", {"they", "'re", "off"}},
      {"'s", {"'s"}},
      {"do n't", {"do", "n't"}},
      {"caf\u00E9 \uFF21", {"caf\u00E9", "a"}},
      {"r&b", {"r", "&", "b"}},
      {"@ home", {"@", "home"}},
      {"a  b", {"a", "b"}},
      {"rock 'n' roll", {"rock", "n", "roll"}},
      {"can\u2019t", {"can", "n't"}},
      {"", {}},
      {"...", {}},
      {"!?", {}},
      {"\u200B", {}},
      {" ", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(phrase_units(row.phrase) == row.units);
  }
}
