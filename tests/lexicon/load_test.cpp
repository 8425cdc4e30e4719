#include "lexicon/load.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

Error error_of(std::string_view yaml) {
  LexiconBuilder builder;
  if (auto read = builder.add_file(yaml, "f.yaml"); !read) return read.error();
  auto lexicon = builder.build();
  REQUIRE_FALSE(lexicon);
  return lexicon.error();
}

std::vector<std::string> warnings_of(std::string_view yaml) {
  LexiconBuilder builder;
  auto read = builder.add_file(yaml, "f.yaml");
  REQUIRE(read);
  REQUIRE(builder.build());
  return builder.warnings();
}

// A rule of which only the given lines matter; they begin in line 3.
std::string rule_with(std::string_view lines) {
  return "rules:\n  a/b:\n" + std::string(lines) + "    summary: s\n    message: m\n    help: h\n";
}

std::vector<std::string> phrases_of(const Lexicon& lexicon, std::string_view cls) {
  std::vector<std::string> list;
  auto id = lexicon.class_named(cls);
  REQUIRE(id);
  for (const Phrase& phrase : lexicon.classes[*id].phrases) {
    std::string text;
    for (const std::string& word : phrase.words) text += (text.empty() ? "" : " ") + word;
    list.push_back(text);
  }
  return list;
}

}  // namespace

TEST_CASE("every error names its place") {
  struct Row {
    std::string yaml, where, what, hint;
  };
  const Row rows[] = {
      {"clases: {}\n", "f.yaml:1:1", "unknown key \"clases\"", "did you mean \"classes\"?"},
      {"- a\n", "f.yaml:1:1", "this should be a map of keys and values", ""},
      {"classes: [a]\n", "f.yaml:1:10", "classes is a map of names", ""},
      {"classes:\n  x: {word: [a]}\n", "f.yaml:2:7", "unknown key \"word\"", "did you mean \"words\"?"},
      {"classes:\n  x: hello\n", "f.yaml:2:6", "this should be a map of keys and values", ""},
      {"classes:\n  x: {words: a}\n", "f.yaml:2:14", "this should be a list of words", ""},
      {"classes:\n  x: {pos: nuon, words: [a]}\n", "f.yaml:2:12", "pos is one of noun, verb, adj, none", ""},
      // The parser puts a value that is not there before what follows it.
      {"classes:\n  x:\n    - a\n    -\n", "f.yaml:5:1",
       "an empty entry; write the word, in quotes if it is a word of YAML (null, no, on)", ""},
      {"classes:\n  x: [a, null]\n", "f.yaml:2:10",
       "an empty entry; write the word, in quotes if it is a word of YAML (null, no, on)", ""},
      {"classes:\n  x: [{pos: noun}]\n", "f.yaml:2:7", "an entry needs a word", ""},
      {"classes:\n  x: [{word: [a]}]\n", "f.yaml:2:14", "this should be a text", ""},
      {"classes:\n  x: [{word: a, poss: noun}]\n", "f.yaml:2:17", "unknown key \"poss\"", "did you mean \"pos\"?"},
      {"classes:\n  x: {include: y}\n", "f.yaml:2:16", "include is a list of classes", ""},
      {"classes:\n  x: {include: [y]}\n", "f.yaml:2:17", "there is no class \"y\"", ""},
      {"classes:\n  x: [\"<y> a\"]\n", "f.yaml:2:7", "there is no class \"y\"", ""},
      {"classes:\n  x: [\"<y a\"]\n", "f.yaml:2:7", "a < is not closed", ""},
      {"allow: [a]\n", "f.yaml:1:8", "allow is a map of names and lists of phrases", ""},
      {"allow: {idiom: a}\n", "f.yaml:1:16", "this should be a list of words", ""},
      {"rules: [a]\n", "f.yaml:1:8", "this should be a map of names", ""},
      {"signals: [a]\n", "f.yaml:1:10", "this should be a map of names", ""},
      {"rules:\n  a/b: {summary: s, message: m}\n", "f.yaml:2:3", "a rule needs a summary, a message and a help", ""},
      {rule_with("    severitty: error\n"), "f.yaml:3:5", "unknown key \"severitty\"", "did you mean \"severity\"?"},
      {rule_with("    severity: fatal\n"), "f.yaml:3:15", "severity is one of error, warning, note", ""},
      {rule_with("    confidence: sure\n"), "f.yaml:3:17", "confidence is one of high, medium, low", ""},
      {rule_with("    good: [a]\n"), "f.yaml:3:11", "this should be a text", ""},
      {rule_with("    unless: negated\n"), "f.yaml:3:13", "unless is a list of guards", ""},
      {rule_with("    unless: [negated, negatd]\n"), "f.yaml:3:23", "there is no guard \"negatd\"", ""},
      {rule_with("    terms: a\n"), "f.yaml:3:12", "terms is a list", ""},
      {rule_with("    terms:\n      - a\n      -\n"), "f.yaml:6:5",
       "an empty entry; write the word, in quotes if it is a word of YAML (null, no, on)", ""},
      {rule_with("    terms: [{pos: noun}]\n"), "f.yaml:3:13", "an entry needs a term", ""},
      {rule_with("    terms: [{term: [a]}]\n"), "f.yaml:3:20", "this should be a text", ""},
      {rule_with("    terms: [{term: a, tir: mild}]\n"), "f.yaml:3:23", "unknown key \"tir\"",
       "did you mean \"tier\"?"},
      {rule_with("    terms: [{term: a, tier: weak}]\n"), "f.yaml:3:29",
       "tier is one of strongest, strong, moderate, mild", ""},
      {rule_with("    terms: [{term: a, pos: x}]\n"), "f.yaml:3:28", "pos is one of noun, verb, adj, none", ""},
      {rule_with("    terms: [{term: a, unless: [x]}]\n"), "f.yaml:3:32", "there is no guard \"x\"", ""},
      {rule_with("    terms: [{term: a, severity: x}]\n"), "f.yaml:3:33", "severity is one of error, warning, note",
       ""},
      {rule_with("    terms: [{term: a, disguise: maybe}]\n"), "f.yaml:3:33", "disguise is true or false", ""},
      {rule_with("    terms: [{term: a, except: b}]\n"), "f.yaml:3:31", "this should be a list of words", ""},
      {rule_with("    frames: a\n"), "f.yaml:3:13", "frames is a list", ""},
      {rule_with("    frames: [[a]]\n"), "f.yaml:3:14", "a frame is one line of text", ""},
      {rule_with("    frames: [{severity: error}]\n"), "f.yaml:3:14", "an entry needs a frame", ""},
      {rule_with("    frames: [{frame: a, tier: mild}]\n"), "f.yaml:3:25", "unknown key \"tier\"", ""},
      {rule_with("    frames: [\"<x:plurl>\"]\n"), "f.yaml:3:14",
       "a form is one of plural, singular, base, s, past, ing", ""},
      {rule_with("    frames: [a, \"<nobody> b\"]\n"), "f.yaml:3:17", "there is no class \"nobody\"", ""},
      {rule_with("    frames: [\"(a|<nobody> b)\"]\n"), "f.yaml:3:14", "there is no class \"nobody\"", ""},
      {rule_with("    frames: [\"a?\"]\n"), "f.yaml:3:14", "the frame holds no word or class that it needs", ""},
      {rule_with("    tests: {hits: [a]}\n"), "f.yaml:3:13", "unknown key \"hits\"", "did you mean \"hit\"?"},
      {rule_with("    tests: {hit: a}\n"), "f.yaml:3:18", "this should be a list of sentences", ""},
      {rule_with("    tests: {hit: [[a]]}\n"), "f.yaml:3:19", "a sentence is one text", ""},
      {rule_with("") + "signals:\n  a/b: {}\n", "f.yaml:7:3", "a rule and a signal have the same name", ""},
      {"classes:\n  x: {include: [x]}\n", "f.yaml:2:3", "the class \"x\" contains itself",
       "take one of the inclusions out"},
      {"classes:\n  a: [b]\n  x: {include: [y]}\n  y: {include: [x]}\n", "f.yaml:3:3",
       "the class \"x\" contains itself", "take one of the inclusions out"},
      {"classes:\n  z: {include: [x]}\n  x: [\"<x> a\"]\n", "f.yaml:3:3", "the class \"x\" contains itself",
       "take one of the inclusions out"},
      {"classes:\n  x: [\"(<y>|a) b\"]\n  y: {include: [x]}\n", "f.yaml:2:3", "the class \"x\" contains itself",
       "take one of the inclusions out"},
      {"a: {b: [}\n", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.yaml);
    Error error = error_of(row.yaml);
    if (row.where.empty()) {
      CHECK(error.where.starts_with("f.yaml:1:"));
      continue;
    }
    CHECK(error.where == row.where);
    CHECK(error.what == row.what);
    CHECK(error.hint == row.hint);
  }
}

TEST_CASE("what is doubtful is a warning with its place") {
  struct Row {
    std::string yaml, warning;
  };
  const Row rows[] = {
      {"classes:\n  x: [a, b, a]\n", "f.yaml:2:13: \"a\" stands in the class \"x\" already"},
      {"classes:\n  x: [two-faced, Two Faced]\n", "f.yaml:2:18: \"Two Faced\" stands in the class \"x\" already"},
      {"classes:\n  x: [\"...\"]\n", "f.yaml:2:7: the entry folds to nothing"},
      {"allow: {idiom: [a b, \"\\u200B\"]}\n", "f.yaml:1:22: the entry folds to nothing"},
      {rule_with("    terms: [\"!!\"]\n"), "f.yaml:3:13: the entry folds to nothing"},
      {rule_with("    frames: [\"(a|^) b\"]\n"), "f.yaml:3:14: \"^\" folds to nothing"},
      {rule_with("    terms: [{term: abc, disguise: true}]\n"),
       "f.yaml:3:20: disguise is for single words of four letters a to z and more"},
      {rule_with("    terms: [{term: two words, disguise: true}]\n"),
       "f.yaml:3:20: disguise is for single words of four letters a to z and more"},
      {rule_with("    tests: {hit: [a, b], miss: [c]}\n"), "f.yaml:3:12: fewer misses than hits prove \"a/b\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.yaml);
    std::vector<std::string> warnings = warnings_of(row.yaml);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] == row.warning);
  }
}

TEST_CASE("what is well written warns of nothing") {
  for (std::string yaml : {std::string(), std::string("# nothing\n"), std::string("classes: {x: [a, b], y: [a]}\n"),
                           std::string("classes: {x: [{word: dog, pos: noun}, doggy]}\n"),
                           std::string("classes: {x: [\"'s\", \"n't\", \"&\", \"@\"]}\n"),
                           rule_with("    terms: [{term: abcd, disguise: true}]\n"),
                           rule_with("    terms: [{term: abc, pos: noun, disguise: true}]\n"),
                           rule_with("    tests: {hit: [a], miss: [b]}\n"),
                           rule_with("    frames: [\"(a|b) c\", \"<x> a\"]\n") + "classes: {x: [y]}\n"}) {
    CAPTURE(yaml);
    CHECK(warnings_of(yaml).empty());
  }
}

TEST_CASE("classes of all files are one") {
  LexiconBuilder builder;
  REQUIRE(builder.add_file("classes: {x: [a], y: {include: [later]}}\n", "one.yaml"));
  REQUIRE(
      builder.add_file("classes: {x: {pos: noun, words: [dog, {word: sheep, pos: none}]}, later: [b]}\n", "two.yaml"));
  auto lexicon = builder.build();
  REQUIRE(lexicon);
  CHECK(phrases_of(*lexicon, "x") == Words{"a", "dog", "dogs", "sheep"});
  CHECK_FALSE(lexicon->class_named("z"));
}

TEST_CASE("rules of all files are one, and their entries are numbered on") {
  LexiconBuilder builder;
  REQUIRE(builder.add_file(rule_with("    terms: [x]\n    frames: [\"y z\"]\n"), "one.yaml"));
  REQUIRE(builder.add_file(rule_with("    terms: [w]\n    severity: note\n"), "two.yaml"));
  auto lexicon = builder.build();
  REQUIRE(lexicon);
  REQUIRE(lexicon->rules.size() == 1);
  REQUIRE(lexicon->entries.size() == 3);
  CHECK(lexicon->entries[0].name == "a/b.term-1");
  CHECK(lexicon->entries[1].name == "a/b.frame-1");
  CHECK(lexicon->entries[2].name == "a/b.term-2");
  CHECK(lexicon->entries[2].severity == Severity::note);
  CHECK(lexicon->entries[0].severity == Severity::warning);
}

TEST_CASE("a builder goes on from a lexicon that was built") {
  LexiconBuilder first;
  REQUIRE(first.add_file("classes: {x: [a]}\n" + rule_with("    frames: [\"<x> b\"]\n"), "one.yaml"));
  auto base = first.build();
  REQUIRE(base);
  LexiconBuilder second(std::move(*base));
  REQUIRE(second.add_file("classes: {x: [c]}\n" + rule_with("    frames: [\"<x> d\"]\n"), "two.yaml"));
  second.add_words(kOrgOwn, {"Some Trust", "..."});
  auto lexicon = second.build();
  REQUIRE(lexicon);
  CHECK(phrases_of(*lexicon, "x") == Words{"a", "c"});
  CHECK(phrases_of(*lexicon, kOrgOwn) == Words{"some trust"});
  CHECK(lexicon->entries.size() == 2);
  CHECK(lexicon->rules.size() == 1);
}

TEST_CASE("tiers give the severity that an entry does not have") {
  auto level = [](std::string_view rule, std::string_view severity, std::string_view term) {
    Lexicon lexicon = lexicon_of("rules:\n  " + std::string(rule) + ": {summary: s, message: m, help: h, severity: " +
                                 std::string(severity) + ", terms: [{term: x, " + std::string(term) + "}]}\n");
    return std::pair(lexicon.entries[0].severity, lexicon.entries[0].confidence);
  };
  using Level = std::pair<Severity, Confidence>;
  for (std::string_view severity : {"error", "warning", "note"}) {
    CHECK(level("discrimination/x", severity, "tier: strongest") == Level{Severity::error, Confidence::high});
    CHECK(level("discrimination/x", severity, "tier: strong") == Level{Severity::error, Confidence::high});
    CHECK(level("discrimination/x", severity, "tier: moderate") == Level{Severity::warning, Confidence::high});
    CHECK(level("discrimination/x", severity, "tier: mild") == Level{Severity::note, Confidence::high});
    for (std::string_view rule : {"offensive/x", "harassment/x", "discriminations/x"}) {
      CHECK(level(rule, severity, "tier: strongest") == Level{Severity::warning, Confidence::high});
      CHECK(level(rule, severity, "tier: strong") == Level{Severity::warning, Confidence::high});
      CHECK(level(rule, severity, "tier: moderate") == Level{Severity::note, Confidence::high});
      CHECK(level(rule, severity, "tier: mild") == Level{Severity::note, Confidence::low});
    }
  }
  CHECK(level("offensive/x", "error", "pos: noun") == Level{Severity::error, Confidence::high});
  CHECK(level("offensive/x", "note", "tier: mild, severity: error, confidence: medium") ==
        Level{Severity::error, Confidence::medium});
}

TEST_CASE("forms are asked for by frames") {
  constexpr std::string_view kYaml = R"(
classes:
  animal: {pos: noun, words: [dog, {word: mouse, pos: none}, mice]}
  act: {pos: verb, words: [bark]}
  pet: ["<animal> thing", "big <animal>"]
rules:
  a/b:
    summary: s
    message: m
    help: h
    frames: [ "one <animal:singular>", "two <animal:plural>", "any <animal>", "to <act:base>", "he <act:s>", "has <act:past>", "is <act:ing>", "pets <pet:plural>"]
)";
  Finder finder(kYaml);
  for (std::string_view text :
       {"one dog", "two dogs", "any dog", "any dogs", "one mouse", "two mouse", "to bark", "he barks", "has barked",
        "is barking", "pets big dogs", "one dog's", "pets dog thing"}) {
    CAPTURE(text);
    CHECK(finder.found(text).size() == 1);
  }
  for (std::string_view text :
       {"one dogs", "two dog", "to barks", "he bark", "has barking", "is barked", "he barked", "pets big dog",
        "two dogged", "one barks", "one mousey", "to barking", "pets big dogged"}) {
    CAPTURE(text);
    CHECK(finder.found(text).empty());
  }
}

TEST_CASE("the sentences of rules and signals are kept with their places") {
  LexiconBuilder builder;
  REQUIRE(
      builder.add_file("signals:\n  a.b:\n    tests:\n      hit: [\"one\"]\n      miss:\n        - two\n", "f.yaml"));
  REQUIRE(builder.tests().size() == 2);
  CHECK(builder.tests()[0].rule == "a.b");
  CHECK(builder.tests()[0].hit);
  CHECK(builder.tests()[0].where == "f.yaml:4:13");
  CHECK(builder.tests()[1].text == "two");
  CHECK_FALSE(builder.tests()[1].hit);
  CHECK(builder.tests()[1].where == "f.yaml:6:11");
}

TEST_CASE("little frames are found in little frames, in whatever order they are written") {
  Finder finder(R"(
classes:
  outer: ["<middle> c"]
  middle: ["<inner> b", "<inner> <inner>"]
  inner: [a, "x <least>"]
  least: [y]
rules:
  a/b: {summary: s, message: m, help: h, frames: ["<outer> d"]}
)");
  CHECK(finder.found("a b c d") == Words{"a b c d"});
  CHECK(finder.found("x y b c d") == Words{"x y b c d"});
  CHECK(finder.found("x y a c d") == Words{"x y a c d"});
  CHECK(finder.found("x b c d").empty());
  CHECK(finder.found("a c d").empty());
  CHECK(finder.found("a b. C d").empty());
}
