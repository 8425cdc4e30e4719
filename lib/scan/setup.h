// From a configuration to rules that are ready to run.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "scan/config.h"
#include "scan/engine.h"

namespace postvet {

// The built-in lexicons with those of the configuration and `lexicons` (paths) added, the built-in policy or the
// configuration's, and the configuration's settings. Errors: files that cannot be read, what is wrong in them,
// settings and lines of the configuration's policy for rules that do not exist.
Result<std::unique_ptr<Engine>> make_engine(const Files& files, const Config& config,
                                            const std::vector<std::string>& lexicons);

// Sorted; views into the engine.
std::vector<std::string_view> rule_ids(const Engine& engine);

}  // namespace postvet
