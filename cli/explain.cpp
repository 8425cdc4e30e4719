// postvet explain RULE: what a rule finds, why, and what to do.
#include <string>
#include <string_view>

#include "clauses.h"
#include "commands.h"
#include "process.h"
#include "report/escape.h"
#include "scan/setup.h"
#include "syntax/yaml_keys.h"

namespace postvet {
namespace {

class Explanation {
 public:
  void line(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    out_ += label;
    if (!label.empty()) out_ += ' ';
    append_shown(out_, text, Breaks::space);
    out_ += '\n';
  }
  void gap() { out_ += '\n'; }
  std::string take() {
    disarm_lines(out_);
    return std::move(out_);
  }

 private:
  std::string out_;
};

void explain_clauses(const Policy& policy, std::string_view rule, Explanation& to) {
  auto uses = clauses_of(policy, rule);
  if (uses.empty()) to.line("", "No clause of the " + policy.name + " stands for this rule, so it is off.");
  if (!uses.empty()) {
    to.gap();
    to.line("", "In the " + policy.name + ":");
  }
  for (const ClauseUse& use : uses) {
    to.line(" ", "“" + use.clause->text + "” (" + use.clause->title + ")");
    for (const std::string& condition : use.conditions) to.line("   ", condition);
    to.line("    contact:", use.route);
  }
}

std::string_view setting_of(const RuleSettings& settings, const Rule& rule, std::string& where) {
  std::string_view setting;
  for (const RuleSettings::Override& line : settings.overrides) {
    if (line.rule != rule.id && line.rule != rule.group()) continue;
    setting = line.off ? "off" : to_name(*line.severity);
    where = line.where;
  }
  return setting;
}

}  // namespace

int explain_rule(const Engine& engine, const std::string& id) {
  const Rule* rule = engine.rule(id);
  if (rule == nullptr) {
    std::string hint = did_you_mean(id, rule_ids(engine));
    complain("there is no rule \"" + id + "\"; " + (hint.empty() ? "postvet rules lists them" : hint));
    return 2;
  }
  Explanation to;
  to.line(std::string(rule->id) + ":", rule->summary);
  to.line("severity:", to_name(rule->severity));
  to.line("confidence:", to_name(rule->confidence));
  std::string where;
  if (std::string_view setting = setting_of(engine.settings(), *rule, where); !setting.empty()) {
    to.line("your configuration:", std::string(setting) + " (" + where + ")");
  }
  if (!rule->explanation.empty()) {
    to.gap();
    to.line("Why:", rule->explanation);
  }
  explain_clauses(engine.policy(), rule->id, to);
  to.gap();
  to.line("Found:   ", rule->bad);
  to.line("Fine:    ", rule->good);
  to.line("Message: ", rule->message);
  to.line("What to do:", rule->help);
  if (rule->group() == "disclaimer") {
    for (const auto& [purpose, wording] : engine.policy().wordings) to.line("  To paste (" + purpose + "):", wording);
  }
  return print_and_exit(to.take(), 0);
}

}  // namespace postvet
