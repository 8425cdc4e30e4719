#include "text/borders.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace postvet {
namespace {

bool is_word(char32_t value) {
  if (value < 0x80) {
    return (value >= '0' && value <= '9') || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  }
  constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(value)) & kWord) != 0;
}

}  // namespace

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word(decode_utf8(text, at).value);
}

bool is_word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && is_utf8_continuation(text[begin])) --begin;
  return is_word(decode_utf8(text, begin).value);
}

bool has_borders(std::string_view text, Span span) {
  return !is_word_before(text, span.begin) && !is_word_at(text, span.end);
}

}  // namespace postvet
