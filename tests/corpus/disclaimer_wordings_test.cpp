// The sentences that the policy offers to paste must themselves be what the checker asks for.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "corpus/harness.h"
#include "scan/builtin.h"

using namespace postvet;
using namespace postvet_test;

namespace {

constexpr std::size_t kShort = 40;  // characters

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_utf8_continuation(c); }));
}

std::size_t disclaimer_findings(const std::string& kind, const std::string& text) {
  PostLine post;
  post.id = "1";
  post.kind = kind;
  post.role = "staff";
  post.text = text;
  MemoryFiles files;
  files.add("posts.jsonl", to_line(post));
  Outcome outcome = check(files, {"posts.jsonl"});
  return static_cast<std::size_t>(
      std::count_if(outcome.findings.begin(), outcome.findings.end(),
                    [](const ReportedFinding& finding) { return finding.rule.starts_with("disclaimer/"); }));
}

}  // namespace

TEST_CASE("every wording that the policy offers is recognised as complete") {
  Policy policy = builtin_policy();
  REQUIRE(!policy.wordings.empty());
  for (const auto& [purpose, wording] : policy.wordings) {
    INFO(purpose, ": ", wording);
    CHECK(disclaimer_findings("profile", "Biology teacher at New College Pontefract. " + wording) == 0);
    CHECK(disclaimer_findings("profile", wording + " Biology teacher at New College Pontefract.") == 0);
    CHECK(disclaimer_findings("blog", "I teach biology at New College Pontefract.\n\n" + wording) == 0);
  }
  CHECK(disclaimer_findings("profile", "Biology teacher at New College Pontefract.") == 1);
}

TEST_CASE("the short wording fits where little room is left") {
  Policy policy = builtin_policy();
  std::string_view wording = policy.wording("short");
  CHECK(!wording.empty());
  CHECK(characters(wording) <= kShort);
}
