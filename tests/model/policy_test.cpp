#include "model/policy.h"

#include <doctest/doctest.h>

using namespace postvet;

namespace {

Applies line(std::string rule, std::string clause) {
  Applies applies;
  applies.rule = std::move(rule);
  applies.clause = std::move(clause);
  return applies;
}

Policy some_policy() {
  Policy policy;
  policy.clauses = {{"one", "s1", "First", "The words."}, {"two", "s2", "Second", ""}};
  policy.wordings = {{"profile", "Views are my own."}, {"empty", ""}};
  policy.routes = {{"staff", "HR"}};
  Applies students = line("language/insult", "students");
  students.roles = {Role::student};
  Applies profiles = line("language/insult", "profiles");
  profiles.roles = {Role::staff, Role::official};
  profiles.kinds = {PostKind::profile, PostKind::blog};
  Applies off = line("language/mild", "");
  off.off = true;
  policy.applies = {students,
                    profiles,
                    off,
                    line("language/insult", "rest"),
                    line("language/*", "group"),
                    line("language/insult", "never")};
  return policy;
}

std::string decides(std::string_view rule, Role role, PostKind kind) {
  static const Policy policy = some_policy();
  const Applies* applies = policy.applies_to(rule, role, kind);
  return applies == nullptr ? "off" : applies->clause;
}

}  // namespace

TEST_CASE("the first line that fits decides") {
  CHECK(decides("language/insult", Role::student, PostKind::post) == "students");
  CHECK(decides("language/insult", Role::staff, PostKind::profile) == "profiles");
  CHECK(decides("language/insult", Role::official, PostKind::blog) == "profiles");
  CHECK(decides("language/insult", Role::staff, PostKind::post) == "rest");
  CHECK(decides("language/insult", Role::unknown, PostKind::profile) == "rest");
  CHECK(decides("language/other", Role::student, PostKind::post) == "group");
}

TEST_CASE("a rule that no line names, or that a line switches off, is off") {
  CHECK(decides("language/mild", Role::staff, PostKind::post) == "off");
  CHECK(decides("languages/insult", Role::staff, PostKind::post) == "off");
  CHECK(decides("language", Role::staff, PostKind::post) == "off");
  CHECK(decides("privacy/x", Role::staff, PostKind::post) == "off");
  CHECK(decides("", Role::staff, PostKind::post) == "off");
  CHECK(Policy().applies_to("a/b", Role::staff, PostKind::post) == nullptr);
}

TEST_CASE("clauses, wordings and routes by name") {
  Policy policy = some_policy();
  REQUIRE(policy.clause("two") != nullptr);
  CHECK(policy.clause("two")->title == "Second");
  CHECK(policy.clause("three") == nullptr);
  CHECK(policy.clause("") == nullptr);
  CHECK(policy.wording("profile") == "Views are my own.");
  CHECK(policy.wording("empty").empty());
  CHECK(policy.wording("blog").empty());
  CHECK(policy.route("staff") == "HR");
  CHECK(policy.route("HR").empty());
}
