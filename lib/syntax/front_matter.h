// The block of YAML that many drafts begin with: title, author, date.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/span.h"

namespace postvet {

struct FrontMatterValue {
  std::string key;  // "title"; "tags[0]" in a list, "author.name" in a map
  std::string value;
  Span source;    // the whole scalar in the document
  OffsetMap map;  // bytes of value → bytes of the document
};

struct FrontMatter {
  std::vector<FrontMatterValue> values;  // in the order of the document; values of nothing are left out
  std::size_t end = 0;                   // where the body begins; 0 when there is no front matter
  std::string note;                      // why what looks like front matter is read as body; else empty

  // The value of exactly that key; null when there is none.
  const FrontMatterValue* find(std::string_view key) const;
};

inline constexpr std::size_t kMaxFrontMatterBytes = std::size_t{64} << 10;

// Reads the lines between `---` at the very start of `document` and the next line `---` or `...`. Front matter that is
// too long or is YAML that parse_yaml() refuses (aliases, a key twice) is body, and the note says so; so is, without a
// note, what never was any: a rule across the top, a list or a sentence between two rules.
FrontMatter read_front_matter(std::string_view document);

}  // namespace postvet
