// postvet lexicon check and test: for those who edit lexicons and policies.
#include <string>
#include <utility>
#include <vector>

#include "commands.h"
#include "lexicon/load.h"
#include "lexicon/self_test.h"
#include "process.h"
#include "scan/builtin.h"
#include "scan/policy_file.h"
#include "scan/policy_words.h"
#include "scan/setup.h"
#include "scan/yaml_file.h"

namespace postvet {
namespace {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;  // path, text

Result<NamedTexts> read_files(const std::vector<std::string>& paths) {
  NamedTexts files;
  for (const std::string& path : paths) {
    auto text = read_yaml_file(disk_files(), path);
    if (!text) return tl::unexpected(text.error());
    files.emplace_back(path, std::move(*text));
  }
  return files;
}

bool is_policy(const std::string& text) {
  auto root = parse_yaml(text, "");
  return root && root->find("policy") != nullptr && root->find("clauses") != nullptr;
}

Result<void> build(LexiconBuilder& builder, const NamedTexts& lexicons) {
  for (const auto& [path, text] : lexicons) {
    if (auto ok = builder.add_file(text, path); !ok) return ok;
  }
  if (auto lexicon = builder.build(); !lexicon) return tl::unexpected(lexicon.error());
  return {};
}

// By themselves if they can stand alone, as the shipped files do; else on top of the built-in ones.
Result<std::vector<std::string>> check_together(const NamedTexts& lexicons) {
  if (lexicons.empty()) return std::vector<std::string>{};
  LexiconBuilder alone;
  if (build(alone, lexicons)) return alone.warnings();
  LexiconBuilder added(builtin_lexicon());
  if (auto ok = build(added, lexicons); !ok) return tl::unexpected(ok.error());
  return added.warnings();
}

}  // namespace

int check_lexicons(const std::vector<std::string>& paths) {
  auto files = read_files(paths);
  if (!files) {
    complain(files.error());
    return 2;
  }
  auto engine = make_engine(disk_files(), Config{}, {});
  if (!engine) {
    complain(engine.error());
    return 2;
  }
  int status = 0;
  NamedTexts lexicons;
  for (auto& file : *files) {
    if (!is_policy(file.second)) {
      lexicons.push_back(std::move(file));
    } else if (auto policy = read_policy(file.second, file.first, rule_ids(**engine)); !policy) {
      complain(policy.error());
      status = 1;
    }
  }
  auto warnings = check_together(lexicons);
  if (!warnings) {
    complain(warnings.error());
    return 1;
  }
  for (const std::string& warning : *warnings) say(warning);
  return status;
}

int test_lexicons(const std::vector<std::string>& paths) {
  auto files = read_files(paths);
  if (!files) {
    complain(files.error());
    return 2;
  }
  auto report = test_lexicon(*files, policy_words(builtin_policy()));
  if (!report) {
    complain(report.error());
    return 2;
  }
  for (const std::string& failure : report->failures) say(failure);
  say(std::to_string(report->sentences) + " sentences, " + std::to_string(report->failures.size()) + " failures");
  return report->failures.empty() ? 0 : 1;
}

}  // namespace postvet
