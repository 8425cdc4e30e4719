// What a code point is to the tokeniser, and how single characters fold.
#pragma once

#include <cstdint>
#include <string_view>

namespace postvet {

enum class CharKind : std::uint8_t {
  letter,     // letters, marks and digits of any script: part of a word
  digit,      // decimal digits of any script
  ignorable,  // invisible: dropped, and it ends no word
  space,
  quote,       // single or double quotation marks of any shape
  apostrophe,  // a single quotation mark that may stand inside a word
  dash,
  bullet,
  ellipsis,
  other,
};

// Of a code point outside ASCII. ICU's properties, and the marks that people type on phones.
CharKind kind_of(char32_t code_point);

// True for combining marks, of which more than 30 in a row are cut (UAX #15, Stream-Safe Text Format).
bool is_combining(char32_t code_point);

// The ASCII letter that a Cyrillic, Greek or similar letter is drawn like (Unicode UTS #39 confusables), or 0.
char latin_look_alike(char32_t code_point);

}  // namespace postvet
