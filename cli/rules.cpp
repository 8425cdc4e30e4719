// postvet rules: the rules, one a line, or all there is to know about them as a page.
#include <algorithm>
#include <string>
#include <string_view>

#include "clauses.h"
#include "commands.h"
#include "report/escape.h"

namespace postvet {
namespace {

// Text in a page of Markdown: what it would take for markup is escaped.
std::string plain(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view("\\`*_<>[]|#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class Page {
 public:
  void line(std::string_view text = {}) {
    append_shown(out_, text, Breaks::space);
    out_ += '\n';
  }
  void paragraph(std::string_view text) {
    if (text.empty()) return;
    line(text);
    line();
  }
  void item(std::string_view label, std::string_view text) {
    if (!text.empty()) line("- " + std::string(label) + ": " + plain(text));
  }
  std::string take() {
    while (out_.ends_with("\n\n")) out_.pop_back();
    disarm_lines(out_);
    return std::move(out_);
  }

 private:
  std::string out_;
};

void add_table(const Engine& engine, Page& page) {
  page.line("| rule | severity | what it finds |");
  page.line("|---|---|---|");
  for (const Rule* rule : engine.rules()) {
    std::string anchor(rule->id);
    std::erase(anchor, '/');
    page.line("| [" + std::string(rule->id) + "](#" + anchor + ") | " + std::string(to_name(rule->severity)) + " | " +
              plain(rule->summary) + " |");
  }
  page.line();
}

void add_clauses(const Policy& policy, std::string_view rule, Page& page) {
  auto uses = clauses_of(policy, rule);
  if (uses.empty()) page.paragraph("No clause of the " + plain(policy.name) + " stands for this rule, so it is off.");
  for (const ClauseUse& use : uses) {
    page.line("> “" + plain(use.clause->text) + "” (" + plain(use.clause->title) + ")");
    for (const std::string& condition : use.conditions) {
      if (!condition.empty()) page.line("> - " + plain(condition));
    }
    if (!use.route.empty()) page.line("> - contact: " + plain(use.route));
    page.line();
  }
}

void add_rule(const Engine& engine, const Rule& rule, Page& page) {
  page.paragraph("### " + std::string(rule.id));
  page.paragraph(plain(rule.summary));
  page.paragraph(plain(rule.explanation));
  page.item("severity", to_name(rule.severity));
  page.item("found", rule.bad);
  page.item("fine", rule.good);
  page.item("message", rule.message);
  page.item("what to do", rule.help);
  page.line();
  add_clauses(engine.policy(), rule.id, page);
}

}  // namespace

int list_rules(const Engine& engine) {
  std::size_t widest = 0;
  for (const Rule* rule : engine.rules()) widest = std::max(widest, rule->id.size());
  std::string out;
  for (const Rule* rule : engine.rules()) {
    std::string line(rule->id);
    line.append(widest + 2 - rule->id.size(), ' ').append(to_name(rule->severity));
    line.append(9 - to_name(rule->severity).size(), ' ').append(rule->summary);
    append_shown(out, line, Breaks::space);
    out += '\n';
  }
  disarm_lines(out);
  return print_and_exit(out, 0);
}

int print_rules_page(const Engine& engine) {
  Page page;
  page.paragraph("# Rules");
  page.paragraph("Made by `postvet rules --format markdown` from the rules, the lexicons and the " +
                 plain(engine.policy().name) + "; `./dev golden` writes it anew.");
  page.paragraph(
      "Under each rule stand the clauses of the policy that it is about, in their exact words. Of the lines under the "
      "clauses the first that fits the author and the kind of post holds; a clause without one holds for all the rest. "
      "Where nobody to contact is named it is a student's Progress Tutor, or a member of staff's line manager.");
  add_table(engine, page);
  std::string_view group;
  for (const Rule* rule : engine.rules()) {
    if (rule->group() != group) page.paragraph("## " + std::string(group = rule->group()));
    add_rule(engine, *rule, page);
  }
  return print_and_exit(page.take(), 0);
}

}  // namespace postvet
