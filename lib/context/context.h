// What a post says about people, worked out once, before any checker.
#pragma once

#include <cstddef>
#include <span>
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
  Role role = Role::unknown;       // staff or student, as the signals say; unknown when they do not
  bool in_bio = false;             // known from Author::bio only: there is no place in a field
  std::vector<Evidence> signals;   // where; in order
};

// A half of a disclaimer that was seen.
struct DisclaimerHalf {
  enum class Half : std::uint8_t { own, not_organisation, not_other };
  Half half = Half::own;
  bool in_bio = false;
  bool visible = true;
  std::string_view hidden_reason;  // when not visible
  Evidence place;                  // meaningless when in_bio
};

struct Context {
  Role role = Role::unknown;       // of the author: the input's word, --role, or the affiliation's
  Affiliation affiliation;
  std::vector<DisclaimerHalf> disclaimer;
  bool retweets_only = false;      // the only disclaimer is about reshares
  bool states_opinion = false;     // the text says what the author thinks
  bool names_organisation = false;  // in a field of the post
};

// Makes contexts. Immutable and thread-safe.
class ContextMaker {
 public:
  ContextMaker(const Matcher& matcher, const Policy& policy);

  // `bio` holds the hits of Author::bio; null when there is none.
  Context make(const Post& post, std::span<const Prepared> prepared, const Hits& hits, const Prepared* bio_prepared,
               const FieldHits* bio) const;

 private:
  const Matcher& matcher_;
  const Policy& policy_;
};

}  // namespace postvet
