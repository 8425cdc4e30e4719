// Character references of HTML: &amp; &#39; &#x2019; and the 2,231 names.
#pragma once

#include <cstddef>
#include <string_view>

namespace postvet {

// What the reference at some `&` stands for. Thread-safe data.
struct CharacterReference {
  std::size_t length = 0;  // bytes from the & on; 0 when the & is only an &
  char32_t first = 0;
  char32_t second = 0;  // of the few names that stand for two characters; else 0
};

// Reads the reference at `text[at]`, which is an `&` (WHATWG HTML, 13.2.5.72 to 80): the longest name wins, a numeric
// one is mended (windows-1252 for 0x80 to 0x9F, U+FFFD for 0, surrogates and what is no character). In an attribute a
// name without its semicolon before `=` or a letter or digit is none. Reads no further than the reference.
CharacterReference read_character_reference(std::string_view text, std::size_t at, bool in_attribute);

// A row of the table of names, which is sorted by the bytes of the name.
struct NamedReference {
  const char* name;  // without the &, with its semicolon if it has one
  char32_t first;
  char32_t second;
};

extern const NamedReference kNamedReferences[];
extern const std::size_t kNamedReferenceCount;

}  // namespace postvet
