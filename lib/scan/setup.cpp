#include "scan/setup.h"

#include "lexicon/load.h"
#include "scan/builtin.h"
#include "scan/policy_file.h"
#include "scan/policy_words.h"
#include "scan/yaml_file.h"

namespace postvet {
namespace {

// The built-in lexicon and what files add to it.
Result<Lexicon> load_lexicon(const Files& files, const std::vector<std::string>& paths) {
  if (paths.empty()) return builtin_lexicon();
  LexiconBuilder builder(builtin_lexicon());
  for (const std::string& path : paths) {
    auto text = read_yaml_file(files, path);
    if (!text) return tl::unexpected(text.error());
    if (auto ok = builder.add_file(*text, path); !ok) return tl::unexpected(ok.error());
  }
  return builder.build();
}

// What the build compiled serves where nothing is added to it.
Result<CompiledLexicon> compiled_for(const Files& files, const std::vector<std::string>& paths, const Policy& policy,
                                     const ClassWords& builtin_words) {
  if (paths.empty() && policy_words(policy) == builtin_words) return builtin_compiled();
  auto lexicon = load_lexicon(files, paths);
  if (!lexicon) return tl::unexpected(lexicon.error());
  return compile_with(std::move(*lexicon), policy);
}

}  // namespace

Result<std::unique_ptr<Engine>> make_engine(const Files& files, const Config& config,
                                            const std::vector<std::string>& lexicons) {
  Result<std::string> policy_text;
  Result<Policy> policy = builtin_policy();
  ClassWords builtin_words = policy_words(*policy);
  if (!config.policy_file.empty()) {
    policy_text = read_yaml_file(files, config.policy_file);
    if (!policy_text) return tl::unexpected(policy_text.error());
    policy = read_policy(*policy_text, config.policy_file);
  }
  if (!policy) return tl::unexpected(policy.error());
  config.apply(*policy);
  std::vector<std::string> paths = config.lexicons;
  paths.insert(paths.end(), lexicons.begin(), lexicons.end());
  auto compiled = compiled_for(files, paths, *policy, builtin_words);
  if (!compiled) return tl::unexpected(compiled.error());
  std::unique_ptr<Engine> engine = Engine::make(std::move(*compiled), std::move(*policy), config.rules);
  // Which rules there are is known only now: lexicons declare some of them.
  std::vector<std::string_view> ids = rule_ids(*engine);
  if (auto ok = config.check_rules(ids); !ok) return tl::unexpected(ok.error());
  if (!config.policy_file.empty()) {
    if (auto checked = read_policy(*policy_text, config.policy_file, ids); !checked) {
      return tl::unexpected(checked.error());
    }
  }
  return engine;
}

std::vector<std::string_view> rule_ids(const Engine& engine) {
  std::vector<std::string_view> ids;
  for (const Rule* rule : engine.rules()) ids.push_back(rule->id);
  return ids;
}

}  // namespace postvet
