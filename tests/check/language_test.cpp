#include <doctest/doctest.h>

#include "context/small_world.h"

namespace postvet {
extern const CheckerSpec language;
}
using namespace postvet;
using namespace postvet_test;

namespace {

Said said(std::string_view text, Voice voice = Voice::own, std::vector<Zone> zones = {}) {
  static SmallWorld world;  // findings view its rules
  Post post = SmallWorld::post_of({{"title", "tea"}, {"text", text, std::move(zones)}});
  post.voice = voice;
  return world.said_of(language, post);
}

}  // namespace

TEST_CASE("entries of rules become findings, signals do not") {
  struct Case {
    const char* text;
    const char* rules;
  };
  const Case cases[] = {
      {"he is a blarg", "harassment/insult "},
      {"quibbledorf and splurge", "harassment/insult offensive/profanity "},
      {"splurge splurge", "offensive/profanity offensive/profanity "},
      {"I teach at Hobble College, views my own, I reckon", ""},
      {"a blarg", ""},
      {"splurgeless", ""},
      {"", ""},
  };
  SmallWorld world;
  for (const Case& c : cases) {
    INFO(std::string(c.text));
    Post post = SmallWorld::post_of({{"text", c.text}});
    std::string rules;
    for (const Finding& finding : world.said_of(language, post).findings) rules += std::string(finding.rule->id) + " ";
    CHECK(rules == c.rules);
  }
}

TEST_CASE("a finding has its field, place, entry and evidence") {
  Said found = said("well, he is a blarg!");
  REQUIRE(found.findings.size() == 1);
  const Finding& finding = found.findings[0];
  CHECK(finding.field == 1);
  CHECK(finding.has_span);
  CHECK(finding.span == Span{9, 19});
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.kind.starts_with("harassment/insult.frame"));
  CHECK(finding.evidence.size() <= kMaxEvidence);
  for (const Evidence& evidence : finding.evidence) {
    CHECK(evidence.field == 1);
    CHECK(evidence.span.begin >= 9);
    CHECK(evidence.span.end <= 19);
  }
  CHECK(found.facts.empty());
}

TEST_CASE("what is passed on weighs one less, and a note stays one") {
  auto severity = [](std::string_view text, Voice voice) {
    Said found = said(text, voice);
    REQUIRE(found.findings.size() == 1);
    return found.findings[0].severity;
  };
  CHECK(severity("splurge", Voice::own) == Severity::error);
  CHECK(severity("splurge", Voice::passed_on) == Severity::warning);
  CHECK(severity("splurge", Voice::others) == Severity::error);
  CHECK(severity("quibbledorf", Voice::own) == Severity::warning);
  CHECK(severity("quibbledorf", Voice::passed_on) == Severity::note);
}

TEST_CASE("code and addresses hold no language") {
  CHECK(said("splurge", Voice::own, {{{0, 7}, ZoneKind::code, ""}}).findings.empty());
  CHECK(said("splurge", Voice::own, {{{0, 7}, ZoneKind::url, ""}}).findings.empty());
  CHECK(said("splurge", Voice::own, {{{0, 7}, ZoneKind::hidden, "comment"}}).findings.empty());
  CHECK(said("https://example.org/splurge").findings.empty());
  CHECK(said("splurge", Voice::own, {{{7, 7}, ZoneKind::code, ""}}).findings.size() == 1);
}
