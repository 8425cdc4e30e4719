#include "scan/builtin.h"

#include <doctest/doctest.h>

#include "lexicon/table.h"
#include "scan/policy_file.h"

namespace postvet {
namespace {

TEST_CASE("the build embedded the lexicons whole") {
  Lexicon lexicon = builtin_lexicon();
  CHECK(lexicon.rules.size() > 0);
  CHECK(lexicon.class_named("org.own").has_value());
  // every byte came through the string literal, and nothing after
  CHECK(lexicon_to_bytes(lexicon) == builtin_lexicon_bytes());
}

TEST_CASE("the build embedded the policy whole") {
  Policy policy = builtin_policy();
  CHECK(policy.id == "nclt");
  CHECK(policy.clause("conduct-staff.profile") != nullptr);
  CHECK(policy_to_bytes(policy) == builtin_policy_bytes());
}

}  // namespace
}  // namespace postvet
