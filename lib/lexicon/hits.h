// Everything that was found in a post before any checker looks: sorted, typed, with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/names.h"
#include "model/rule.h"
#include "text/pattern_set.h"

namespace postvet {

// A word or phrase of a class.
struct ClassHit {
  std::uint16_t cls = 0;    // id of the class, see Matcher::class_id
  std::uint16_t forms = 0;  // inflected form, see WordForm
  std::uint32_t first = 0;  // words [first, last) of Prepared::tokens
  std::uint32_t last = 0;
};

// A term or frame of a rule or a signal.
struct EntryHit {
  std::uint32_t rule = 0;   // id of the rule or signal, see Matcher::rule
  std::uint32_t entry = 0;  // id of the term or frame, see Matcher::entry_name
  std::uint32_t first = 0;  // words [first, last)
  std::uint32_t last = 0;
  Span trigger;  // words of the decisive element (of a term: all of it)
  Span target;   // words of who is meant; empty when the entry names nobody
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  std::uint16_t lowered = 0;  // guards that lowered it, a bit each, see Guard
  bool disguised = false;     // found under another spelling
};

inline constexpr std::size_t kMaxEntryHits = 1000;  // a field; a flood says no more than its first thousand

// The hits of one field.
struct FieldHits {
  std::vector<PatternHit> patterns;  // by place
  std::vector<ClassHit> classes;     // by place; only in a field that an anchor or a pattern has hit
  std::vector<EntryHit> entries;     // by place; guards have been applied
  std::uint32_t dropped = 0;         // entries that a guard dropped
  std::uint32_t overflow = 0;        // entries past kMaxEntryHits, not looked at

  void clear() {
    patterns.clear();
    classes.clear();
    entries.clear();
    dropped = 0;
    overflow = 0;
  }
};

// Of all fields of a post, in the order of Post::fields.
using Hits = std::vector<FieldHits>;

}  // namespace postvet
