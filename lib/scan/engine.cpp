#include "scan/engine.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/load.h"

namespace postvet {
namespace {

// The names that the policy gives to the organisation become words of the lexicon.
Result<Lexicon> with_names(Lexicon lexicon, const Policy& policy) {
  LexiconBuilder builder(std::move(lexicon));
  std::vector<std::string> own = policy.names;
  own.push_back(policy.organisation);
  builder.add_words(kOrgOwn, own);
  for (const College& college : policy.colleges) {
    std::vector<std::string> names = college.names;
    names.push_back(college.name);
    builder.add_words(kOrgCollege, names);
    if (!college.town.empty()) builder.add_words(kOrgTown, {college.town});
  }
  auto bare = [](const std::vector<std::string>& marked) {  // the mark before the word is no part of it
    std::vector<std::string> words;
    for (const std::string& word : marked)
      words.push_back(word.substr(word.starts_with('@') || word.starts_with('#') ? 1 : 0));
    return words;
  };
  builder.add_words(kOrgHandle, bare(policy.handles));
  builder.add_words(kOrgHandle, bare(policy.hashtags));
  return builder.build();
}

}  // namespace

Result<std::unique_ptr<Engine>> Engine::make(Lexicon lexicon, Policy policy, RuleSettings settings) {
  auto named = with_names(std::move(lexicon), policy);
  if (!named) return tl::unexpected(named.error());
  std::unique_ptr<Engine> engine(new Engine);
  engine->policy_ = std::move(policy);
  engine->settings_ = std::move(settings);
  std::vector<std::string> classes(std::begin(ContextMaker::kClasses), std::end(ContextMaker::kClasses));
  for (const CheckerSpec* spec : all_checkers())
    classes.insert(classes.end(), spec->classes.begin(), spec->classes.end());
  engine->matcher_ = std::make_unique<Matcher>(std::move(*named), std::move(classes));
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
