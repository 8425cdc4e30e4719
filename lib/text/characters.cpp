#include "text/characters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

namespace postvet {

bool is_combining(char32_t code_point) {
  return code_point >= 0x300 && u_getCombiningClass(static_cast<UChar32>(code_point)) != 0;
}

CharKind kind_of(char32_t code_point) {
  auto c = static_cast<UChar32>(code_point);
  switch (code_point) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
      return CharKind::apostrophe;
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A:
    case 0xFF02:
      return CharKind::quote;
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0x00B7:
      return CharKind::bullet;
    case 0x2026:
      return CharKind::ellipsis;
    case 0x2212:
      return CharKind::dash;
    default:
      break;
  }
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharKind::ignorable;
  if (u_isdigit(c)) return CharKind::digit;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_LETTER_NUMBER:
      return CharKind::letter;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharKind::space;
    case U_DASH_PUNCTUATION:
      return CharKind::dash;
    case U_FORMAT_CHAR:
      return CharKind::ignorable;
    default:
      break;
  }
  // Circled, squared and boxed letters, which people use to write words that a list of words does not see.
  bool enclosed = (code_point >= 0x24B6 && code_point <= 0x24E9) || (code_point >= 0x1F130 && code_point <= 0x1F189);
  return enclosed ? CharKind::letter : CharKind::other;
}

char latin_look_alike(char32_t code_point) {
  // The letters whose glyphs match a Latin one in ordinary fonts, lower and upper case apart (facts of UTS #39's
  // table).
  static constexpr std::array<std::pair<char16_t, char>, 62> kLookAlikes{{
      {0x0391, 'a'}, {0x0392, 'b'}, {0x0395, 'e'}, {0x0396, 'z'}, {0x0397, 'h'}, {0x0399, 'i'}, {0x039A, 'k'},
      {0x039C, 'm'}, {0x039D, 'n'}, {0x039F, 'o'}, {0x03A1, 'p'}, {0x03A4, 't'}, {0x03A5, 'y'}, {0x03A7, 'x'},
      {0x03B1, 'a'}, {0x03B3, 'y'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'},
      {0x03C3, 'o'}, {0x03C5, 'u'}, {0x03F2, 'c'}, {0x0405, 's'}, {0x0406, 'i'}, {0x0408, 'j'}, {0x0410, 'a'},
      {0x0412, 'b'}, {0x0415, 'e'}, {0x041A, 'k'}, {0x041C, 'm'}, {0x041D, 'h'}, {0x041E, 'o'}, {0x0420, 'p'},
      {0x0421, 'c'}, {0x0422, 't'}, {0x0423, 'y'}, {0x0425, 'x'}, {0x0430, 'a'}, {0x0433, 'r'}, {0x0435, 'e'},
      {0x043A, 'k'}, {0x043E, 'o'}, {0x043F, 'n'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'},
      {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x0475, 'v'}, {0x04BB, 'h'}, {0x0501, 'd'}, {0x051B, 'q'},
      {0x051D, 'w'}, {0x0561, 'w'}, {0x0570, 'h'}, {0x0578, 'n'}, {0x057D, 'u'}, {0x0585, 'o'},
  }};
  auto found = std::lower_bound(kLookAlikes.begin(), kLookAlikes.end(), code_point,
                                [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
  return found != kLookAlikes.end() && found->first == code_point ? found->second : '\0';
}

}  // namespace postvet
