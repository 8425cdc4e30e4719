// The lexicons and the policy that postvet ships, compiled by the build.
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"
#include "model/policy.h"

namespace postvet {

// The embedded bytes; defined in the file that the build generates.
std::string_view builtin_lexicon_bytes();
std::string_view builtin_policy_bytes();

Lexicon builtin_lexicon();
Policy builtin_policy();

}  // namespace postvet
