#include "syntax/html_entities.h"

#include <algorithm>

#include "base/utf8.h"

namespace postvet {
namespace {

// What pages of the 1990s meant by &#128; to &#159; (WHATWG HTML, 13.2.5.80); 0 stays as it is.
constexpr char32_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                       0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17D,  0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// -1 when `c` is no digit of that base.
int digit_value(char c, bool hex) {
  if (is_digit(c)) return c - '0';
  if (!hex) return -1;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

CharacterReference read_numeric(std::string_view text, std::size_t at) {
  std::size_t i = at + 2;  // behind &#
  bool hex = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (hex) ++i;
  std::size_t digits = i;
  char32_t value = 0;
  for (; i < text.size(); ++i) {
    int digit = digit_value(text[i], hex);
    if (digit < 0) break;
    value = std::min<char32_t>(0x110000, value * (hex ? 16 : 10) + static_cast<char32_t>(digit));
  }
  if (i == digits) return {};
  if (i < text.size() && text[i] == ';') ++i;
  bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value == 0 || surrogate || value > 0x10FFFF) value = kReplacement;
  if (value >= 0x80 && value < 0xA0 && kWindows1252[value - 0x80] != 0) value = kWindows1252[value - 0x80];
  return {i - at, value, 0};
}

CharacterReference read_named(std::string_view text, std::size_t at, bool in_attribute) {
  // Narrows the range of rows that begin as the text does, a character a step.
  std::size_t low = 0;
  std::size_t high = kNamedReferenceCount;
  std::size_t best = kNamedReferenceCount;
  std::size_t best_length = 0;
  for (std::size_t length = 0; at + 1 + length < text.size(); ++length) {
    char c = text[at + 1 + length];
    if (!is_alnum(c) && c != ';') break;
    auto less = [length](const NamedReference& row, char wanted) { return row.name[length] < wanted; };
    auto more = [length](char wanted, const NamedReference& row) { return wanted < row.name[length]; };
    low = static_cast<std::size_t>(std::lower_bound(kNamedReferences + low, kNamedReferences + high, c, less) -
                                   kNamedReferences);
    high = static_cast<std::size_t>(std::upper_bound(kNamedReferences + low, kNamedReferences + high, c, more) -
                                    kNamedReferences);
    if (low == high) break;
    if (kNamedReferences[low].name[length + 1] == '\0') {  // the shortest of the range comes first
      best = low;
      best_length = length + 1;
    }
  }
  if (best == kNamedReferenceCount) return {};
  std::size_t end = at + 1 + best_length;
  if (in_attribute && text[end - 1] != ';' && end < text.size() && (text[end] == '=' || is_alnum(text[end]))) return {};
  return {end - at, kNamedReferences[best].first, kNamedReferences[best].second};
}

}  // namespace

CharacterReference read_character_reference(std::string_view text, std::size_t at, bool in_attribute) {
  if (at + 1 >= text.size()) return {};
  return text[at + 1] == '#' ? read_numeric(text, at) : read_named(text, at, in_attribute);
}

}  // namespace postvet
