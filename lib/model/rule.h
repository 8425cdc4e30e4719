// What a rule is, apart from how it is checked.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/names.h"

namespace postvet {

// Views have static storage, or that of the lexicon that declares the rule.
struct Rule {
  std::string_view id;       // "group/name", permanent
  std::string_view summary;  // one sentence: what the rule finds
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  std::string_view message;      // what is wrong; lower case, no full stop
  std::string_view help;         // what to do
  std::string_view explanation;  // why, in a few plain sentences
  std::string_view good;         // an example that is fine
  std::string_view bad;          // an example that is found; it is invented

  std::string_view group() const { return id.substr(0, id.find('/')); }
};

}  // namespace postvet
