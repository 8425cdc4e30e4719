// What a checker says of a post. Dumb data: rendering is elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/names.h"
#include "model/rule.h"

namespace postvet {

enum class EvidenceRole : std::uint8_t { affiliation, target, person, trigger, guard, half, similar };
template <>
struct Names<EvidenceRole> {
  static constexpr std::array<std::string_view, 7> kAll{"affiliation", "target", "person", "trigger",
                                                        "guard",       "half",   "similar"};
};

// A further place that led to a finding.
struct Evidence {
  EvidenceRole role = EvidenceRole::trigger;
  std::size_t field = 0;  // index into Post::fields
  Span span;              // bytes of the field's text
  std::string_view term;  // id of a lexicon entry or pattern, never text; static storage or the lexicon's
};

inline constexpr std::size_t kMaxEvidence = 8;

struct Finding {
  const Rule* rule = nullptr;
  std::size_t field = 0;  // index into Post::fields
  Span span;              // bytes of the field's text; meaningful when has_span
  bool has_span = true;   // false: nothing in the text made it necessary
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  std::string_view kind;           // id of the entry, pattern or wording that decided; goes into the fingerprint
  std::string message;             // empty: the rule's own. Never holds a matched value
  std::string help;                // empty: the rule's own
  std::vector<Evidence> evidence;  // at most kMaxEvidence
};

// What one post adds to a rule over many posts.
struct Fact {
  const Rule* rule = nullptr;
  std::size_t account = 0;  // index into the input's accounts
  std::string_view key;     // what is counted; static storage or the lexicon's
  std::size_t field = 0;
  Span span;
};

}  // namespace postvet
