// Rules made ready: the lexicon, the policy and the checkers, compiled once and shared by all threads.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "check/checker.h"
#include "context/context.h"
#include "lexicon/matcher.h"
#include "model/policy.h"
#include "text/pattern_set.h"

namespace postvet {

// Everything that a configuration decides about rules.
struct RuleSettings {
  struct Override {
    std::string rule;  // an id, or a group
    bool off = false;
    std::optional<Severity> severity;
    std::string where;  // file:line, for the coverage block
  };
  std::vector<Override> overrides;
};

// Fills the words of a policy into a lexicon, and compiles it for the checkers that there are.
Result<CompiledLexicon> compile_with(Lexicon lexicon, const Policy& policy);

// Immutable and thread-safe.
class Engine {
 public:
  // `lexicon` is compiled with the policy's words in it, see compile_with().
  static std::unique_ptr<Engine> make(CompiledLexicon lexicon, Policy policy, RuleSettings settings = {});

  const Matcher& matcher() const { return *matcher_; }
  const PatternSet& patterns() const { return *patterns_; }
  const Policy& policy() const { return policy_; }
  const ContextMaker& contexts() const { return *contexts_; }
  std::span<const std::unique_ptr<Checker>> checkers() const { return checkers_; }
  const RuleSettings& settings() const { return settings_; }

  // Every rule, sorted by id.
  const std::vector<const Rule*>& rules() const { return rules_; }
  // Null when there is none.
  const Rule* rule(std::string_view id) const;

 private:
  Engine() = default;

  Policy policy_;
  RuleSettings settings_;
  std::unique_ptr<Matcher> matcher_;
  std::unique_ptr<PatternSet> patterns_;
  std::unique_ptr<ContextMaker> contexts_;
  std::vector<std::unique_ptr<Checker>> checkers_;
  std::vector<const Rule*> rules_;
};

}  // namespace postvet
