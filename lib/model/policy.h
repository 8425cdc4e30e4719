// What belongs to one organisation: its names, its clauses, and which rules hold for whom.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/names.h"

namespace postvet {

struct Clause {
  std::string id;       // "conduct-staff.profile"
  std::string section;  // anchor of the section in the policy
  std::string title;
  std::string text;  // the exact words
};

// One line of `applies`. The first line that fits a finding decides.
struct Applies {
  std::string rule;         // an id, or "group/*"
  std::string clause;       // id of a Clause
  std::vector<Role> roles;  // empty: any
  std::vector<PostKind> kinds;
  std::optional<Severity> severity;
  bool off = false;
  std::string route;  // key of Policy::routes; empty: by role

  // True when `id` is the rule, or of the group, that the line names.
  bool names(std::string_view id) const;
};

struct College {
  std::string name;
  std::vector<std::string> names;
  std::string town;
};

struct Policy {
  std::string id;
  std::string name;      // "NCLT Social Media Policy"
  std::string approved;  // date, ISO 8601
  std::string organisation;
  std::vector<std::string> names;  // every name and abbreviation of the organisation itself
  std::vector<College> colleges;
  std::vector<std::string> handles;      // official accounts, with @
  std::vector<std::string> domains;      // of mail and web
  std::vector<std::string> hashtags;     // with #
  std::vector<std::string> disclaimers;  // wordings accepted besides those the lexicon knows
  std::vector<Clause> clauses;
  std::vector<Applies> applies;
  std::vector<std::pair<std::string, std::string>> wordings;  // sentences to paste, by purpose
  std::vector<std::pair<std::string, std::string>> routes;    // whom to tell, by key

  const Clause* clause(std::string_view id) const;
  std::string_view wording(std::string_view purpose) const;
  std::string_view route(std::string_view key) const;

  // The line that decides for a rule, an author and a kind of post; null: the rule is off.
  const Applies* applies_to(std::string_view rule, Role role, PostKind kind) const;
};

}  // namespace postvet
