#include "lexicon/inflect.h"

#include <doctest/doctest.h>

using namespace postvet;

namespace {

std::vector<std::string> forms(std::string_view word, PartOfSpeech pos) {
  std::vector<std::string> list;
  for (const Inflected& form : inflect(word, pos)) list.push_back(form.word);
  return list;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("nouns") {
  struct Row {
    std::string_view word, plural;
  };
  const Row rows[] = {{"dog", "dogs"},    {"bus", "buses"},     {"box", "boxes"}, {"church", "churches"},
                      {"dish", "dishes"}, {"lady", "ladies"},   {"boy", "boys"},  {"monkey", "monkeys"},
                      {"buzz", "buzzes"}, {"class", "classes"}, {"eye", "eyes"},  {"shoe", "shoes"},
                      {"spy", "spies"},   {"guy", "guys"},      {"by", "bys"}};
  for (const Row& row : rows)
    CHECK(forms(row.word, PartOfSpeech::noun) == Forms{std::string(row.word), std::string(row.plural)});
  std::vector<Inflected> dog = inflect("dog", PartOfSpeech::noun);
  CHECK(dog[0].forms == kBase);
  CHECK(dog[1].forms == kPlural);
}

TEST_CASE("verbs") {
  struct Row {
    std::string_view word, s, past, ing;
  };
  const Row rows[] = {{"hate", "hates", "hated", "hating"},
                      {"stop", "stops", "stopped", "stopping"},
                      {"walk", "walks", "walked", "walking"},
                      {"cry", "cries", "cried", "crying"},
                      {"play", "plays", "played", "playing"},
                      {"fix", "fixes", "fixed", "fixing"},
                      {"agree", "agrees", "agreed", "agreeing"},
                      {"dye", "dyes", "dyed", "dyeing"},
                      {"visit", "visits", "visited", "visiting"},
                      {"show", "shows", "showed", "showing"},
                      {"need", "needs", "needed", "needing"},
                      {"ban", "bans", "banned", "banning"},
                      {"watch", "watches", "watched", "watching"},
                      {"pass", "passes", "passed", "passing"},
                      {"tie", "ties", "tied", "tying"},
                      {"quit", "quits", "quitted", "quitting"}};
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(forms(row.word, PartOfSpeech::verb) ==
          Forms{std::string(row.word), std::string(row.s), std::string(row.past), std::string(row.ing)});
  }
  std::vector<Inflected> walk = inflect("walk", PartOfSpeech::verb);
  CHECK(walk[1].forms == kThirdPerson);
  CHECK(walk[2].forms == kPast);
  CHECK(walk[3].forms == kGerund);
}

TEST_CASE("adjectives") {
  struct Row {
    std::string_view word, more, most;
  };
  const Row rows[] = {{"cold", "colder", "coldest"}, {"big", "bigger", "biggest"},    {"nice", "nicer", "nicest"},
                      {"ugly", "uglier", "ugliest"}, {"grey", "greyer", "greyest"},   {"new", "newer", "newest"},
                      {"sad", "sadder", "saddest"},  {"cheap", "cheaper", "cheapest"}};
  for (const Row& row : rows)
    CHECK(forms(row.word, PartOfSpeech::adj) ==
          Forms{std::string(row.word), std::string(row.more), std::string(row.most)});
}

TEST_CASE("no part of speech, no forms") {
  std::vector<Inflected> one = inflect("dog", PartOfSpeech::none);
  REQUIRE(one.size() == 1);
  CHECK(one[0].word == "dog");
  CHECK(one[0].forms == kForms);
}

TEST_CASE("of a phrase the last word inflects, of a verb phrase the first") {
  auto phrases = [](std::vector<std::string> words, PartOfSpeech pos) {
    std::vector<std::vector<std::string>> list;
    for (const Phrase& phrase : inflect_phrase(words, pos)) list.push_back(phrase.words);
    return list;
  };
  using List = std::vector<std::vector<std::string>>;
  CHECK(phrases({"garden", "gnome"}, PartOfSpeech::noun) == List{{"garden", "gnome"}, {"garden", "gnomes"}});
  CHECK(phrases({"shut", "up"}, PartOfSpeech::verb) ==
        List{{"shut", "up"}, {"shuts", "up"}, {"shutted", "up"}, {"shutting", "up"}});
  CHECK(phrases({"two", "faced"}, PartOfSpeech::none) == List{{"two", "faced"}});
  CHECK(phrases({}, PartOfSpeech::noun).empty());
}
