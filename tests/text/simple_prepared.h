// A Prepared made by hand: ASCII lower-cased, a few odd characters made plain, words cut. Enough to test patterns
// alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "text/borders.h"
#include "text/prepared.h"

namespace postvet {

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Folds what tests need: capitals, NBSP and thin spaces, dashes, curly quotes, full-width digits and signs.
inline void simple_fold(std::string_view text, Prepared& into) {
  for (std::size_t i = 0; i < text.size();) {
    CodePoint c = decode_utf8(text, i);
    std::string_view plain;
    char one = 0;
    if (c.value >= 'A' && c.value <= 'Z') one = static_cast<char>(c.value + 32);
    if (c.value == 0xA0 || c.value == 0x2009 || c.value == 0x202F) one = ' ';
    if (c.value >= 0x2010 && c.value <= 0x2015) one = '-';
    if (c.value == 0x2018 || c.value == 0x2019) one = '\'';
    if (c.value >= 0xFF01 && c.value <= 0xFF5E) {
      one = static_cast<char>(c.value - 0xFF01 + '!');
      if (one >= 'A' && one <= 'Z') one = static_cast<char>(one + 32);
    }
    if (one != 0) plain = {&one, 1};
    if (plain.empty() || c.length == 1) {
      into.folded += plain.empty() ? text.substr(i, c.length) : plain;
      into.to_text.append_copy(c.length, i);
    } else {
      into.folded += plain;
      into.to_text.append_piece(plain.size(), {i, i + c.length});
    }
    i += c.length;
  }
}

inline std::uint16_t simple_gap(std::string_view between, std::string_view after) {
  unsigned gap = 0;
  for (std::size_t i = 0; i < between.size(); ++i) {
    char c = between[i];
    std::string_view rest = between.substr(i + 1);
    bool space_follows = rest.empty() ? after.empty() : (rest[0] == ' ' || rest[0] == '\n');
    if (c == ' ' || c == '\n' || c == '\t') gap |= kSpace;
    if (c == '\n') gap |= kNewline;
    if (c == '\n' && !rest.empty() && rest[0] == '\n') gap |= kBlankLine;
    if (c == ',') gap |= kComma;
    if (c == ';' || c == ':' || c == '(' || c == ')' || c == '[' || c == ']') gap |= kClauseMark;
    if ((c == '.' || c == '!' || c == '?') && space_follows) gap |= kSentenceMark;
    if (c == '.' && between == ".") gap |= kTightDot;
    if (c == '-' && between == "-") gap |= kHyphen;
    if (c == '/' || c == '\\') gap |= kSlash;
    if (c == '@' && rest.empty()) gap |= kAt;
    if (c == '#' && rest.empty()) gap |= kHash;
  }
  return static_cast<std::uint16_t>(gap);
}

// The stretches between white space that look like a URL, a host name or an e-mail address.
inline void simple_addresses(Prepared& into) {
  std::string_view text = into.folded;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = std::min(text.find_first_of(" \n\t", i), text.size());
    std::string_view word = text.substr(i, end - i);
    if (word.starts_with("www.") || word.find("://") != std::string_view::npos) into.addresses.push_back({i, end});
    i = end + 1;
  }
}

// `text` must outlive the result.
inline Prepared simple_prepared(std::string_view text) {
  Prepared into;
  into.text = text;
  simple_fold(text, into);
  std::string_view folded = into.folded;
  std::size_t last = 0;
  for (std::size_t i = 0; i < folded.size();) {
    if (!is_word_at(folded, i)) {
      i += decode_utf8(folded, i).length;
      continue;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(i);
    unsigned shape = 0;
    while (i < folded.size() && (is_word_at(folded, i) || (folded[i] == '\'' && is_word_at(folded, i + 1)))) {
      shape |= is_ascii_digit(folded[i]) ? kHasDigit : kHasLetter;
      i += decode_utf8(folded, i).length;
    }
    token.end = static_cast<std::uint32_t>(i);
    Span source = into.to_text.to_source({token.begin, token.end});
    std::string_view written = text.substr(source.begin, source.size());
    std::size_t capitals = 0;
    for (char c : written) capitals += (c >= 'A' && c <= 'Z') ? 1U : 0U;
    if (written[0] >= 'A' && written[0] <= 'Z') shape |= kUpperFirst;
    if (capitals > 1 && capitals == written.size()) shape |= kAllUpper;
    token.shape = static_cast<std::uint16_t>(shape);
    token.gap = simple_gap(folded.substr(last, token.begin - last), folded.substr(token.begin));
    last = token.end;
    if ((token.shape & kHasDigit) != 0 || (token.gap & kAt) != 0) {
      into.triggers.push_back(static_cast<std::uint32_t>(into.tokens.size()));
    }
    into.tokens.push_back(token);
  }
  simple_addresses(into);
  return into;
}

}  // namespace postvet
