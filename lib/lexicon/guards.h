// Contexts in which a hit is innocent, or weighs less. Shared by all rules, named in the lexicons, implemented here
// once.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/automaton.h"
#include "lexicon/chart.h"
#include "lexicon/lexicon.h"
#include "model/post.h"
#include "text/prepared.h"

namespace postvet {

// The ids of the classes that guards look for.
// kNoClass where the lexicon has none.
struct GuardClasses {
  GuardClasses() = default;
  explicit GuardClasses(const Lexicon& lexicon);

  std::uint16_t negation = kNoClass;
  std::uint16_t reporting = kNoClass;
  std::uint16_t rejection = kNoClass;
  std::uint16_t pronoun_i = kNoClass;
  std::uint16_t pronoun_we = kNoClass;
  std::uint16_t pronoun_you = kNoClass;
  std::uint16_t possessive_my = kNoClass;
  std::uint16_t pride = kNoClass;
  std::uint16_t teaching = kNoClass;
  std::uint16_t fiction = kNoClass;
  std::uint16_t thing = kNoClass;
  std::uint16_t title = kNoClass;
  std::uint16_t group_any = kNoClass;
  std::uint16_t allow = kNoClass;
};

// What guards have to know of an entry.
struct GuardedEntry {
  Guards guards = 0;
  std::uint16_t except = kNoClass;
  bool weak = false;
};

// A hit on its way to becoming a finding.
struct EntryMatch {
  std::uint32_t entry = 0;  // its number
  bool is_frame = false;
  Span units;               // in the chart
  Span trigger;             // units of the decisive element
  Span target;              // units of who is meant; may be empty
  std::vector<Step> steps;  // of a frame
};

struct Verdict {
  bool dropped = false;
  Guards lowered = 0;  // the guards that weigh it down, at most one step each run
};

// Judges candidates of one chart, which finds out what it is asked. Views; valid while the chart is.
class GuardJudge {
 public:
  GuardJudge(const GuardClasses& classes, const Prepared& prepared, const std::vector<Zone>& zones, Chart& chart)
      : classes_(classes), prepared_(prepared), zones_(zones), chart_(chart) {}

  Verdict judge(const EntryMatch& candidate, const GuardedEntry& entry, std::size_t terms_in_sentence) const;

 private:
  bool negated(const EntryMatch& candidate) const;
  bool quoted(const EntryMatch& candidate) const;
  bool in_quoted_zone(const EntryMatch& candidate) const;
  bool reported(const EntryMatch& candidate) const;
  bool rejected(const EntryMatch& candidate) const;
  bool reclaimed(const EntryMatch& candidate) const;
  bool about_self(const EntryMatch& candidate) const;
  bool at_a_thing(const EntryMatch& candidate) const;
  bool is_name(const EntryMatch& candidate) const;
  bool asked(const EntryMatch& candidate) const;
  bool supposed(const EntryMatch& candidate) const;
  bool allowed(const EntryMatch& candidate, std::uint16_t except) const;
  bool negates(std::size_t unit) const;
  bool in_sentence(const EntryMatch& candidate, std::uint16_t cls) const;
  bool word_is(std::size_t unit, std::initializer_list<std::string_view> words) const;
  Span neighbourhood(const EntryMatch& candidate) const;

  const GuardClasses& classes_;
  const Prepared& prepared_;
  const std::vector<Zone>& zones_;
  Chart& chart_;
};

}  // namespace postvet
