// Small steps over folded text that the scanners share.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"
#include "text/borders.h"

namespace postvet {

inline bool is_ascii_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

inline bool is_ascii_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= 'a' && text[at] <= 'z';
}

// Behind the ASCII digits that begin at `at`, at most `most` of them.
inline std::size_t skip_digits(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t end = at;
  while (end - at < most && is_ascii_digit_at(text, end)) ++end;
  return end;
}

// Behind the ASCII letters and digits that begin at `at`: where the next word could begin.
inline std::size_t skip_word(std::string_view text, std::size_t at, std::size_t most) {
  while (at < most && (is_ascii_digit_at(text, at) || is_ascii_letter_at(text, at))) ++at;
  return at;
}

// True when a digit begins at `at` and no word character stands before it.
inline bool is_number_start(std::string_view text, std::size_t at) {
  return is_ascii_digit_at(text, at) && !is_word_before(text, at);
}

// True when a mark of `marks` ties the text before `at` to another number: "1.2" at the 2.
inline bool is_tied_before(std::string_view text, std::size_t at, std::string_view marks) {
  return at >= 2 && marks.find(text[at - 1]) != std::string_view::npos && is_ascii_digit_at(text, at - 2);
}

inline bool is_tied_after(std::string_view text, std::size_t at, std::string_view marks) {
  return at < text.size() && marks.find(text[at]) != std::string_view::npos && is_ascii_digit_at(text, at + 1);
}

}  // namespace postvet
