// What a post says about people, worked out once, before any checker.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "lexicon/hits.h"
#include "lexicon/matcher.h"
#include "model/finding.h"
#include "model/policy.h"
#include "model/post.h"
#include "text/prepared.h"

namespace postvet {

// How the author is known to belong to the organisation.
struct Affiliation {
  enum class Strength : std::uint8_t { none, indirect, direct };
  Strength strength = Strength::none;
  Role role = Role::unknown;      // staff or student, as the signals say; unknown when they do not
  bool in_bio = false;            // known from Author::bio only: there is no place in a field
  std::vector<Evidence> signals;  // where; in order, at most kMaxEvidence
};

// A half of a disclaimer that was seen: whose the views are, or whose they are not.
struct DisclaimerHalf {
  enum class Half : std::uint8_t { own, not_organisation, not_other, reshares_only };
  Half half = Half::own;
  bool in_bio = false;
  std::string_view hidden;  // why a reader cannot see it; empty: it can be seen
  Evidence place;           // meaningless when in_bio
};

struct Context {
  Role role = Role::unknown;  // of the author: as the input says it, or as the affiliation does
  Affiliation affiliation;
  std::vector<DisclaimerHalf> disclaimer;  // in order
  bool states_opinion = false;             // the text says what the author thinks
  std::optional<Evidence> organisation;    // where a field of the post names the organisation, or says "our college"

  bool has(DisclaimerHalf::Half half, bool visible) const;
};

// Makes contexts. Immutable and thread-safe; matcher and policy must outlive it.
class ContextMaker {
 public:
  ContextMaker(const Matcher& matcher, const Policy& policy);

  // The word classes that a matcher must be asked for.
  static constexpr std::string_view kClasses[] = {"org."};

  // `bio` holds the hits of Author::bio; null when there is none.
  Context make(const Post& post, std::span<const Prepared> prepared, const Hits& hits, const Prepared* bio_prepared,
               const FieldHits* bio) const;

 private:
  enum class Signal : std::uint8_t {
    none,
    staff_direct,
    student_direct,
    staff_indirect,
    student_indirect,
    in_profile,
    former,
    other,
    own,
    not_organisation,
    not_other,
    reshares_only,
    combined,
    opinion,
    ours
  };
  struct Reading;

  Signal signal_of(const EntryHit& hit) const { return hit.rule < signals_.size() ? signals_[hit.rule] : Signal::none; }
  void read(Reading& reading) const;
  void read_affiliation(Reading& reading) const;
  void read_addresses(Reading& reading) const;
  void read_hashtags(Reading& reading) const;
  void read_names(Reading& reading) const;
  void read_disclaimed_name(Reading& reading, const EntryHit& hit) const;
  void read_organisation(Reading& reading) const;
  bool is_taken_back(const Reading& reading, std::uint32_t word) const;
  void add_signal(Reading& reading, Affiliation::Strength strength, Role role, Span text, std::string_view term) const;

  const Matcher& matcher_;
  std::vector<Signal> signals_;  // by rule id of the matcher
  std::uint16_t org_any_;
  std::uint16_t org_handle_;
  std::uint16_t org_body_;            // "the Trust", "our college": whom those who belong to it mean
  std::uint16_t org_elsewhere_;       // "Oxford" behind a name that others have too
  std::vector<std::string> handles_;  // official ones, folded, without @
  std::vector<std::string> domains_;
};

}  // namespace postvet
