#include "lexicon/disguise.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

constexpr std::string_view kWords = R"(
rules:
  test/disguise:
    summary: s
    message: m
    help: h
    terms:
      - {term: blarg, pos: noun, disguise: true}
      - {term: snorkel, disguise: true}
      - {term: quibbler, disguise: true, tier: strong}
      - {term: tosser, disguise: true}
      - {term: shite, disguise: true, tier: strong}
      - {term: hater, disguise: true, tier: moderate}
      - {term: sister, disguise: true}
      - {term: plain}
      - {term: gibberish, disguise: true, tier: mild}
)";

}  // namespace

TEST_CASE("words are found in their disguises") {
  Finder finder(kWords);
  struct Row {
    const char* how;
    std::vector<std::string_view> texts;
  };
  const Row rows[] = {
      {"leet",
       {"bl4rg", "BL4RG", "5norkel", "t0sser", "sh1te", "$norkel", "sn0rk3l", "b1arg", "7osser", "h4t3r", "you bl@rg",
        "sh!te", "8larg", "qu1bb13r"}},
      {"starred", {"bl*rg", "b**rg", "t*sser", "sh*te", "s****er is not but t**ser", "bla#g", "sno_kel", "blar*"}},
      {"stretched",
       {"blaaaarg", "BLAAARG", "bllllarg", "blarggggg", "shiiiiite", "tosserrrr", "tosssser", "snorkellll"}},
      {"spaced", {"b l a r g", "you b l a r g", "B L A R G!", "t o s s e r", "s h 1 t e"}},
      {"dotted", {"b.l.a.r.g", "s.h.i.t.e.", "b-l-a-r-g", "b_l_a_r_g", "b*l*a*r*g"}},
      {"accented", {"bl\u00E1rg", "sh\u00EFt\u00E9", "t\u00F6sser", "snork\u00E9l", "bla\u0301rg"}},
      {"look-alike",
       {"bl\u0430rg", "t\u043Esser", "\u0455nork\u0435l", "h\u0430ter", "\uFF42\uFF4C\uFF41\uFF52\uFF47",
        "\U0001D41B\U0001D425\U0001D41A\U0001D42B\U0001D420", "bla\u200Brg", "bl\u00ADarg"}},
      {"slips", {"snokrel", "quibbelr", "quibler", "quibbler", "tosesr", "snorkl"}},
  };
  for (const Row& row : rows) {
    for (std::string_view text : row.texts) {
      CAPTURE(row.how);
      CAPTURE(text);
      CHECK(finder.find(text).entries.size() == 1);
    }
  }
}

TEST_CASE("innocent texts hide nothing") {
  Finder finder(kWords);
  for (std::string_view text : {"Saturday night",
                                "hot water",
                                "systems exist",
                                "12345 67890",
                                "07700 900123",
                                "+44 7700 900123",
                                "a s a",
                                "J. R. R. Tolkien",
                                "B. L. Argent",
                                "BMW X5 and A4",
                                "model T0SS-12",
                                "ID 8142997",
                                "\u00A312.99",
                                "$5",
                                "#blargh",
                                "https://example.org/bl4rg",
                                "www.bl4rg.com",
                                "me@bl4rg.com",
                                "5* hotel",
                                "**bold** words",
                                "_emphasis_ here",
                                "a*b*c",
                                "x_y_z",
                                "3/4 of it",
                                "soooo good",
                                "hmmmm",
                                "aaaaargh",
                                "1st 2nd 3rd",
                                "C3PO",
                                "b l a r",
                                "b l a r g s o",
                                "i a m b l a r g",
                                "bl a rg",
                                "b, l, a, r, g!x",
                                "****",
                                "b****",
                                "s***",
                                "sht",
                                "later hate",
                                "hatter",
                                "white",
                                "haters gonna",
                                "assister",
                                "a b c d e f",
                                "1 2 3 4 5",
                                "1010",
                                "0",
                                "$$$",
                                "!!!",
                                "pl4in",
                                "pla*n",
                                "plaaaain",
                                "p l a i n",
                                "blrag",
                                "tossed",
                                "snork",
                                "kernels",
                                "W1 5TE",
                                "SW1A 1AA",
                                "0x5417",
                                "v1.2.3",
                                "10:30",
                                "2024-01-31",
                                "\u00E9clair",
                                "\u0431\u043B\u0430\u0440\u0433",
                                "gibbrish",
                                "gibebrish",
                                "quibblre",
                                "song#arg",
                                "C#",
                                "bl #arg"}) {
    CAPTURE(text);
    CHECK(finder.found(text) == Words{});
  }
}

TEST_CASE("a disguise is told, and a slip is less sure") {
  Finder finder(kWords);
  const FieldHits& plain = finder.find("what a quibbler");
  REQUIRE(plain.entries.size() == 1);
  CHECK_FALSE(plain.entries[0].disguised);
  CHECK(plain.entries[0].confidence == Confidence::high);
  const FieldHits& starred = finder.find("what a q*ibbler");
  REQUIRE(starred.entries.size() == 1);
  CHECK(starred.entries[0].disguised);
  CHECK(starred.entries[0].confidence == Confidence::high);
  const FieldHits& slip = finder.find("what a quibler");
  REQUIRE(slip.entries.size() == 1);
  CHECK(slip.entries[0].disguised);
  CHECK(slip.entries[0].confidence == Confidence::medium);
}

TEST_CASE("a hit covers all that the disguise is made of") {
  Finder finder(kWords);
  CHECK(finder.found("you b l a r g there") == Words{"b l a r g"});
  CHECK(finder.found("you b.l.a.r.g there") == Words{"b.l.a.r.g"});
  CHECK(finder.found("you bl*rg there") == Words{"bl*rg"});
  CHECK(finder.found("you bl@rg there") == Words{"bl@rg"});
  CHECK(finder.found("bl*rg bl*rg") == Words{"bl*rg", "bl*rg"});
  CHECK(finder.found("bl*rg.") == Words{"bl*rg"});
}

TEST_CASE("words too short or not of plain letters are not looked for in disguise") {
  auto finds = [](const char* word, std::string_view text) {
    Disguises disguises({{word, 7}});
    Preparer preparer;
    Prepared prepared;
    preparer.prepare(text, prepared);
    return disguises.unmask(prepared, 0).word == 7;
  };
  CHECK(finds("abcd", "abbbcd"));
  CHECK_FALSE(finds("abc", "abbbc"));
  CHECK_FALSE(finds("ab3d", "abbb3d"));
  CHECK_FALSE(finds("caf\u00E9", "caaaf\u00E9"));
}

TEST_CASE("slips are two letters swapped, or one left out, inside a long word") {
  std::vector<std::string> slips = typing_slips("plates");
  auto has = [&](std::string_view slip) { return std::find(slips.begin(), slips.end(), slip) != slips.end(); };
  CHECK(has("pltaes"));
  CHECK(has("paltes"));
  CHECK_FALSE(has("plates"));
  CHECK_FALSE(has("lpates"));  // the first letter stays
  CHECK_FALSE(has("plats"));   // a letter less only of seven and more
  slips = typing_slips("platter");
  CHECK(has("pltter"));
  CHECK(has("plattr"));
  CHECK(typing_slips("plate").empty());  // so short a word is one letter away from many
  CHECK(typing_slips("plat3s").empty());
}

TEST_CASE("a slip that is a word itself is no slip") {
  const std::string rule =
      "rules:\n  a/b: {summary: s, message: m, help: h, terms: [{term: plates, disguise: true}]}\n";
  CHECK(Finder(rule).found("paltes").size() == 1);
  CHECK(Finder("classes: {x: [paltes]}\n" + rule).found("paltes").empty());
}
