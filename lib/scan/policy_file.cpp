#include "scan/policy_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/blob.h"

namespace postvet {

template <class Blob>
void pack(Blob& blob, College& v) {
  blob(v.name, v.names, v.town);
}
template <class Blob>
void pack(Blob& blob, Clause& v) {
  blob(v.id, v.section, v.title, v.text);
}
template <class Blob>
void pack(Blob& blob, Applies& v) {
  // 0: the rule's own
  auto severity = static_cast<std::uint8_t>(v.severity ? 1 + static_cast<int>(*v.severity) : 0);
  blob(v.rule, v.clause, v.roles, v.kinds, severity, v.off, v.route);
  v.severity.reset();
  if (severity != 0) v.severity = static_cast<Severity>(severity - 1);
}
template <class Blob>
void pack(Blob& blob, Policy& v) {
  blob(v.id, v.name, v.approved, v.organisation, v.names, v.colleges, v.handles, v.domains, v.hashtags);
  blob(v.disclaimers, v.clauses, v.applies, v.wordings, v.routes);
}

namespace {

Result<void> read_colleges(const StrictYaml& yaml, const YamlNode* list, std::vector<College>& colleges) {
  if (list == nullptr) return {};
  if (list->kind != YamlNode::Kind::list) return yaml.error(*list, "this should be a list of colleges");
  colleges.clear();
  for (const YamlNode& item : list->items) {
    if (auto ok = yaml.keys(item, {"name", "names", "town"}); !ok) return ok;
    if (auto name = yaml.require(item, "name"); !name) return tl::unexpected(name.error());
    College college;
    if (auto ok = yaml.text(item.find("name"), college.name); !ok) return ok;
    if (auto ok = yaml.texts(item.find("names"), college.names); !ok) return ok;
    if (auto ok = yaml.text(item.find("town"), college.town); !ok) return ok;
    if (college.names.empty()) college.names.push_back(college.name);
    colleges.push_back(std::move(college));
  }
  return {};
}

// A handle without its @, a hashtag without its # would match ordinary words.
Result<void> read_marked(const StrictYaml& yaml, const YamlNode* list, char mark, std::vector<std::string>& to) {
  if (auto ok = yaml.texts(list, to); !ok || list == nullptr) return ok;
  for (const YamlNode& item : list->items) {
    if (item.text.size() < 2 || item.text.front() != mark) {
      return yaml.error(item, fmt::format("this should begin with {}", mark), "write it in quotes");
    }
  }
  return {};
}

// Reads one policy; the parts of it are filled in the order in which they refer to each other.
class PolicyReader {
 public:
  PolicyReader(const std::string& file, std::span<const std::string_view> rules) : yaml_(file), rules_(rules) {}

  Result<Policy> read(const YamlNode& root) {
    auto ok = yaml_.keys(root, {"policy", "name", "approved", "organisation", "disclaimers", "clauses", "applies",
                                "wordings", "routes"});
    for (std::string_view key : {"policy", "name", "organisation", "clauses", "applies"}) {
      if (!ok) break;
      if (auto node = yaml_.require(root, key); !node) ok = tl::unexpected(node.error());
    }
    if (ok) ok = yaml_.text(root.find("policy"), policy_.id);
    if (ok) ok = yaml_.text(root.find("name"), policy_.name);
    if (ok) ok = yaml_.text(root.find("approved"), policy_.approved);
    if (ok) ok = organisation(*root.find("organisation"));
    if (ok) ok = yaml_.texts(root.find("disclaimers"), policy_.disclaimers);
    if (ok) ok = clauses(*root.find("clauses"));
    if (ok) ok = yaml_.pairs(root.find("wordings"), policy_.wordings);
    if (ok) ok = yaml_.pairs(root.find("routes"), policy_.routes);
    if (ok) ok = applies(*root.find("applies"));
    if (!ok) return tl::unexpected(ok.error());
    return std::move(policy_);
  }

 private:
  Result<void> organisation(const YamlNode& map) {
    auto ok = yaml_.keys(map, {"name", "names", "colleges", "handles", "domains", "hashtags"});
    if (!ok) return ok;
    if (auto name = yaml_.require(map, "name"); !name) return tl::unexpected(name.error());
    if (ok = yaml_.text(map.find("name"), policy_.organisation); !ok) return ok;
    if (ok = read_organisation(yaml_, map, policy_); !ok) return ok;
    if (policy_.names.empty()) policy_.names.push_back(policy_.organisation);
    return {};
  }

  Result<void> clauses(const YamlNode& map) {
    if (map.kind != YamlNode::Kind::map) return yaml_.error(map, "clauses is a map of ids");
    for (const auto& [key, node] : map.entries) {
      if (auto ok = yaml_.keys(node, {"section", "title", "text"}); !ok) return ok;
      Clause clause;
      clause.id = key.text;
      for (auto [name, member] :
           {std::pair{"section", &Clause::section}, {"title", &Clause::title}, {"text", &Clause::text}}) {
        auto value = yaml_.require(node, name);
        if (!value) return tl::unexpected(value.error());
        if (auto ok = yaml_.text(*value, clause.*member); !ok) return ok;
      }
      policy_.clauses.push_back(std::move(clause));
    }
    return {};
  }

  Result<void> applies(const YamlNode& list) {
    if (list.kind != YamlNode::Kind::list) return yaml_.error(list, "applies is a list");
    for (const YamlNode& item : list.items) {
      if (auto ok = applies_line(item); !ok) return ok;
    }
    return {};
  }

  Result<void> applies_line(const YamlNode& item) {
    auto ok = yaml_.keys(item, {"rule", "clause", "when", "severity", "route"});
    if (!ok) return ok;
    for (std::string_view key : {"rule", "clause"}) {
      if (auto node = yaml_.require(item, key); !node) return tl::unexpected(node.error());
    }
    Applies line;
    if (ok = rule(*item.find("rule"), line); !ok) return ok;
    if (ok = yaml_.text(item.find("clause"), line.clause); !ok) return ok;
    if (policy_.clause(line.clause) == nullptr) return unknown_clause(*item.find("clause"));
    if (const YamlNode* when = item.find("when")) {
      if (ok = yaml_.keys(*when, {"role", "kind"}); !ok) return ok;
      if (ok = yaml_.names(when->find("role"), line.roles); !ok) return ok;
      if (ok = yaml_.names(when->find("kind"), line.kinds); !ok) return ok;
    }
    if (const YamlNode* severity = item.find("severity")) {
      line.off = severity->text == "off";
      Severity value{};
      if (!line.off) {
        if (ok = yaml_.name(severity, value); !ok) return ok;
        line.severity = value;
      }
    }
    if (const YamlNode* route = item.find("route")) {
      if (ok = yaml_.text(route, line.route); !ok) return ok;
      if (policy_.route(line.route).empty()) return unknown_route(*route);
    }
    policy_.applies.push_back(std::move(line));
    return {};
  }

  Result<void> rule(const YamlNode& node, Applies& line) const {
    if (auto ok = yaml_.text(&node, line.rule); !ok) return ok;
    if (line.rule.find('/') == std::string::npos) {
      return yaml_.error(node, "a rule is group/name, or group/* for all of a group");
    }
    bool known = rules_.empty() ||
                 std::any_of(rules_.begin(), rules_.end(), [&](std::string_view id) { return line.names(id); });
    if (!known)
      return yaml_.error(node, fmt::format("there is no rule \"{}\"", line.rule), did_you_mean(line.rule, rules_));
    return {};
  }

  tl::unexpected<Error> unknown_clause(const YamlNode& node) const {
    std::vector<std::string_view> ids;
    for (const Clause& clause : policy_.clauses) ids.push_back(clause.id);
    return yaml_.error(node, fmt::format("there is no clause \"{}\"", node.text), did_you_mean(node.text, ids));
  }

  tl::unexpected<Error> unknown_route(const YamlNode& node) const {
    std::vector<std::string_view> keys;
    for (const auto& [key, text] : policy_.routes) keys.push_back(key);
    return yaml_.error(node, fmt::format("there is no route \"{}\"", node.text), did_you_mean(node.text, keys));
  }

  StrictYaml yaml_;
  std::span<const std::string_view> rules_;
  Policy policy_;
};

}  // namespace

Result<void> read_organisation(const StrictYaml& yaml, const YamlNode& map, Policy& policy) {
  if (auto ok = yaml.texts(map.find("names"), policy.names); !ok) return ok;
  if (auto ok = read_colleges(yaml, map.find("colleges"), policy.colleges); !ok) return ok;
  if (auto ok = read_marked(yaml, map.find("handles"), '@', policy.handles); !ok) return ok;
  if (auto ok = yaml.texts(map.find("domains"), policy.domains); !ok) return ok;
  return read_marked(yaml, map.find("hashtags"), '#', policy.hashtags);
}

Result<Policy> read_policy(std::string_view text, const std::string& name, std::span<const std::string_view> rules) {
  auto root = parse_yaml(text, name);
  if (!root) return tl::unexpected(root.error());
  return PolicyReader(name, rules).read(*root);
}

std::string policy_to_bytes(const Policy& policy) {
  BlobWriter blob;
  blob(policy);
  return blob.take();
}

Policy policy_from_bytes(std::string_view bytes) {
  BlobReader blob(bytes);
  Policy policy;
  blob(policy);
  return policy;
}

}  // namespace postvet
