#include "syntax/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "syntax/yaml.h"
#include "syntax/yaml_scalar.h"

namespace postvet {
namespace {

constexpr std::string_view kFirstLine = "---\n";

// The YAML between the two lines; `after` is set behind the second one. An empty span at 0 when there is no second.
Span find_block(std::string_view document, std::size_t& after) {
  std::size_t begin = kFirstLine.size();
  std::size_t at = begin;
  while (at < document.size() && at - begin <= kMaxFrontMatterBytes) {
    std::size_t end = std::min(document.size(), document.find('\n', at));
    std::string_view line = document.substr(at, end - at);
    while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
    if (line == "---" || line == "...") {
      after = std::min(document.size(), end + 1);
      return {begin, at};
    }
    at = end + 1;
  }
  return {};
}

// Of a key at most this many bytes: a path of keys is written out for each value.
std::string_view short_key(std::string_view key) {
  constexpr std::size_t kMost = 64;
  if (key.size() <= kMost) return key;
  std::size_t end = kMost;
  while (is_utf8_continuation(key[end])) --end;
  return key.substr(0, end);
}

struct Leaf {
  const YamlNode* node;
  std::string key;
};

// The scalars of the tree in the order of the document. The stack is bounded by the size of the front matter.
std::vector<Leaf> leaves_of(const YamlNode& root) {
  std::vector<Leaf> leaves;
  std::vector<Leaf> todo{{&root, {}}};
  while (!todo.empty()) {
    Leaf leaf = std::move(todo.back());
    todo.pop_back();
    const YamlNode& node = *leaf.node;
    for (std::size_t i = node.items.size(); i > 0; --i) {
      todo.push_back({&node.items[i - 1], fmt::format("{}[{}]", leaf.key, i - 1)});
    }
    for (auto entry = node.entries.rbegin(); entry != node.entries.rend(); ++entry) {
      std::string_view name = short_key(entry->first.text);
      todo.push_back({&entry->second, leaf.key.empty() ? std::string(name) : fmt::format("{}.{}", leaf.key, name)});
      todo.push_back({&entry->first, {}});  // a border for the value before it, no value
    }
    if (node.kind == YamlNode::Kind::scalar) leaves.push_back(std::move(leaf));
  }
  return leaves;
}

}  // namespace

const FrontMatterValue* FrontMatter::find(std::string_view key) const {
  for (const FrontMatterValue& value : values) {
    if (value.key == key) return &value;
  }
  return nullptr;
}

FrontMatter read_front_matter(std::string_view document) {
  FrontMatter matter;
  if (!document.starts_with(kFirstLine)) return matter;
  std::size_t after = 0;
  Span block = find_block(document, after);
  if (after == 0) {  // a rule across the top of a text, unless the text is so long that it may be more
    if (document.size() > kMaxFrontMatterBytes) {
      matter.note = fmt::format("front matter read as text: it does not end within {} KiB", kMaxFrontMatterBytes >> 10);
    }
    return matter;
  }
  std::string_view yaml = document.substr(block.begin, block.size());
  auto root = parse_yaml(yaml, "front matter");
  if (!root) {
    matter.note = "front matter read as text: " + root.error().what.substr(0, root.error().what.find(':'));
    return matter;
  }
  if (root->kind == YamlNode::Kind::scalar || root->kind == YamlNode::Kind::list) return matter;

  matter.end = after;
  std::vector<Leaf> leaves = leaves_of(*root);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].key.empty()) continue;
    const YamlNode& node = *leaves[i].node;
    std::size_t limit = i + 1 < leaves.size() ? leaves[i + 1].node->at : yaml.size();
    ScalarPlace place = place_scalar(yaml, node.at, limit, node.text);
    OffsetMap map = OffsetMap::compose(place.to_source, OffsetMap::copy(yaml.size(), block.begin));
    matter.values.push_back({std::move(leaves[i].key), node.text, place.source.shifted(block.begin), std::move(map)});
  }
  return matter;
}

}  // namespace postvet
