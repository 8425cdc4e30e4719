// How much of what the language rules are for they find, and how often they fire on what is harmless, over sentences
// that were written without sight of the lexicons.
#include <doctest/doctest.h>

#include <cstdlib>

#include "corpus/harness.h"
#include "corpus/scores.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// Floors, a few points below what was measured when the lexicons last changed.
constexpr double kRecall = 0.40;
constexpr double kPrecision = 0.92;
constexpr double kFalseAlarms = 0.04;  // at most

std::vector<std::string> expected_of(const YamlNode& entry) {
  const YamlNode* expect = entry.find("expect");
  REQUIRE(expect != nullptr);
  if (expect->kind != YamlNode::Kind::list) {
    return expect->text == "none" ? std::vector<std::string>() : std::vector<std::string>{expect->text};
  }
  std::vector<std::string> rules;
  for (const YamlNode& rule : expect->items) rules.push_back(rule.text);
  return rules;
}

bool is_language(const std::string& rule) {
  for (const char* group : {"discrimination/", "harassment/", "offensive/", "defamation/"}) {
    if (rule.starts_with(group)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("language rules find what is hostile and leave alone what is not") {
  YamlNode entries = corpus("language.yaml");
  std::string lines;
  for (std::size_t i = 0; i < entries.items.size(); ++i) {
    lines += to_line({.id = std::to_string(i), .text = text_of(entries.items[i], "text")});
  }
  MemoryFiles files;
  files.add("language.jsonl", lines);
  Outcome outcome = check(files, {"language.jsonl"});
  REQUIRE(outcome.result.summary.posts.checked == entries.items.size());
  std::vector<std::set<std::string>> found(entries.items.size());
  for (const ReportedFinding& finding : outcome.findings) {
    if (is_language(finding.rule)) found[std::stoul(finding.post)].insert(finding.rule);
  }
  Scores scores;
  for (std::size_t i = 0; i < found.size(); ++i) scores.add(expected_of(entries.items[i]), found[i]);
  if (std::getenv("POSTVET_SCORES") != nullptr) MESSAGE(scores.table());
  INFO(scores.table());
  CHECK(scores.recall() >= kRecall);
  CHECK(scores.precision() >= kPrecision);
  CHECK(scores.false_alarms() <= kFalseAlarms);
}

TEST_CASE("the corpus expects rules that there are") {
  for (const YamlNode& entry : corpus("language.yaml").items) {
    std::vector<std::string> expected = expected_of(entry);
    bool known = expected.empty();
    for (const std::string& rule : expected) known = known || shipped_engine().rule(rule) != nullptr;
    INFO(text_of(entry, "text"));
    CHECK(known);
  }
}
