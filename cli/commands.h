// The commands. Each returns the exit status: 0, 1 or 2.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "options.h"
#include "scan/config.h"
#include "scan/engine.h"

namespace postvet {

int run_command(const Options& options);

int list_rules(const Engine& engine);
int print_rules_page(const Engine& engine);  // Markdown
int explain_rule(const Engine& engine, const std::string& rule);
int check_lexicons(const std::vector<std::string>& paths);
int test_lexicons(const std::vector<std::string>& paths);

// Prints text to the standard output and returns `status`, or 2 when it cannot be written.
int print_and_exit(const std::string& text, int status);

}  // namespace postvet
