#include "scan/policy_words.h"

#include <string>
#include <utility>
#include <vector>

namespace postvet {

ClassWords policy_words(const Policy& policy) {
  std::vector<std::string> own = policy.names;
  own.push_back(policy.organisation);
  std::vector<std::string> colleges;
  std::vector<std::string> towns;
  for (const College& college : policy.colleges) {
    colleges.insert(colleges.end(), college.names.begin(), college.names.end());
    colleges.push_back(college.name);
    if (!college.town.empty()) towns.push_back(college.town);
  }
  std::vector<std::string> handles;
  for (const auto* marked : {&policy.handles, &policy.hashtags}) {
    for (const std::string& word : *marked)
      handles.push_back(word.substr(word.starts_with('@') || word.starts_with('#') ? 1 : 0));
  }
  return {{kOrgOwn, std::move(own)},
          {kOrgCollege, std::move(colleges)},
          {kOrgTown, std::move(towns)},
          {kOrgHandle, std::move(handles)}};
}

}  // namespace postvet
