// The words of a stretch of text and every class span over them: what frames run on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "lexicon/lexicon.h"

namespace postvet {

// A word as the lexicon counts it (see units.h).
struct Unit {
  std::uint32_t word = 0;   // number in the dictionary; 0 when it is not there
  std::uint32_t first = 0;  // words [first, last) of Prepared::tokens; two units of a contraction share theirs
  std::uint32_t last = 0;
  bool joined = false;  // nothing but spaces, commas, quotes or hyphens lie between it and the unit before
  bool begins_clause = false;
  bool begins_sentence = false;
  bool after_comma = false;
  bool disguised = false;  // the dictionary word was found under another spelling
  bool guessed = false;    // … by a slip of the keyboard
};

// Units [the index it is stored under, end) are a member of a class.
struct ChartSpan {
  std::uint16_t cls = 0;
  std::uint16_t forms = 0;
  std::uint32_t end = 0;
};

class Chart {
 public:
  void reset() {
    for (std::size_t i = 0; i < units.size(); ++i) spans_[i].clear();
    units.clear();
  }

  void add_unit(const Unit& unit) {
    units.push_back(unit);
    if (spans_.size() < units.size()) spans_.resize(units.size());
  }

  // Adds a span unless it is there; forms of equal spans are joined. Returns false when nothing changed.
  bool add_span(std::size_t begin, ChartSpan span) {
    for (ChartSpan& known : spans_[begin]) {
      if (known.cls != span.cls || known.end != span.end) continue;
      bool more = (span.forms & ~known.forms) != 0;
      known.forms = static_cast<std::uint16_t>(known.forms | span.forms);
      return more;
    }
    spans_[begin].push_back(span);
    return true;
  }

  std::span<const ChartSpan> at(std::size_t begin) const { return spans_[begin]; }

  // A span of `cls` begins in units [range.begin, range.end).
  bool has(std::uint16_t cls, Span range) const {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      for (const ChartSpan& span : spans_[i]) {
        if (span.cls == cls) return true;
      }
    }
    return false;
  }

  // The units of the clause / sentence around unit `at`.
  // At most kMaxReach to either side, so that text without punctuation costs no more than text with it.
  Span clause_of(std::size_t at) const { return around(at, &Unit::begins_clause); }
  Span sentence_of(std::size_t at) const { return around(at, &Unit::begins_sentence); }

  std::vector<Unit> units;

 private:
  static constexpr std::size_t kMaxReach = 256;  // units

  Span around(std::size_t at, bool Unit::*begins) const {
    Span range{at, at + 1};
    while (range.begin > 0 && at - range.begin < kMaxReach && !(units[range.begin].*begins)) --range.begin;
    while (range.end < units.size() && range.end - at < kMaxReach && !(units[range.end].*begins)) ++range.end;
    return range;
  }

  std::vector<std::vector<ChartSpan>> spans_;  // by begin; longer than units after a larger text
};

}  // namespace postvet
