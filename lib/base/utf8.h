// Code points in UTF-8 text that is known to be valid, and the writing of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace postvet {

inline constexpr char32_t kReplacement = 0xFFFD;
inline constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

struct CodePoint {
  char32_t value;
  std::size_t length;  // bytes, 1 to 4
};

// The code point that begins at `at`. `text` must be valid UTF-8 and `at` the first byte of a character in it.
inline CodePoint decode_utf8(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

// Appends `value`; a surrogate or a value past U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t value);

// The length in bytes of the valid character at the front of `bytes`, or 0 when it is not one. `*skip` is then the
// length of the maximal ill-formed subpart (1 to 3), which stands for one U+FFFD (Unicode 15, section 3.9).
std::size_t valid_utf8_length(std::string_view bytes, std::size_t* skip);

// True when `byte` continues a character.
inline bool is_utf8_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// UTF-16 code units of valid UTF-8 text.
std::size_t utf16_length(std::string_view text);

}  // namespace postvet
