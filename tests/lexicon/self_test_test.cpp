#include "lexicon/self_test.h"

#include <doctest/doctest.h>

using namespace postvet;

namespace {
SelfTestReport report_of(const std::string& tests, const std::string& term = "{term: blarg}") {
  auto report = test_lexicon({{"f.yaml", "rules:\n  a/b:\n    tests: {" + tests +
                                             "}\n    summary: s\n    message: m\n    help: h\n    terms: [" + term +
                                             "]\n"
                                             "  a/c: {summary: s, message: m, help: h, terms: [snorf]}\n"}});
  REQUIRE(report);
  return std::move(*report);
}
}  // namespace

TEST_CASE("a lexicon that keeps its word fails nowhere") {
  SelfTestReport report = report_of("hit: [a blarg, Blarg!], miss: [a wizzle, a snorf]");
  CHECK(report.sentences == 4);
  CHECK(report.failures.empty());
  CHECK(report.warnings.empty());
}

TEST_CASE("what is not found, or found and should not be, is a failure with its place") {
  SelfTestReport report = report_of("hit: [a wizzle, a snorf], miss: [a blarg, none]");
  REQUIRE(report.failures.size() == 3);
  CHECK(report.failures[0] == "f.yaml:3:19: not found by a/b: a wizzle");
  CHECK(report.failures[1] == "f.yaml:3:29: not found by a/b: a snorf");
  CHECK(report.failures[2] == "f.yaml:3:46: found by a/b.term-1: a blarg");
}

TEST_CASE("low confidence counts as not found") {
  CHECK(report_of("hit: [a blarg], miss: [x]", "{term: blarg, confidence: low}").failures.size() == 1);
  CHECK(report_of("miss: [a blarg]", "{term: blarg, confidence: low}").failures.empty());
  CHECK(report_of("hit: [a blarg], miss: [x]", "{term: blarg, confidence: medium}").failures.empty());
}

TEST_CASE("the policy's names fill their class, warnings come along, errors come back") {
  const std::string yaml =
      "signals:\n  a.b: {frames: [\"at <org.own>\"], tests: {hit: [at Some Trust], miss: [at home]}}\n";
  auto with = test_lexicon({{"f.yaml", yaml}}, {{kOrgOwn, {"Some Trust"}}});
  REQUIRE(with);
  CHECK(with->failures.empty());
  auto without = test_lexicon({{"f.yaml", yaml}});
  REQUIRE(without);
  CHECK(without->failures.size() == 1);
  auto doubtful = test_lexicon({{"f.yaml", "classes: {x: [a, a]}\n"}});
  REQUIRE(doubtful);
  CHECK(doubtful->warnings.size() == 1);
  auto wrong = test_lexicon({{"a.yaml", "classes: {}\n"}, {"f.yaml", "rulez: {}\n"}});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().where == "f.yaml:1:1");
}
