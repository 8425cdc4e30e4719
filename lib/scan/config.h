// postvet.yaml: what an organisation or a repository settles once for all runs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "model/names.h"
#include "model/policy.h"
#include "scan/engine.h"

namespace postvet {

// The severity from which findings make the exit status 1.
enum class FailOn : std::uint8_t { note, warning, error, never };
template <>
struct Names<FailOn> {
  static constexpr std::array<std::string_view, 4> kAll{"note", "warning", "error", "never"};
};

inline constexpr std::string_view kConfigName = "postvet.yaml";

// All keys are optional; a key that is not there leaves what holds without a configuration.
//
//   policy: our-policy.yaml        in place of the built-in policy; path below the configuration's directory
//   organisation:                  each list replaces the policy's
//     names: [...]
//     colleges: [{name: ..., names: [...], town: ...}]
//     handles: ["@..."]
//     domains: [...]
//     hashtags: ["#..."]
//   disclaimers: [wording, ...]    accepted besides those that are known
//   lexicons: [more.yaml, ...]     added to the built-in ones; paths below the configuration's directory
//   role: staff                    of authors whose role the input does not say
//   rules:                         a rule or a group, and off, note, warning or error
//     offensive: off
//     personal-data/phone: error
//   fail-on: warning               note, warning, error, never
//   min-severity: note
//   min-confidence: medium
struct Config {
  std::string path;                   // empty: there is no configuration
  std::string policy_file;            // path of a policy file; empty: the built-in one
  std::vector<std::string> lexicons;  // paths
  std::optional<Role> role;
  std::optional<FailOn> fail_on;
  std::optional<Severity> min_severity;
  std::optional<Confidence> min_confidence;
  RuleSettings rules;

  // Puts the organisation and the disclaimers into a policy.
  void apply(Policy& policy) const;

  // An error when `rules` of the configuration names a rule or group that is not among `ids`.
  Result<void> check_rules(std::span<const std::string_view> ids) const;

  // What apply() takes from. A list that is not there is nothing.
  struct Organisation {
    std::optional<std::vector<std::string>> names, handles, domains, hashtags;
    std::optional<std::vector<College>> colleges;
  };
  Organisation organisation;
  std::vector<std::string> disclaimers;
  std::vector<std::string> rule_places;  // file:line:column, one for each of rules.overrides
};

// Reads a configuration. Errors: unknown keys, wrong values, a path that leads out of the configuration's directory.
Result<Config> read_config(const Files& files, const std::string& path);

// The closest postvet.yaml upward from a file or directory; the root of a repository (a directory with a .git) and of
// the file system is the last place to look. Empty when there is none. An absolute path is looked at up to the root.
std::string find_config(const Files& files, const std::string& start_path);

}  // namespace postvet
