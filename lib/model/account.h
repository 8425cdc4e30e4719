// Whose posts an input holds, and what they add up to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/names.h"

namespace postvet {

// Where in the inputs something stands, kept after the post is gone.
struct KeptPlace {
  std::string post;  // id
  std::string field;
  std::string entry;
  std::uint64_t begin = 0;  // bytes of the file or entry
  std::uint64_t end = 0;
  std::uint64_t line = 1;
  std::uint64_t column = 1;  // UTF-16
};

// A fact of one post, added up.
struct KeptFact {
  std::string rule;
  std::string key;
  std::uint64_t count = 0;  // posts that added it
  KeptPlace first;
};

// The subject of an export, or a profile record. Owned by scan; read by Checker::finish.
struct Account {
  Platform platform = Platform::generic;
  std::string name;
  std::string handle;
  std::string bio;
  Role role = Role::unknown;
  std::vector<KeptFact> facts;  // in order of first appearance
  KeptPlace profile;            // of its profile post; empty id and line when there is none

  const KeptFact* fact(std::string_view rule, std::string_view key) const {
    for (const KeptFact& fact : facts) {
      if (fact.rule == rule && fact.key == key) return &fact;
    }
    return nullptr;
  }
};

struct Conversation {
  std::string id;
  std::vector<std::string> participants;
  std::vector<KeptFact> facts;
};

inline constexpr std::size_t kMaxAccounts = 8192;

}  // namespace postvet
