// From the file that holds an organisation's policy to a Policy, and to bytes for the build to embed.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/policy.h"
#include "syntax/yaml.h"
#include "syntax/yaml_keys.h"

namespace postvet {

// Reads a policy (lexicons/policies/nclt.yaml is the model). `name` stands in front of `:line:column` in errors.
// Errors: unknown keys, what is missing, a line of `applies` that names no known clause or route or, when `rules` is
// not empty, no known rule.
Result<Policy> read_policy(std::string_view text, const std::string& name,
                           std::span<const std::string_view> rules = {});

// The keys of `organisation` that a policy and a configuration share: names, colleges, handles, domains, hashtags.
// A key that is not there leaves what was. The caller has checked the keys.
Result<void> read_organisation(const StrictYaml& yaml, const YamlNode& map, Policy& policy);

std::string policy_to_bytes(const Policy& policy);

// Of bytes that policy_to_bytes() of this build wrote; nothing else may be passed.
Policy policy_from_bytes(std::string_view bytes);

}  // namespace postvet
