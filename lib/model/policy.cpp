#include "model/policy.h"

#include <algorithm>

namespace postvet {
namespace {

template <class T>
bool allows(const std::vector<T>& any_of, T value) {
  return any_of.empty() || std::find(any_of.begin(), any_of.end(), value) != any_of.end();
}

std::string_view find_text(const std::vector<std::pair<std::string, std::string>>& texts, std::string_view key) {
  for (const auto& [name, text] : texts) {
    if (name == key) return text;
  }
  return {};
}

}  // namespace

bool Applies::names(std::string_view id) const {
  std::string_view named = rule;
  return named.ends_with("/*") ? id.starts_with(named.substr(0, named.size() - 1)) : id == named;
}

const Clause* Policy::clause(std::string_view wanted) const {
  for (const Clause& clause : clauses) {
    if (clause.id == wanted) return &clause;
  }
  return nullptr;
}

std::string_view Policy::wording(std::string_view purpose) const { return find_text(wordings, purpose); }
std::string_view Policy::route(std::string_view key) const { return find_text(routes, key); }

const Applies* Policy::applies_to(std::string_view rule, Role role, PostKind kind) const {
  for (const Applies& line : applies) {
    if (line.names(rule) && allows(line.roles, role) && allows(line.kinds, kind)) return line.off ? nullptr : &line;
  }
  return nullptr;
}

}  // namespace postvet
