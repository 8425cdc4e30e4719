#include "scan/config.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/memory_files.h"

namespace postvet {
namespace {

Result<Config> read(const std::string& text) {
  MemoryFiles files;
  files.add("repo/postvet.yaml", text);
  files.add("repo/more.yaml", "");
  files.add("repo/lists/own.yaml", "");
  files.add("secret.yaml", "");
  return read_config(files, "repo/postvet.yaml");
}

TEST_CASE("every key of a configuration") {
  auto config = read(R"(policy: lists/own.yaml
organisation:
  names: [Fell Trust]
  colleges: [{name: Fell College, town: Malham}]
  handles: ["@fell"]
  domains: [fell.ac.uk]
  hashtags: ["#Fell"]
disclaimers: [mine alone]
lexicons: [more.yaml, lists/own.yaml]
role: staff
rules:
  personal-data/phone: error
  offensive: off
fail-on: never
min-severity: warning
min-confidence: low
)");
  REQUIRE(config);
  CHECK(config->path == "repo/postvet.yaml");
  CHECK(config->policy_file == "repo/lists/own.yaml");
  CHECK(config->lexicons == std::vector<std::string>{"repo/more.yaml", "repo/lists/own.yaml"});
  CHECK(config->role == Role::staff);
  CHECK(config->fail_on == FailOn::never);
  CHECK(config->min_severity == Severity::warning);
  CHECK(config->min_confidence == Confidence::low);
  REQUIRE(config->rules.overrides.size() == 2);
  CHECK(config->rules.overrides[0].rule == "personal-data/phone");
  CHECK(config->rules.overrides[0].severity == Severity::error);
  CHECK_FALSE(config->rules.overrides[0].off);
  CHECK(config->rules.overrides[1].off);
  CHECK_FALSE(config->rules.overrides[1].severity.has_value());
  CHECK(config->rules.overrides[1].where == "repo/postvet.yaml:13");

  Policy policy;
  policy.names = {"Old"};
  policy.disclaimers = {"ours"};
  config->apply(policy);
  CHECK(policy.names == std::vector<std::string>{"Fell Trust"});
  REQUIRE(policy.colleges.size() == 1);
  CHECK(policy.colleges[0].names == std::vector<std::string>{"Fell College"});
  CHECK(policy.handles == std::vector<std::string>{"@fell"});
  CHECK(policy.domains == std::vector<std::string>{"fell.ac.uk"});
  CHECK(policy.hashtags == std::vector<std::string>{"#Fell"});
  CHECK(policy.disclaimers == std::vector<std::string>{"ours", "mine alone"});
}

TEST_CASE("what is not there changes nothing") {
  for (const char* text : {"", "# nothing\n", "{}", "organisation: {}", "rules: {}", "lexicons: []"}) {
    CAPTURE(text);
    auto config = read(text);
    REQUIRE(config);
    Policy policy;
    policy.names = {"Old"};
    policy.handles = {"@old"};
    config->apply(policy);
    CHECK(policy.names == std::vector<std::string>{"Old"});
    CHECK(policy.handles == std::vector<std::string>{"@old"});
    CHECK_FALSE(config->fail_on.has_value());
    CHECK(config->rules.overrides.empty());
    CHECK(config->check_rules({}));
  }
  auto config = read("organisation: {handles: []}");  // an empty list is a list
  REQUIRE(config);
  Policy policy;
  policy.handles = {"@old"};
  config->apply(policy);
  CHECK(policy.handles.empty());
}

TEST_CASE("what is wrong in a configuration is an error at its place") {
  struct Case {
    const char *text, *where, *what, *hint;
  };
  constexpr const char* kBelow = "this should be a path below the configuration's directory, without . and ..";
  for (const Case& c : {
           Case{"rols: staff", "1:1", "unknown key \"rols\"", "did you mean \"role\"?"},
           {"fail_on: error", "1:1", "unknown key \"fail_on\"", "did you mean \"fail-on\"?"},
           {"organisation: {name: x}", "1:16", "unknown key \"name\"", "did you mean \"names\"?"},
           {"organisation:\n  handles: [fell]", "2:13", "this should begin with @", "write it in quotes"},
           {"role: staf", "1:7", "this should be one of unknown, staff, student, contractor, volunteer, official",
            "did you mean \"staff\"?"},
           {"fail-on: always", "1:10", "this should be one of note, warning, error, never", ""},
           {"min-severity: off", "1:15", "this should be one of note, warning, error", ""},
           {"rules:\n  offensive: of", "2:14", "this should be one of off, note, warning, error", ""},
           {"rules: [offensive]", "1:8", "rules is a map of rules or groups", ""},
           {"rules: {offensive: off, offensive: error}", nullptr, nullptr, nullptr},
           {"lexicons: more.yaml", "1:11", "this should be a list", ""},
           {"lexicons: [gone.yaml]", "1:12", "the file cannot be read: no such file or directory", ""},
           {"lexicons: [../secret.yaml]", "1:12", kBelow, ""},
           {"lexicons: [lists/../../secret.yaml]", "1:12", kBelow, ""},
           {"lexicons: [/etc/passwd]", "1:12", kBelow, ""},
           {"lexicons: [./more.yaml]", "1:12", kBelow, ""},
           {"lexicons: [lists//own.yaml]", "1:12", kBelow, ""},
           {"lexicons: [\"\"]", "1:12", "this should be a text", ""},
           {"policy: ../secret.yaml", "1:9", kBelow, ""},
           {"policy: [a]", "1:9", "this should be a text", ""},
           {"staff", "1:1", "this should be a map of keys and values", ""},
           {"role: [", nullptr, nullptr, nullptr},
       }) {
    CAPTURE(c.text);
    auto config = read(c.text);
    REQUIRE_FALSE(config);
    if (c.where == nullptr) continue;
    CHECK(config.error().where == fmt::format("repo/postvet.yaml:{}", c.where));
    CHECK(config.error().what == c.what);
    CHECK(config.error().hint == c.hint);
  }
  MemoryFiles none;
  CHECK(read_config(none, "postvet.yaml").error().where == "postvet.yaml");
}

// Files whose directory `linked` is a link.
class LinkedFiles final : public Files {
 public:
  Result<FileInfo> info(const std::string& path, bool follow) const override {
    auto info = files.info(path, follow);
    if (info && path == "repo/linked" && !follow) info->kind = FileKind::link;
    return info;
  }
  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override { return files.open(path); }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override { return files.list(path); }

  MemoryFiles files;
};

TEST_CASE("a link does not lead out of the configuration's directory") {
  LinkedFiles linked;
  linked.files.add("repo/postvet.yaml", "lexicons: [linked/more.yaml]");
  linked.files.add("repo/linked/more.yaml", "");
  auto config = read_config(linked, "repo/postvet.yaml");
  REQUIRE_FALSE(config);
  CHECK(config.error().what == "a link; name the file itself");
}

TEST_CASE("settings for rules that do not exist") {
  constexpr std::string_view kIds[] = {"offensive/profanity", "personal-data/email", "personal-data/phone"};
  struct Case {
    const char *rule, *hint;
  };
  for (const char* known : {"offensive", "offensive/profanity", "personal-data"}) {
    CHECK(read(fmt::format("rules:\n  {}: off\n", known))->check_rules(kIds));
  }
  for (const Case& c : {Case{"personal-data/phon", "did you mean \"personal-data/phone\"?"},
                        {"phone", "did you mean \"personal-data/phone\"?"},
                        {"ofensive", "did you mean \"offensive\"?"},
                        {"personal-data/", "did you mean \"personal-data\"?"},
                        {"offensive/*", ""},
                        {"hone", ""},
                        {"weather", ""}}) {
    CAPTURE(c.rule);
    auto ok = read(fmt::format("role: staff\nrules:\n  offensive: off\n  {}: off\n", c.rule))->check_rules(kIds);
    REQUIRE_FALSE(ok);
    CHECK(ok.error().where == "repo/postvet.yaml:4:3");
    CHECK(ok.error().what == fmt::format("there is no rule \"{}\"", c.rule));
    if (*c.hint != '\0') CHECK(ok.error().hint == c.hint);
  }
}

TEST_CASE("the closest configuration upward counts, and none from beyond the repository") {
  MemoryFiles files;
  files.add("postvet.yaml", "");
  files.add("a/b/c/draft.md", "");
  files.add("a/b/postvet.yaml", "");
  files.add("repo/.git/HEAD", "");
  files.add("repo/posts/draft.md", "");
  files.add("own/.git", "gitdir: elsewhere");
  files.add("own/postvet.yaml", "");
  files.add("own/draft.md", "");
  files.add("odd/postvet.yaml/x", "");
  files.add("odd/draft.md", "");
  struct Case {
    const char *start, *found;
  };
  for (const Case& c : {Case{"a/b/c/draft.md", "a/b/postvet.yaml"},
                        {"a/b/c", "a/b/postvet.yaml"},
                        {"a/b", "a/b/postvet.yaml"},
                        {"a/b/gone.md", "a/b/postvet.yaml"},
                        {"a/x.md", "postvet.yaml"},
                        {"x.md", "postvet.yaml"},
                        {"a", "postvet.yaml"},
                        {"repo/posts/draft.md", ""},
                        {"repo", ""},
                        {"own/draft.md", "own/postvet.yaml"},
                        {"odd/draft.md", "postvet.yaml"}}) {
    CAPTURE(c.start);
    CHECK(find_config(files, c.start) == c.found);
  }
  MemoryFiles none;
  CHECK(find_config(none, "/a/b/c.md").empty());
  CHECK(find_config(none, "/").empty());
  CHECK(find_config(none, "").empty());
}

}  // namespace
}  // namespace postvet
