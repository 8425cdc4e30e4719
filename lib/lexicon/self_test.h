// Lexicons prove themselves: every rule and signal against its own sentences.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace postvet {

struct SelfTestReport {
  std::size_t sentences = 0;
  std::vector<std::string> failures;  // file:line:column: what
  std::vector<std::string> warnings;  // see LexiconBuilder::warnings
};

// Builds one lexicon of all files (name, text), with `words` in its classes, and runs its tests. A hit sentence must be
// found by its rule at medium confidence or above, a miss sentence must not.
Result<SelfTestReport> test_lexicon(const std::vector<std::pair<std::string, std::string>>& files,
                                    const ClassWords& words = {});

}  // namespace postvet
