#include "scan/setup.h"

#include "lexicon/load.h"
#include "scan/builtin.h"
#include "scan/policy_file.h"
#include "scan/yaml_file.h"

namespace postvet {
namespace {

Result<Lexicon> load_lexicon(const Files& files, const std::vector<std::string>& of_config,
                             const std::vector<std::string>& named) {
  if (of_config.empty() && named.empty()) return builtin_lexicon();
  LexiconBuilder builder(builtin_lexicon());
  for (const std::vector<std::string>* paths : {&of_config, &named}) {
    for (const std::string& path : *paths) {
      auto text = read_yaml_file(files, path);
      if (!text) return tl::unexpected(text.error());
      if (auto ok = builder.add_file(*text, path); !ok) return tl::unexpected(ok.error());
    }
  }
  return builder.build();
}

}  // namespace

Result<std::unique_ptr<Engine>> make_engine(const Files& files, const Config& config,
                                            const std::vector<std::string>& lexicons) {
  auto lexicon = load_lexicon(files, config.lexicons, lexicons);
  if (!lexicon) return tl::unexpected(lexicon.error());
  Result<std::string> policy_text;
  Result<Policy> policy;
  if (config.policy_file.empty()) {
    policy = builtin_policy();
  } else {
    policy_text = read_yaml_file(files, config.policy_file);
    if (!policy_text) return tl::unexpected(policy_text.error());
    policy = read_policy(*policy_text, config.policy_file);
  }
  if (!policy) return tl::unexpected(policy.error());
  config.apply(*policy);
  auto engine = Engine::make(std::move(*lexicon), std::move(*policy), config.rules);
  if (!engine) return engine;
  // Which rules there are is known only now: lexicons declare some of them.
  std::vector<std::string_view> ids = rule_ids(**engine);
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
