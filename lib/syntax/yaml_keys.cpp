#include "syntax/yaml_keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace postvet {
namespace {

constexpr std::size_t kLongestName = 64;  // longer words are nobody's slip of the finger

// Letters to change, add, take away or swap with their neighbour to make one of the other, row by row.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({row[j - 1] + 1, above[j] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> known) {
  std::string_view best;
  if (word.size() > kLongestName) return best;
  std::size_t least = std::min<std::size_t>(4, (word.size() + 1) / 2);
  for (std::string_view name : known) {
    if (std::size_t distance = edit_distance(word, name); distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  std::string_view near = nearest_name(word, known);
  return near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near);
}

std::string StrictYaml::where(const YamlNode& node) const {
  return fmt::format("{}:{}:{}", file_, node.line, node.column);
}

tl::unexpected<Error> StrictYaml::error(const YamlNode& node, std::string what, std::string hint) const {
  return fail(std::move(what), where(node), std::move(hint));
}

Result<void> StrictYaml::keys(const YamlNode& map, std::initializer_list<std::string_view> known) const {
  if (map.kind != YamlNode::Kind::map) return error(map, "this should be a map of keys and values");
  for (const auto& [key, value] : map.entries) {
    if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    return error(key, fmt::format("unknown key \"{}\"", key.text),
                 did_you_mean(key.text, std::span(known.begin(), known.size())));
  }
  return {};
}

Result<const YamlNode*> StrictYaml::require(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return error(map, fmt::format("the key \"{}\" is missing", key));
  return node;
}

Result<void> StrictYaml::text(const YamlNode* node, std::string& to) const {
  if (node == nullptr) return {};
  if (node->kind != YamlNode::Kind::scalar || node->text.empty()) return error(*node, "this should be a text");
  to = node->text;
  return {};
}

Result<void> StrictYaml::texts(const YamlNode* node, std::vector<std::string>& to) const {
  if (node == nullptr) return {};
  if (node->kind != YamlNode::Kind::list) return error(*node, "this should be a list");
  to.clear();
  for (const YamlNode& item : node->items) {
    std::string text;
    if (auto ok = this->text(&item, text); !ok) return ok;
    to.push_back(std::move(text));
  }
  return {};
}

Result<void> StrictYaml::pairs(const YamlNode* node, std::vector<std::pair<std::string, std::string>>& to) const {
  if (node == nullptr) return {};
  if (node->kind != YamlNode::Kind::map) return error(*node, "this should be a map of keys and texts");
  to.clear();
  for (const auto& [key, value] : node->entries) {
    std::string text;
    if (auto ok = this->text(&value, text); !ok) return ok;
    to.emplace_back(key.text, std::move(text));
  }
  return {};
}

tl::unexpected<Error> StrictYaml::not_a_name(const YamlNode& node, std::span<const std::string_view> known) const {
  return error(node, fmt::format("this should be one of {}", fmt::join(known, ", ")), did_you_mean(node.text, known));
}

}  // namespace postvet
