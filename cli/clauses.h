// What the policy says about a rule: for `postvet explain` and for the page of all rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/policy.h"

namespace postvet {

// A clause that a rule stands for, and when it does.
struct ClauseUse {
  const Clause* clause;                 // of the policy
  std::vector<std::string> conditions;  // "author: student; in: profile", in the order of the policy; "" is always
  std::string_view route;               // whom to tell; empty: the author's own, by role
};

// In the order of the policy, a clause once where its lines follow one another. Empty: the rule is off.
std::vector<ClauseUse> clauses_of(const Policy& policy, std::string_view rule);

}  // namespace postvet
