#include "scan/builtin.h"

#include "lexicon/table.h"
#include "scan/policy_file.h"

namespace postvet {

Lexicon builtin_lexicon() { return lexicon_from_bytes(builtin_lexicon_bytes()); }
CompiledLexicon builtin_compiled() { return compiled_from_bytes(builtin_compiled_bytes()); }
Policy builtin_policy() { return policy_from_bytes(builtin_policy_bytes()); }

}  // namespace postvet
