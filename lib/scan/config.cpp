#include "scan/config.h"

#include <fmt/format.h>

#include <algorithm>

#include "scan/policy_file.h"
#include "scan/yaml_file.h"
#include "syntax/yaml.h"
#include "syntax/yaml_keys.h"

namespace postvet {
namespace {

// "a/b/c" → "a/b", "c" → "", "/c" → "/".
std::string parent_of(const std::string& path) {
  std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return {};
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

template <class T>
void replace_if(const std::optional<T>& from, T& to) {
  if (from) to = *from;
}

class ConfigReader {
 public:
  ConfigReader(const Files& files, const std::string& path) : files_(files), yaml_(path), directory_(parent_of(path)) {
    config_.path = path;
  }

  Result<Config> read(const YamlNode& root) {
    if (root.kind == YamlNode::Kind::null) return std::move(config_);
    auto ok = yaml_.keys(root, {"policy", "organisation", "disclaimers", "lexicons", "role", "rules", "fail-on",
                                "min-severity", "min-confidence"});
    if (ok) ok = policy(root.find("policy"));
    if (ok) ok = organisation(root.find("organisation"));
    if (ok) ok = yaml_.texts(root.find("disclaimers"), config_.disclaimers);
    if (ok) ok = lexicons(root.find("lexicons"));
    if (ok) ok = choice(root.find("role"), config_.role);
    if (ok) ok = rules(root.find("rules"));
    if (ok) ok = choice(root.find("fail-on"), config_.fail_on);
    if (ok) ok = choice(root.find("min-severity"), config_.min_severity);
    if (ok) ok = choice(root.find("min-confidence"), config_.min_confidence);
    if (!ok) return tl::unexpected(ok.error());
    return std::move(config_);
  }

 private:
  template <class Enum>
  Result<void> choice(const YamlNode* node, std::optional<Enum>& to) const {
    if (node == nullptr) return {};
    Enum value{};
    if (auto ok = yaml_.name(node, value); !ok) return ok;
    to = value;
    return {};
  }

  Result<void> policy(const YamlNode* node) {
    if (node == nullptr) return {};
    auto path = confined(*node);
    if (!path) return tl::unexpected(path.error());
    config_.policy_file = std::move(*path);
    return {};
  }

  Result<void> lexicons(const YamlNode* node) {
    std::vector<std::string> written;
    if (auto ok = yaml_.texts(node, written); !ok || node == nullptr) return ok;
    for (const YamlNode& item : node->items) {
      auto path = confined(item);
      if (!path) return tl::unexpected(path.error());
      config_.lexicons.push_back(std::move(*path));
    }
    return {};
  }

  // A path below the configuration's directory: whoever writes the configuration of a repository must not make the
  // program read other files. No part of it may be a link.
  Result<std::string> confined(const YamlNode& node) const {
    std::string path;
    if (auto ok = yaml_.text(&node, path); !ok) return tl::unexpected(ok.error());
    std::string whole = directory_;
    std::size_t begin = 0;
    while (begin <= path.size()) {
      std::size_t end = std::min(path.find('/', begin), path.size());
      std::string part = path.substr(begin, end - begin);
      if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string::npos) {
        return yaml_.error(node, "this should be a path below the configuration's directory, without . and ..");
      }
      whole = join_path(whole, part);
      auto info = files_.info(whole, false);
      if (!info) return yaml_.error(node, fmt::format("the file cannot be read: {}", info.error().what));
      if (info->kind == FileKind::link) return yaml_.error(node, "a link; name the file itself");
      begin = end + 1;
    }
    return whole;
  }

  Result<void> organisation(const YamlNode* map) {
    if (map == nullptr) return {};
    auto ok = yaml_.keys(*map, {"names", "colleges", "handles", "domains", "hashtags"});
    if (!ok) return ok;
    Policy lists;
    if (ok = read_organisation(yaml_, *map, lists); !ok) return ok;
    auto take = [&](std::string_view key, auto& from, auto& to) {
      if (map->find(key) != nullptr) to = std::move(from);
    };
    take("names", lists.names, config_.organisation.names);
    take("colleges", lists.colleges, config_.organisation.colleges);
    take("handles", lists.handles, config_.organisation.handles);
    take("domains", lists.domains, config_.organisation.domains);
    take("hashtags", lists.hashtags, config_.organisation.hashtags);
    return {};
  }

  Result<void> rules(const YamlNode* map) {
    if (map == nullptr) return {};
    if (map->kind != YamlNode::Kind::map) return yaml_.error(*map, "rules is a map of rules or groups");
    for (const auto& [key, value] : map->entries) {
      RuleSettings::Override line;
      line.rule = key.text;
      line.where = fmt::format("{}:{}", config_.path, key.line);
      line.off = value.text == "off";
      if (!line.off) {
        auto severity = from_name<Severity>(value.text);
        if (!severity) return yaml_.error(value, "this should be one of off, note, warning, error");
        line.severity = severity;
      }
      config_.rules.overrides.push_back(std::move(line));
      config_.rule_places.push_back(yaml_.where(key));
    }
    return {};
  }

  const Files& files_;
  StrictYaml yaml_;
  std::string directory_;
  Config config_;
};

std::string_view group_of(std::string_view rule) { return rule.substr(0, rule.find('/')); }

// The rule or group that a wrong id was meant to be: one that is near, or the rule of another group with that name.
std::string meant_rule(std::string_view wrong, std::span<const std::string_view> ids) {
  for (std::string_view id : ids) {
    if (id.ends_with(wrong) && id.size() > wrong.size() && id[id.size() - wrong.size() - 1] == '/') {
      return fmt::format("did you mean \"{}\"?", id);
    }
  }
  std::vector<std::string_view> names(ids.begin(), ids.end());
  for (std::string_view id : ids) names.push_back(group_of(id));
  return did_you_mean(wrong, names);
}

}  // namespace

void Config::apply(Policy& policy) const {
  replace_if(organisation.names, policy.names);
  replace_if(organisation.colleges, policy.colleges);
  replace_if(organisation.handles, policy.handles);
  replace_if(organisation.domains, policy.domains);
  replace_if(organisation.hashtags, policy.hashtags);
  policy.disclaimers.insert(policy.disclaimers.end(), disclaimers.begin(), disclaimers.end());
}

Result<void> Config::check_rules(std::span<const std::string_view> ids) const {
  for (std::size_t i = 0; i < rules.overrides.size(); ++i) {
    const std::string& wanted = rules.overrides[i].rule;
    bool known = std::any_of(ids.begin(), ids.end(),
                             [&](std::string_view id) { return id == wanted || group_of(id) == wanted; });
    if (!known) return fail(fmt::format("there is no rule \"{}\"", wanted), rule_places[i], meant_rule(wanted, ids));
  }
  return {};
}

Result<Config> read_config(const Files& files, const std::string& path) {
  auto text = read_yaml_file(files, path);
  if (!text) return tl::unexpected(text.error());
  auto root = parse_yaml(*text, path);
  if (!root) return tl::unexpected(root.error());
  return ConfigReader(files, path).read(*root);
}

std::string find_config(const Files& files, const std::string& start_path) {
  auto start = files.info(start_path, true);
  std::string directory = start && start->kind == FileKind::directory ? start_path : parent_of(start_path);
  for (;;) {
    std::string candidate = join_path(directory, std::string(kConfigName));
    // A directory or a device of that name is no configuration; a link to one is.
    if (auto info = files.info(candidate, true); info && info->kind == FileKind::regular) return candidate;
    if (files.info(join_path(directory, ".git"), false) || directory.empty()) return {};
    std::string parent = parent_of(directory);
    if (parent == directory) return {};
    directory = std::move(parent);
  }
}

}  // namespace postvet
