// What anchors, marks and clauses might leave out, one by one; matcher_test.cpp has the proof over many texts.
#include "lexicon/prefilter.h"

#include <doctest/doctest.h>

#include <string>

#include "lexicon/compiled.h"
#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

std::string entries(const std::string& lines) {
  return "rules:\n  a/b:\n    summary: s\n    message: m\n    help: h\n" + lines;
}

// The words of the clauses that are worth a closer look.
Words worth(const std::string& yaml, std::string_view text) {
  CompiledLexicon lexicon = compile(lexicon_of(yaml), {""});
  Prefilter::Scratch scratch;
  Preparer preparer;
  Prepared prepared;
  preparer.prepare(text, prepared);
  Prefilter::Found found;
  lexicon.prefilter.find(prepared, lexicon.dictionary, lexicon.disguises, scratch, found);
  Words list;
  for (const Prefilter::Clause& clause : found.clauses) {
    Span span = prepared.words_in_text(clause.words.begin, clause.words.end);
    list.emplace_back(text.substr(span.begin, span.size()));
  }
  return list;
}

}  // namespace

TEST_CASE("clauses with a mark of everything that an entry needs are worth a look, others are not") {
  const std::string yaml = "classes: {c: [zorb, is the], d: [wizzle]}\n" +
                           entries("    terms: [quibbledorf, one of those]\n    frames: [\"<c> ... <d>?  blarg\"]\n");
  CHECK(worth(yaml, "a quibbledorf; but zorb") == Words{"a quibbledorf"});
  CHECK(worth(yaml, "a zorb with a blarg; or not") == Words{"a zorb with a blarg"});
  CHECK(worth(yaml, "that is the blarg") == Words{"that is the blarg"});
  CHECK(worth(yaml, "one of those days") == Words{"one of those days"});
  CHECK(worth(yaml, "a zorb; a blarg").empty());
  CHECK(worth(yaml, "a blarg and a wizzle").empty());
  CHECK(worth(yaml, "is a, the blarg").empty());
  CHECK(worth(yaml, "those of one").empty());
  CHECK(worth(yaml, "").empty());
}

TEST_CASE("what an entry needs must stand as far apart as the entry says") {
  const std::string yaml =
      "classes: {c: [zorb, big zorb], d: [wizzle]}\n" + entries("    frames: [\"<c> (is|are)? <d>* blarg\"]\n");
  CHECK(worth(yaml, "zorb blarg") == Words{"zorb blarg"});
  CHECK(worth(yaml, "so a big zorb is wizzle wizzle wizzle blarg") ==
        Words{"so a big zorb is wizzle wizzle wizzle blarg"});
  CHECK(worth(yaml, "blarg zorb").empty());
  CHECK(worth(yaml, "zorb and the next one is wizzle wizzle blarg").empty());
  CHECK(worth(yaml, "blarg, so a zorb").empty());
}

TEST_CASE("an entry of nothing but shapes is found by them") {
  Finder finder("classes: {}\n" + entries("    frames: [\"<shape.handle> <shape.number>\"]\n"));
  CHECK(finder.found("ask @someone 17 times") == Words{"someone 17"});
  CHECK(finder.found("ask someone 17 times").empty());
  CHECK(finder.found("ask @someone often").empty());
}

TEST_CASE("a frame may reach over as many borders as it says") {
  Finder finder(entries("    frames: [\"wizzle || zorb || blarg\", \"snorf || kettle\"]\n"));
  CHECK(finder.found("A wizzle; zorb. Blarg.") == Words{"wizzle; zorb. Blarg"});
  CHECK(finder.found("wizzle; zorb; blarg") == Words{"wizzle; zorb; blarg"});
  CHECK(finder.found("So. A snorf. Kettle it is.") == Words{"snorf. Kettle"});
  CHECK(finder.found("wizzle; zorb, blarg").empty());
  CHECK(finder.found("wizzle zorb; blarg").empty());
  CHECK(finder.found("kettle. Snorf").empty());
}

TEST_CASE("a clause without an end is looked through to its end") {
  Finder finder("classes: {c: [zorb]}\n" + entries("    frames: [\"wizzle ... <c> ... blarg\"]\n"));
  for (int before : {0, 62, 64, 100, 160, 200, 250, 251, 252, 253, 254, 255, 256, 300, 600}) {
    std::string filler;
    for (int i = 0; i < before; ++i) filler += "so ";
    for (const char* match : {"wizzle zorb blarg", "wizzle so so so zorb so so so blarg"}) {
      CAPTURE(before);
      CHECK(finder.found(filler + match) == Words{match});
      CHECK(finder.found(filler + match + " " + filler) == Words{match});
      if (before > 0) CHECK(finder.found("wizzle " + filler + match) == Words{match});
      CHECK(finder.found(filler + "wizzle; " + filler + " zorb blarg").empty());
    }
  }
}

TEST_CASE("a common word in disguise counts in a pair of common words") {
  Finder finder(entries("    terms: [{term: they, disguise: true, except: [they]}, can they, they do]\n"));
  CHECK(finder.found("can th3y") == Words{"can th3y"});
  CHECK(finder.found("th3y do") == Words{"th3y do"});
  CHECK(finder.found("t h e y do") == Words{"t h e y do"});
  CHECK(finder.found("can t.h.e.y") == Words{"can t.h.e.y"});
  CHECK(finder.found("can they") == Words{"can they"});
  CHECK(finder.found("do th3y").empty());
  CHECK(finder.found("can we").empty());
  CHECK(finder.found("th3m do").empty());
}

TEST_CASE("a possessive of a disguised word is one, too") {
  Finder finder(entries("    terms: [{term: blarg, disguise: true}]\n"));
  CHECK(finder.found("bl4rg's hat").size() == 1);
  CHECK(finder.found("bl4rk's hat").empty());
}
