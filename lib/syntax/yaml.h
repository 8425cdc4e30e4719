// YAML 1.2 as configuration and lexicons use it: a tree of values, each with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace postvet {

// A value of a YAML document. Scalars are text: what a number or a truth value is, the caller decides.
struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  std::string text;                                    // of a scalar
  std::size_t line = 1;                                // from 1
  std::size_t column = 1;                              // from 1, in UTF-16 code units
  std::size_t at = 0;                                  // byte offset: of a scalar its quote, mark or first character
  std::vector<YamlNode> items;                         // of a list
  std::vector<std::pair<YamlNode, YamlNode>> entries;  // of a map, in the order of the file; keys are unique scalars

  // Defined where the type is complete: clang needs that for a vector of pairs of it.
  YamlNode();
  YamlNode(const YamlNode&);
  YamlNode(YamlNode&&) noexcept;
  YamlNode& operator=(const YamlNode&);
  YamlNode& operator=(YamlNode&&) noexcept;
  ~YamlNode();

  // The value of `key` in a map; null when there is none or this is no map. Linear.
  const YamlNode* find(std::string_view key) const;
};

inline constexpr std::size_t kMaxYamlBytes = std::size_t{4} << 20;
inline constexpr std::size_t kMaxYamlDepth = 32;

// Parses one document of valid UTF-8; an empty one is null. `name` stands in front of `:line:column` in errors.
// Errors: larger than kMaxYamlBytes, nested deeper than kMaxYamlDepth, control characters, not YAML, a second document,
// anchors and aliases, a key that is no scalar, a key twice in a map. An error's text may tell of the document's
// syntax and never quotes a value.
Result<YamlNode> parse_yaml(std::string_view text, const std::string& name);

}  // namespace postvet
