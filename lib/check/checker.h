// A checker looks at what was found in a post and says what of it touches a rule.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "context/context.h"
#include "lexicon/hits.h"
#include "lexicon/matcher.h"
#include "model/account.h"
#include "model/finding.h"
#include "model/policy.h"
#include "model/post.h"
#include "model/rule.h"
#include "text/pattern_set.h"
#include "text/prepared.h"

namespace postvet {

// A post with everything that was made of it. Views; valid during one call of check().
struct PostView {
  const Post& post;
  std::span<const Prepared> prepared;  // one a field
  const Hits& hits;                    // one a field
  const Context& context;
  const Policy& policy;
};

// Takes what checkers say. Implemented by scan and by tests.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void finding(Finding finding) = 0;
  virtual void fact(const Fact& fact) = 0;
};

// What a checker is made with. Everything in it outlives the checker.
struct CheckerSetup {
  const Matcher& matcher;
  const PatternSet& patterns;
  const Policy& policy;

  // The index of a pattern that the spec declared.
  std::uint16_t pattern(std::string_view name) const;
};

// Immutable after construction and called from many threads. Scanning cannot fail, so there is no error channel.
class Checker {
 public:
  virtual ~Checker() = default;
  virtual void check(const PostView& view, Sink& sink) const = 0;

  // After an input, for each of its accounts and conversations, on one thread. A finding's field and span mean nothing
  // here: it stands at Account::profile, or at the place of the fact named by Finding::kind.
  virtual void finish(const Account&, Sink&) const {}
  virtual void finish(const Conversation&, Sink&) const {}
};

struct CheckerSpec {
  std::string_view name;                      // "personal-data"
  std::span<const Rule> rules;                // those written in C++; lexicon rules come from the lexicon
  std::span<const PatternSpec> patterns;      // wants: patterns
  std::span<const std::string_view> classes;  // wants: word classes of the lexicon, by the beginning of their names
  std::unique_ptr<Checker> (*make)(const CheckerSetup&);
};

// All of them, in the order of checkers.def.
std::span<const CheckerSpec* const> all_checkers();

}  // namespace postvet
