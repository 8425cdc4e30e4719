// Strict reading of YAML maps: a key that nobody reads and a value that nobody understands are errors with their place.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/names.h"
#include "syntax/yaml.h"

namespace postvet {

// The name that `word` was probably meant to be: at most three letters off, and fewer than half of them; else empty.
std::string_view nearest_name(std::string_view word, std::span<const std::string_view> known);

// "did you mean "…"?", or nothing when no name is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

// Reads the values of one document. The functions that fill something in leave it alone when `node` is null or there is
// no such key. Immutable.
class StrictYaml {
 public:
  // `file` stands in front of `:line:column` in errors.
  explicit StrictYaml(std::string file) : file_(std::move(file)) {}

  std::string where(const YamlNode& node) const;
  tl::unexpected<Error> error(const YamlNode& node, std::string what, std::string hint = {}) const;

  // An error when `map` is no map or has a key that is not `known`.
  Result<void> keys(const YamlNode& map, std::initializer_list<std::string_view> known) const;

  // The value of `key`; an error at the map's place when it has none.
  Result<const YamlNode*> require(const YamlNode& map, std::string_view key) const;

  // A scalar; an empty one is an error.
  Result<void> text(const YamlNode* node, std::string& to) const;

  // A list of scalars, none empty. Replaces what was there.
  Result<void> texts(const YamlNode* node, std::vector<std::string>& to) const;

  // A map of scalars, in the order of the file.
  Result<void> pairs(const YamlNode* node, std::vector<std::pair<std::string, std::string>>& to) const;

  // One of the names of an enumeration.
  template <class Enum>
  Result<void> name(const YamlNode* node, Enum& to) const {
    if (node == nullptr) return {};
    auto value = from_name<Enum>(node->text);
    if (!value) return not_a_name(*node, Names<Enum>::kAll);
    to = *value;
    return {};
  }

  // One of the names of an enumeration, or a list of them.
  template <class Enum>
  Result<void> names(const YamlNode* node, std::vector<Enum>& to) const {
    if (node == nullptr) return {};
    for (const YamlNode& item : node->kind == YamlNode::Kind::list ? std::span(node->items) : std::span(node, 1)) {
      Enum value{};
      if (auto ok = name(&item, value); !ok) return ok;
      to.push_back(value);
    }
    return {};
  }

 private:
  tl::unexpected<Error> not_a_name(const YamlNode& node, std::span<const std::string_view> known) const;

  std::string file_;
};

}  // namespace postvet
