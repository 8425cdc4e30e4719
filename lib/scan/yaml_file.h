// YAML files of the operator: configuration, lexicons, policies.
#pragma once

#include <string>

#include "base/files.h"
#include "base/result.h"

namespace postvet {

// The decoded text of a file of at most kMaxYamlBytes.
Result<std::string> read_yaml_file(const Files& files, const std::string& path);

}  // namespace postvet
