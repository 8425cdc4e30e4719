#include "lexicon/table.h"

#include <doctest/doctest.h>

#include "lexicon_of.h"
#include "shipped.h"

using namespace postvet;
using namespace postvet_test;

TEST_CASE("the shipped lexicon comes back as it was") {
  Lexicon lexicon = shipped_lexicon();
  std::string bytes = lexicon_to_bytes(lexicon);
  Lexicon again = lexicon_from_bytes(bytes);
  CHECK(lexicon_to_bytes(again) == bytes);
  CHECK(again.classes.size() == lexicon.classes.size());
  CHECK(again.entries.size() == lexicon.entries.size());
  CHECK(again.rules.size() == lexicon.rules.size());
  CHECK(again.composites.size() == lexicon.composites.size());
  CHECK(lexicon.entries.size() > 300);
}

TEST_CASE("every part of an entry survives") {
  Lexicon lexicon = lexicon_of(R"(
classes: {x: {pos: noun, words: [dog, "<y> cat"]}, y: {words: [a], include: [z]}, z: [b]}
rules:
  test/rule:
    summary: one
    severity: error
    confidence: low
    message: two
    help: three
    explanation: four
    good: five
    bad: six
    terms: [{term: blarg, tier: mild, unless: [negated, hypothetical], except: [old blarg], disguise: true, severity: note}]
    frames: ["^ <x:plural> !<y> ..6 || <z>* w+ $"]
signals: {a.b: {terms: [c]}}
)");
  Lexicon again = lexicon_from_bytes(lexicon_to_bytes(lexicon));
  REQUIRE(again.entries.size() == 3);
  const Entry& term = again.entries[0];
  CHECK(term.name == "test/rule.term-1");
  CHECK(term.severity == Severity::note);
  CHECK(term.confidence == Confidence::low);
  CHECK(term.weak);
  CHECK(term.disguise);
  CHECK(term.guards == (guard_bit(Guard::negated) | guard_bit(Guard::hypothetical)));
  CHECK(term.except == lexicon.entries[0].except);
  CHECK(term.except != kNoClass);
  const Frame& frame = again.entries[1].frame;
  REQUIRE(frame.elements.size() == lexicon.entries[1].frame.elements.size());
  for (std::size_t i = 0; i < frame.elements.size(); ++i) {
    const Element& a = frame.elements[i];
    const Element& b = lexicon.entries[1].frame.elements[i];
    CHECK((a.kind == b.kind && a.negative == b.negative && a.least == b.least && a.most == b.most && a.cls == b.cls &&
           a.forms == b.forms));
  }
  CHECK(again.rules[0].explanation == "four");
  CHECK(again.rules[0].good == "five");
  CHECK(again.rules[0].bad == "six");
  CHECK(again.rules[1].is_signal);
  CHECK(lexicon_to_bytes(again) != lexicon_to_bytes(lexicon_of("classes: {x: [a]}")));
}
