#include "check/checker.h"

#include <doctest/doctest.h>

#include "check/personal_data_of.h"

using namespace postvet;

TEST_CASE("a setup knows the patterns of a spec by name") {
  Matcher matcher{Lexicon{}};
  PatternSet patterns({{"a/one", "1", nullptr}, {"a/two", "2", nullptr}});
  Policy policy;
  CheckerSetup setup{matcher, patterns, policy};
  CHECK(setup.pattern("a/one") == 0);
  CHECK(setup.pattern("a/two") == 1);
  CHECK(setup.pattern("a/three") == static_cast<std::uint16_t>(-1));
}
