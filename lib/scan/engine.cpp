#include "scan/engine.h"

#include <algorithm>

#include "lexicon/load.h"
#include "scan/policy_words.h"

namespace postvet {
Result<CompiledLexicon> compile_with(Lexicon lexicon, const Policy& policy) {
  LexiconBuilder builder(std::move(lexicon));
  for (const auto& [cls, words] : policy_words(policy)) builder.add_words(cls, words);
  auto named = builder.build();
  if (!named) return tl::unexpected(named.error());
  std::vector<std::string> wanted(std::begin(ContextMaker::kClasses), std::end(ContextMaker::kClasses));
  for (const CheckerSpec* spec : all_checkers())
    wanted.insert(wanted.end(), spec->classes.begin(), spec->classes.end());
  return compile(*named, wanted);
}

std::unique_ptr<Engine> Engine::make(CompiledLexicon lexicon, Policy policy, RuleSettings settings) {
  std::unique_ptr<Engine> engine(new Engine);
  engine->policy_ = std::move(policy);
  engine->settings_ = std::move(settings);
  engine->matcher_ = std::make_unique<Matcher>(std::move(lexicon));
  std::vector<PatternSpec> patterns;
  for (const CheckerSpec* spec : all_checkers())
    patterns.insert(patterns.end(), spec->patterns.begin(), spec->patterns.end());
  engine->patterns_ = std::make_unique<PatternSet>(std::move(patterns));
  engine->contexts_ = std::make_unique<ContextMaker>(*engine->matcher_, engine->policy_);
  for (const CheckerSpec* spec : all_checkers()) {
    engine->checkers_.push_back(spec->make({*engine->matcher_, *engine->patterns_, engine->policy_}));
    for (const Rule& rule : spec->rules) engine->rules_.push_back(&rule);
  }
  for (std::uint32_t i = 0; i < engine->matcher_->rule_count(); ++i) {
    if (!engine->matcher_->is_signal(i)) engine->rules_.push_back(&engine->matcher_->rule(i));
  }
  std::sort(engine->rules_.begin(), engine->rules_.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return engine;
}

const Rule* Engine::rule(std::string_view id) const {
  auto found = std::lower_bound(rules_.begin(), rules_.end(), id,
                                [](const Rule* rule, std::string_view wanted) { return rule->id < wanted; });
  return found != rules_.end() && (*found)->id == id ? *found : nullptr;
}

}  // namespace postvet
