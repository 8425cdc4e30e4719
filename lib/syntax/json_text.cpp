#include "syntax/json_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace postvet {
namespace {

constexpr std::size_t kHexEscape = 6;  // bytes of \uXXXX

// The value of four hexadecimal digits, or false.
bool read_hex(std::string_view digits, char32_t& value) {
  if (digits.size() < 4) return false;
  value = 0;
  for (char c : digits.substr(0, 4)) {
    value <<= 4;
    if (c >= '0' && c <= '9') {
      value |= static_cast<char32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      value |= static_cast<char32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      value |= static_cast<char32_t>(c - 'A' + 10);
    } else {
      return false;
    }
  }
  return true;
}

bool is_high(char32_t value) { return value >= 0xD800 && value <= 0xDBFF; }
bool is_low(char32_t value) { return value >= 0xDC00 && value <= 0xDFFF; }

// The character of the escape at the front of `raw`, and its length in bytes; 0 when it is none.
std::size_t read_escape(std::string_view raw, char32_t& value) {
  if (raw.size() < 2) return 0;
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
  if (std::size_t letter = kLetters.find(raw[1]); letter != std::string_view::npos) {
    value = static_cast<unsigned char>(kValues[letter]);
    return 2;
  }
  if (raw[1] != 'u' || !read_hex(raw.substr(2), value)) return 0;
  char32_t low = 0;
  if (is_high(value) && raw.substr(kHexEscape).starts_with("\\u") && read_hex(raw.substr(kHexEscape + 2), low) &&
      is_low(low)) {
    value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    return 2 * kHexEscape;
  }
  if (value == 0) value = kReplacement;  // texts of posts hold no NUL
  return kHexEscape;
}

}  // namespace

bool unescape_json(std::string_view raw, std::string& out, OffsetMap* map, std::size_t source) {
  std::size_t at = 0;
  while (at < raw.size()) {
    std::size_t escape = std::min(raw.find('\\', at), raw.size());
    out.append(raw, at, escape - at);
    if (map) map->append_copy(escape - at, source + at);
    at = escape;
    if (at == raw.size()) break;
    char32_t value = 0;
    std::size_t length = read_escape(raw.substr(at), value);
    if (length == 0) return false;
    std::size_t before = out.size();
    append_utf8(out, value);
    if (map) map->append_piece(out.size() - before, {source + at, source + at + length});
    at += length;
  }
  return true;
}

}  // namespace postvet
