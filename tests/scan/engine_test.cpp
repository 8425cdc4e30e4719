#include "scan/engine.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "lexicon/load.h"
#include "scan/collect_run.h"

using namespace postvet;
using namespace postvet_test;

TEST_CASE("an engine knows the rules of checkers and lexicons, sorted, each once") {
  const Engine& engine = shipped_engine();
  std::vector<std::string_view> ids;
  for (const Rule* rule : engine.rules()) {
    ids.push_back(rule->id);
    INFO(std::string(rule->id));
    CHECK(engine.rule(rule->id) == rule);
    CHECK(rule->id.find('/') != std::string_view::npos);
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->message.empty());
    CHECK_FALSE(rule->help.empty());
  }
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(engine.rule("personal-data/phone") != nullptr);
  CHECK(engine.rule("harassment/insult") != nullptr);
  CHECK(engine.rule("disclaimer/missing") != nullptr);
  CHECK(engine.rule("affiliation.staff.direct") == nullptr);  // a signal is no rule
  CHECK(engine.rule("personal-data") == nullptr);
  CHECK(engine.rule("") == nullptr);
  CHECK(engine.rule("zzz/zzz") == nullptr);
}

TEST_CASE("the shipped policy has a line for every rule") {
  for (const Rule* rule : shipped_engine().rules()) {
    INFO(std::string(rule->id));
    bool named = false;
    for (PostKind kind : {PostKind::post, PostKind::profile})
      named = named || shipped_engine().policy().applies_to(rule->id, Role::staff, kind) != nullptr;
    CHECK(named);
  }
}

TEST_CASE("the names of another organisation take the place of the shipped ones") {
  Policy policy = builtin_policy();
  policy.organisation = "Hobbleton Trust";
  policy.names = {"Hobbleton Trust"};
  policy.colleges = {{"Hobbleton College", {"Hobbleton Sixth Form"}, "Hobbleton"}};
  policy.handles = {"@HobbletonCollege"};
  auto compiled = compile_with(builtin_lexicon(), policy);
  REQUIRE(compiled);
  std::unique_ptr<Engine> engine = Engine::make(std::move(*compiled), policy);
  MemoryFiles files;
  auto missing = [&](const std::string& bio) {
    files.add("p.jsonl", "{\"kind\":\"profile\",\"text\":\"" + bio + "\"}\n");
    RunOptions options;
    options.paths = {"p.jsonl"};
    return check(*engine, files, options).count("disclaimer/missing");
  };
  CHECK(missing("Biology teacher at Hobbleton College.") == 1);
  CHECK(missing("Biology teacher at Hobbleton Sixth Form.") == 1);
  CHECK(missing("Biology teacher at New College Pontefract.") == 0);
  CHECK(missing("Tea and cake.") == 0);
}

TEST_CASE("an engine of nothing finds what needs no lexicon") {
  std::unique_ptr<Engine> engine = Engine::make(compile(Lexicon{}, {}), builtin_policy());
  MemoryFiles files;
  files.add("a.md", "you pathetic idiot, write to bea.wormald@airedalepost.co.uk");
  RunOptions options;
  options.paths = {"a.md"};
  Outcome outcome = check(*engine, files, options);
  CHECK(outcome.count("harassment/") == 0);
  CHECK(outcome.count("personal-data/email") == 1);
}
