#include "clauses.h"

namespace postvet {
namespace {

template <class Enum>
void append_names(std::string_view label, const std::vector<Enum>& values, std::string& out) {
  std::string_view before = out.empty() ? "" : "; ";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == 0) out.append(before).append(label);
    out.append(i == 0 ? "" : ", ").append(to_name(values[i]));
  }
}

std::string condition(const Applies& line) {
  std::string all;
  append_names("author: ", line.roles, all);
  append_names("in: ", line.kinds, all);
  if (line.severity) all.append(all.empty() ? "" : "; ").append("severity: ").append(to_name(*line.severity));
  return all;
}

}  // namespace

std::vector<ClauseUse> clauses_of(const Policy& policy, std::string_view rule) {
  std::vector<ClauseUse> uses;
  for (const Applies& line : policy.applies) {
    if (!line.names(rule) || line.off) continue;
    const Clause* clause = policy.clause(line.clause);
    if (clause == nullptr) continue;
    std::string_view route = line.route.empty() ? std::string_view() : policy.route(line.route);
    if (uses.empty() || uses.back().clause != clause || uses.back().route != route) uses.push_back({clause, {}, route});
    uses.back().conditions.push_back(condition(line));
  }
  return uses;
}

}  // namespace postvet
