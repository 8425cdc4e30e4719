#include "scan/setup.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/memory_files.h"

namespace postvet {
namespace {

constexpr const char* kLexicon =
    "rules:\n  offensive/test-words:\n    summary: finds test words\n    severity: note\n    message: a test word\n"
    "    help: leave it out\n    terms: [flibbertigibbetry]\n";

constexpr const char* kPolicy =
    "policy: own\nname: Own Policy\norganisation: {name: Own}\nclauses: {a: {section: a, title: A, text: Words.}}\n"
    "applies:\n  - {rule: offensive/test-words, clause: a}\n";

bool has(const Engine& engine, std::string_view id) {
  auto ids = rule_ids(engine);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

TEST_CASE("the built-in rules need nothing") {
  auto engine = make_engine(MemoryFiles(), Config{}, {});
  REQUIRE(engine);
  CHECK((*engine)->policy().id == "nclt");
  auto ids = rule_ids(**engine);
  CHECK_FALSE(ids.empty());
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK_FALSE(has(**engine, "offensive/test-words"));
}

TEST_CASE("lexicons add rules, named or from the configuration; the configuration may set those") {
  MemoryFiles files;
  files.add("more.yaml", kLexicon);
  files.add("own.yaml", kPolicy);
  Config config;
  config.path = "postvet.yaml";
  config.rules.overrides.push_back({"offensive/test-words", true, {}, "postvet.yaml:2"});
  config.rule_places = {"postvet.yaml:2:3"};
  CHECK(has(**make_engine(files, Config{}, {"more.yaml"}), "offensive/test-words"));
  CHECK(has(**make_engine(files, config, {"more.yaml"}), "offensive/test-words"));

  auto without = make_engine(files, config, {});  // the rule is not there
  REQUIRE_FALSE(without);
  CHECK(without.error().where == "postvet.yaml:2:3");

  config.lexicons = {"more.yaml"};
  config.policy_file = "own.yaml";
  config.disclaimers = {"mine"};
  auto engine = make_engine(files, config, {});
  REQUIRE(engine);
  CHECK((*engine)->policy().id == "own");
  CHECK((*engine)->policy().disclaimers == std::vector<std::string>{"mine"});
  CHECK((*engine)->settings().overrides.size() == 1);
}

TEST_CASE("what is wrong stops it") {
  MemoryFiles files;
  files.add("wrong.yaml", "rulez: {}\n");
  files.add("own.yaml", kPolicy);
  auto engine = make_engine(files, Config{}, {"wrong.yaml"});
  REQUIRE_FALSE(engine);
  CHECK(engine.error().where == "wrong.yaml:1:1");
  CHECK_FALSE(make_engine(files, Config{}, {"gone.yaml"}));

  Config config;
  config.policy_file = "own.yaml";
  engine = make_engine(files, config, {});  // its rule is in no lexicon
  REQUIRE_FALSE(engine);
  CHECK(engine.error().where == "own.yaml:6:12");
  config.policy_file = "gone.yaml";
  CHECK_FALSE(make_engine(files, config, {}));
  config.policy_file = "wrong.yaml";
  CHECK_FALSE(make_engine(files, config, {}));
}

}  // namespace
}  // namespace postvet
