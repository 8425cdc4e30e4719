#include "scan/policy_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace postvet;

TEST_CASE("a policy's names go into the classes of the organisation") {
  Policy policy;
  policy.organisation = "Hobbleton Trust";
  policy.names = {"HT"};
  policy.colleges = {{"Hobbleton College", {"Hobbleton Sixth Form"}, "Hobbleton"}, {"Other College", {}, ""}};
  policy.handles = {"@HobbletonCollege", "bare"};
  policy.hashtags = {"#hobbleton"};
  auto words = [&](std::string_view cls) {
    ClassWords all = policy_words(policy);
    auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == cls; });
    REQUIRE(found != all.end());
    return found->second;
  };
  using List = std::vector<std::string>;
  CHECK(words(kOrgOwn) == List{"HT", "Hobbleton Trust"});
  CHECK(words(kOrgCollege) == List{"Hobbleton Sixth Form", "Hobbleton College", "Other College"});
  CHECK(words(kOrgTown) == List{"Hobbleton"});
  CHECK(words(kOrgHandle) == List{"HobbletonCollege", "bare", "hobbleton"});
}
