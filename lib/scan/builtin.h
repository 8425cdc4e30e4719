// The lexicons and the policy that postvet ships, compiled by the build.
#pragma once

#include <string_view>

#include "lexicon/compiled.h"
#include "lexicon/lexicon.h"
#include "model/policy.h"

namespace postvet {

// The embedded bytes; defined in the file that the build generates.
std::string_view builtin_lexicon_bytes();
std::string_view builtin_policy_bytes();
std::string_view builtin_compiled_bytes();  // aligned to kFlatAlignment

Lexicon builtin_lexicon();
Policy builtin_policy();
// The built-in lexicon with the words of the built-in policy, compiled.
CompiledLexicon builtin_compiled();

}  // namespace postvet
