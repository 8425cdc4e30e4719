#include "text/prepared.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include "base/utf8.h"
#include "text/characters.h"

namespace postvet {
namespace {

constexpr std::size_t kMaxCombining = 30;  // non-starters in a row (UAX #15)
constexpr std::size_t kSlack = 64;         // bytes that may be written or read past the end of folded
constexpr std::size_t kMaxWord = 256;      // bytes; a longer run of letters is cut into words of this length

constexpr std::array<char, 256> make_lower() {
  std::array<char, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c + 32);
  return table;
}
// The folded byte of an ASCII letter or digit; 0 for all else.
constexpr auto kLower = make_lower();

constexpr std::array<std::uint8_t, 256> make_flags() {
  std::array<std::uint8_t, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = kHasDigit;
  for (int c = 'a'; c <= 'z'; ++c)
    table[static_cast<std::size_t>(c)] = kHasLetter | kUpperFirst;  // here: a lower-case letter
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = kHasLetter;
  return table;
}
constexpr auto kCharFlags = make_flags();

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_ascii_word(char c) { return kLower[static_cast<unsigned char>(c)] != 0; }

std::uint64_t mix(std::uint64_t hash) {
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

// `bytes` are followed by at least 8 readable ones.
std::uint64_t hash_padded(const char* bytes, std::size_t length) {
  std::uint64_t hash = length;
  std::uint64_t word = 0;
  while (length > 8) {
    std::memcpy(&word, bytes, 8);
    hash = mix(hash ^ word);
    bytes += 8;
    length -= 8;
  }
  std::memcpy(&word, bytes, 8);
  if (length < 8) word &= (std::uint64_t{1} << (length * 8)) - 1;
  return mix(hash ^ word);
}

// True when a byte stands three times in a row. `bytes` are followed by at least 8 readable ones.
bool is_stretched(const char* bytes, std::size_t length) {
  for (std::size_t at = 0; at + 3 <= length; at += 6) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + at, 8);
    std::uint64_t pairs = word ^ (word >> 8);
    std::uint64_t triples = (pairs | (pairs >> 8)) & 0x0000FFFFFFFFFFFFULL;
    std::size_t valid = std::min<std::size_t>(6, length - at - 2);  // triples that lie inside the word
    triples |= ~std::uint64_t{0} << (valid * 8);
    if (((triples - 0x0101010101010101ULL) & ~triples & 0x8080808080808080ULL) != 0) return true;
  }
  return false;
}

const icu::Normalizer2& casefold() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCCasefoldInstance(status);  // built into ICU's data; cannot fail once linked
  }();
  return instance;
}

// A word with characters outside ASCII: runs of marks cut, NFKC_Casefold, and look-alikes made Latin in a word that
// mixes them with Latin letters or is made of nothing else.
std::string fold_slowly(std::string_view word, std::size_t* cut) {
  std::string safe;
  std::size_t run = 0;
  for (std::size_t at = 0; at < word.size();) {
    CodePoint next = decode_utf8(word, at);
    run = is_combining(next.value) ? run + 1 : 0;
    if (run > kMaxCombining) {
      ++*cut;
    } else {
      safe.append(word, at, next.length);
    }
    at += next.length;
  }
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  casefold().normalizeUTF8(0, icu::StringPiece(safe.data(), static_cast<std::int32_t>(safe.size())), sink, nullptr,
                           status);
  if (U_FAILURE(status)) folded = safe;

  std::string latin;
  bool others = false;  // letters that look like no Latin one
  bool looks = false;
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint next = decode_utf8(folded, at);
    char alike = next.value < 0x80 ? '\0' : latin_look_alike(next.value);
    if (std::int32_t digit = next.value < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(next.value)); digit >= 0) {
      folded.replace(at, next.length, 1, static_cast<char>('0' + digit));
      next = {static_cast<char32_t>('0' + digit), 1};
    }
    if (alike != '\0') {
      latin.push_back(alike);
      looks = true;
    } else {
      others = others || (next.value >= 0x370 && next.value < 0x590);  // Greek, Cyrillic, Armenian
      latin.append(folded, at, next.length);
    }
    at += next.length;
  }
  return looks && !others ? latin : folded;
}

struct SlowWord {
  std::string folded;
  bool upper_first;
  bool has_digit;
  bool has_letter;
};

// The last labels of host names that people write without http.
bool is_top_level(std::string_view label) {
  static constexpr std::string_view kLabels[] = {
      "app",  "be", "biz", "blog", "co",  "com",    "dev", "edu",  "eu", "gg", "gov",   "ie",   "info", "io",
      "link", "ly", "net", "news", "org", "school", "sch", "site", "tv", "uk", "wales", "scot", "wiki", "xyz"};
  return std::find(std::begin(kLabels), std::end(kLabels), label) != std::end(kLabels);
}

}  // namespace

std::uint64_t hash_word(std::string_view folded) {
  std::array<char, kMaxWord + 16> padded{};
  std::size_t length = std::min(folded.size(), kMaxWord);
  std::copy_n(folded.data(), length, padded.begin());
  return hash_padded(padded.data(), length);
}

// One pass over a text. Kept apart from Preparer so that its state is in one place and gone afterwards.
struct Preparer::Memo {
  std::unordered_map<std::string, SlowWord> words;

  const SlowWord& fold(std::string_view word, std::size_t* cut) {
    constexpr std::size_t kMaxWords = 4096;
    if (words.size() >= kMaxWords) words.clear();
    std::string key(word);
    auto found = words.find(key);
    if (found != words.end()) return found->second;
    SlowWord slow;
    slow.folded = fold_slowly(word, cut);
    CodePoint first = decode_utf8(word, 0);
    std::string lower_first;
    append_utf8(lower_first, first.value);
    slow.upper_first = first.value < 0x80 ? is_upper(static_cast<char>(first.value))
                                          : !std::string_view(slow.folded).starts_with(lower_first);
    slow.has_digit = std::any_of(slow.folded.begin(), slow.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    slow.has_letter = std::any_of(slow.folded.begin(), slow.folded.end(), [](char c) { return c < '0' || c > '9'; });
    return words.emplace(std::move(key), std::move(slow)).first->second;
  }
};

namespace {

class Pass {
 public:
  Pass(std::string_view text, Prepared& into) : text_(text), into_(into) {
    into_.text = text;
    into_.to_text.clear();
    into_.tokens.clear();
    into_.triggers.clear();
    into_.addresses.clear();
    into_.combining_cut = 0;
    into_.folded.resize(text.size() + kSlack);
    out_ = into_.folded.data();
  }

  template <class Fold>
  void run(Fold& fold) {
    while (at_ < text_.size()) {
      if (kLower[static_cast<unsigned char>(text_[at_])] != 0) {
        word(fold);
      } else {
        separator(fold);
      }
    }
    flush_copy();
    std::size_t length = static_cast<std::size_t>(out_ - into_.folded.data());
    into_.folded.resize(length);
  }

 private:
  std::size_t out_offset() const { return static_cast<std::size_t>(out_ - into_.folded.data()); }

  // The text since copied_ went into folded byte by byte.
  void flush_copy() {
    into_.to_text.append_copy(at_ - copied_, copied_);
    copied_ = at_;
  }

  // `replacement` stands for the next `length` bytes of the text.
  void replace(std::string_view replacement, std::size_t length) {
    flush_copy();
    std::size_t written = out_offset();
    std::size_t need = written + replacement.size() + (text_.size() - at_) + kSlack;
    if (need > into_.folded.size()) {
      into_.folded.resize(std::max(need, into_.folded.size() * 2));
      out_ = into_.folded.data() + written;
    }
    std::memcpy(out_, replacement.data(), replacement.size());
    out_ += replacement.size();
    if (replacement.size() == length) {
      into_.to_text.append_copy(length, at_);
    } else {
      into_.to_text.append_piece(replacement.size(), {at_, at_ + length});
    }
    at_ += length;
    copied_ = at_;
  }

  void push_token(std::size_t begin, std::uint16_t shape) {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(out_offset());
    const char* bytes = into_.folded.data() + begin;
    std::size_t length = token.end - token.begin;
    std::memset(out_, 0, 8);  // what hash_padded and is_stretched read past the end must not depend on an earlier text
    token.hash = hash_padded(bytes, length);
    if (length >= 3 && is_stretched(bytes, length)) shape |= kStretched;
    token.shape = shape;
    token.gap = gap_;
    if ((shape & kHasDigit) != 0 || (gap_ & kAt) != 0)
      into_.triggers.push_back(static_cast<std::uint32_t>(into_.tokens.size()));
    into_.tokens.push_back(token);
    gap_ = 0;
  }

  // The text goes on with a letter behind an apostrophe at `at` of `length` bytes.
  bool letter_follows(std::size_t at) const {
    if (at >= text_.size()) return false;
    char c = text_[at];
    if (is_ascii(c)) return is_ascii_word(c) && (c < '0' || c > '9');
    return kind_of(decode_utf8(text_, at).value) == CharKind::letter;
  }

  template <class Fold>
  void word(Fold& fold) {
    std::size_t start = at_;
    std::size_t begin = out_offset();
    std::uint8_t flags = 0;
    std::uint16_t shape = 0;
    const char* bytes = text_.data();
    std::size_t end = std::min(text_.size(), start + kMaxWord);
    bool cut = false;
    for (;;) {
      while (at_ < end) {
        auto c = static_cast<unsigned char>(bytes[at_]);
        char lower = kLower[c];
        if (lower == 0) break;
        flags |= kCharFlags[c];
        *out_++ = lower;
        ++at_;
      }
      if (at_ >= end) {
        cut = at_ < text_.size();
        break;
      }
      if (bytes[at_] == '\'' && (flags & kHasLetter) != 0 && letter_follows(at_ + 1)) {
        shape |= kApostrophe;
        *out_++ = '\'';
        ++at_;
        continue;
      }
      break;
    }
    if (!cut && at_ < text_.size() && !is_ascii(bytes[at_])) {
      CharKind kind = kind_of(decode_utf8(text_, at_).value);
      bool goes_on = kind == CharKind::letter || kind == CharKind::digit || kind == CharKind::ignorable ||
                     (kind == CharKind::apostrophe && (flags & kHasLetter) != 0 &&
                      letter_follows(at_ + decode_utf8(text_, at_).length));
      if (goes_on) {
        at_ = start;
        out_ = into_.folded.data() + begin;
        slow_word(fold);
        return;
      }
    }
    shape |= static_cast<std::uint16_t>(flags & (kHasDigit | kHasLetter));
    if (is_upper(bytes[start])) {
      shape |= kUpperFirst;
      if ((flags & kUpperFirst) == 0 && at_ - start >= 2) shape |= kAllUpper;  // no lower-case letter was seen
    }
    push_token(begin, shape);
  }

  // A word that holds characters outside ASCII, from its start.
  template <class Fold>
  void slow_word(Fold& fold) {
    std::size_t start = at_;
    std::size_t end = start;
    std::size_t marks = 0;  // combining marks in the current run; a cut run does not count against the word's length
    std::size_t counted = 0;
    bool apostrophe = false;
    bool letters = false;
    while (end < text_.size() && counted < kMaxWord) {
      CodePoint next = decode_utf8(text_, end);
      if (next.value < 0x80) {
        char c = static_cast<char>(next.value);
        if (c == '\'' && letters && letter_follows(end + 1)) {
          apostrophe = true;
        } else if (!is_ascii_word(c)) {
          break;
        } else {
          letters = letters || c < '0' || c > '9';
        }
        marks = 0;
      } else {
        CharKind kind = kind_of(next.value);
        if (kind == CharKind::apostrophe && letters && letter_follows(end + next.length)) {
          apostrophe = true;
        } else if (kind != CharKind::letter && kind != CharKind::digit && kind != CharKind::ignorable) {
          break;
        }
        letters = letters || kind == CharKind::letter;
        marks = is_combining(next.value) ? marks + 1 : 0;
      }
      if (marks <= kMaxCombining) counted += next.length;
      end += next.length;
    }
    std::string plain(text_.substr(start, end - start));
    if (apostrophe) {
      for (std::string_view mark : {"\xE2\x80\x99", "\xE2\x80\x98", "\xCA\xBC", "\xEF\xBC\x87"}) {
        for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at + 1))
          plain.replace(at, mark.size(), "'");
      }
    }
    const SlowWord& slow = fold.fold(plain, &into_.combining_cut);
    std::size_t begin = out_offset();
    replace(slow.folded, end - start);
    if (out_offset() == begin) return;  // nothing but ignorables
    std::uint16_t shape = kFoldedSlowly;
    if (slow.upper_first) shape |= kUpperFirst;
    if (slow.has_digit) shape |= kHasDigit;
    if (slow.has_letter) shape |= kHasLetter;
    if (apostrophe) shape |= kApostrophe;
    push_token(begin, shape);
  }

  // What stands at `at`: a space for the start and the end of the text.
  char around(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
  // A letter or digit, or any character outside ASCII.
  static bool touches(char c) { return is_ascii_word(c) || !is_ascii(c); }
  static bool is_closing(char c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_'; }

  void copy_byte() { *out_++ = text_[at_++]; }

  void symbol_token() {
    std::size_t begin = out_offset();
    copy_byte();
    push_token(begin, 0);
  }

  bool at_line_start() const {
    std::size_t at = at_;
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
    return at == 0 || text_[at - 1] == '\n';
  }

  bool sentence_ends_here() const {
    std::size_t at = at_ + 1;
    for (int i = 0; i < 4 && is_closing(around(at)); ++i) ++at;
    char c = around(at);
    return is_space(c) || !is_ascii(c) || c == '<';
  }

  template <class Fold>
  void separator(Fold& fold) {
    char c = text_[at_];
    if (c == ' ') {
      gap_ |= kSpace;
      copy_byte();
      return;
    }
    if (!is_ascii(c)) {
      wide_separator(fold);
      return;
    }
    bool tight = touches(before()) && touches(around(at_ + 1));
    switch (c) {
      case '\n': {
        std::size_t next = at_ + 1;
        while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t')) ++next;
        char first = around(next);
        bool list = (first == '-' || first == '*' || first == '+' || first == '>') && around(next + 1) == ' ';
        gap_ |= kSpace | kNewline;
        if (first == '\n' || list || next >= text_.size()) gap_ |= kBlankLine;
        break;
      }
      case '\t':
      case '\r':
      case '\f':
      case '\v':
        gap_ |= kSpace;
        break;
      case ',':
        gap_ |= kComma;
        break;
      case '.':
        if (around(at_ + 1) == '.' || before() == '.') {
          gap_ |= kClauseMark;
        } else if (tight) {
          gap_ |= kTightDot;
        } else if (sentence_ends_here()) {
          gap_ |= kSentenceMark;
        } else {
          gap_ |= kOther;
        }
        break;
      case '!':
      case '?':
        if (tight) {
          gap_ |= kInWordSymbol;
        } else {
          gap_ |= kSentenceMark;
        }
        break;
      case ';':
      case '(':
      case ')':
      case '[':
      case ']':
      case '{':
      case '}':
      case '|':
        gap_ |= tight && c == '|' ? kInWordSymbol : kClauseMark;
        break;
      case ':':
        gap_ |= tight ? kOther : kClauseMark;
        break;
      case '-':
        gap_ |= tight || touches(before()) || touches(around(at_ + 1))
                    ? (is_space(before()) || is_space(around(at_ + 1)) ? kSpace : kHyphen)
                    : kClauseMark;
        break;
      case '"':
        gap_ |= kQuoteMark;
        break;
      case '\'':
        gap_ |= kQuoteMark;
        break;
      case '@':
        if (touches(around(at_ + 1)) || around(at_ + 1) == '_') {
          gap_ |= kAt;
          if (tight) gap_ |= kInWordSymbol;
        } else if (is_space(before()) && is_space(around(at_ + 1))) {
          symbol_token();
          return;
        } else {
          gap_ |= kOther;
        }
        break;
      case '#':
        gap_ |= touches(around(at_ + 1)) ? kHash : kOther;
        break;
      case '/':
      case '\\':
        gap_ |= kSlash;
        break;
      case '&':
      case '=':
        symbol_token();
        return;
      case '*':
      case '_':
      case '~':
      case '`':
        if (tight || (before() == c && touches(around(at_ + 1))) || (touches(before()) && around(at_ + 1) == c)) {
          gap_ |= kInWordSymbol;
        }
        break;  // otherwise emphasis, which means nothing
      case '$':
      case '+':
      case '^':
        gap_ |= tight ? kInWordSymbol : kOther;
        break;
      case '%':
      case '<':
      case '>':
      default:
        gap_ |= kOther;
        break;
    }
    copy_byte();
  }

  template <class Fold>
  void wide_separator(Fold& fold) {
    CodePoint next = decode_utf8(text_, at_);
    switch (kind_of(next.value)) {
      case CharKind::letter:
      case CharKind::digit:
        slow_word(fold);
        return;
      case CharKind::ignorable:
        replace("", next.length);
        return;
      case CharKind::space:
        gap_ |= kSpace;
        replace(" ", next.length);
        return;
      case CharKind::quote:
        gap_ |= kQuoteMark;
        replace("\"", next.length);
        return;
      case CharKind::apostrophe:
        gap_ |= kQuoteMark;
        replace("'", next.length);
        return;
      case CharKind::dash: {
        bool tight = touches(before()) && touches(around(at_ + next.length)) && next.value != 0x2014;
        gap_ |= tight ? kHyphen : kClauseMark;
        replace("-", next.length);
        return;
      }
      case CharKind::bullet:
        gap_ |= at_line_start() ? kBlankLine : kClauseMark;
        replace(" ", next.length);
        return;
      case CharKind::ellipsis:
        gap_ |= kClauseMark;
        replace("...", next.length);
        return;
      case CharKind::other:
        break;
    }
    if (next.value == 0x2260) {  // ≠, as in "RT ≠ endorsement"
      std::size_t begin = out_offset();
      replace("\xE2\x89\xA0", next.length);
      push_token(begin, 0);
      return;
    }
    if (next.value >= 0xFF01 && next.value <= 0xFF5E) {  // full-width ASCII punctuation
      char plain = static_cast<char>(next.value - 0xFEE0);
      gap_ |= plain == '@' ? kAt : plain == '.' || plain == '!' || plain == '?' ? kSentenceMark : kClauseMark;
      replace(std::string_view(&plain, 1), next.length);
      return;
    }
    gap_ |= kOther;
    for (std::size_t i = 0; i < next.length; ++i) copy_byte();
  }

  std::string_view text_;
  Prepared& into_;
  char* out_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // text before this is in the map
  std::uint16_t gap_ = 0;
};

bool is_address_break(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '"' || c == '<' || c == '>' || c == '\'' || c == '|';
}

// The stretch without white space around `at`, trimmed of punctuation behind it. At most 2,048 bytes either way.
Span stretch_around(std::string_view folded, std::size_t at, std::size_t not_before) {
  constexpr std::size_t kMaxAddress = 2048;
  std::size_t begin = at;
  while (begin > not_before && at - begin < kMaxAddress && !is_address_break(folded[begin - 1]) &&
         folded[begin - 1] != '(')
    --begin;
  std::size_t end = at;
  while (end < folded.size() && end - at < kMaxAddress && !is_address_break(folded[end])) ++end;
  auto trimmed = [&](char c) {
    return c == '.' || c == ',' || c == ')' || c == ';' || c == ':' || c == '!' || c == '?' || c == ']' || c == '*';
  };
  while (end > at && trimmed(folded[end - 1])) --end;
  return {begin, end};
}

// URLs, mail addresses and host names: places where words are no language. Turns a dot between a lower-case and an
// upper-case word that is no host name into the end of a sentence (people forget the space).
void find_addresses(Prepared& prepared) {
  std::string_view folded = prepared.folded;
  std::vector<Token>& tokens = prepared.tokens;
  std::size_t covered = 0;  // bytes of folded that an address holds already
  std::size_t looked = 0;   // bytes of folded in which no mail address begins
  std::size_t chain = 0;    // last word of the run of dotted words that holds the current one
  auto add = [&](Span span) {
    if (span.begin < covered || span.empty()) return;
    prepared.addresses.push_back(span);
    covered = span.end;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.begin < covered) continue;
    std::string_view word = prepared.word(token);
    if ((word == "http" || word == "https" || word == "ftp") && folded.substr(token.end).starts_with("://")) {
      add({token.begin, stretch_around(folded, token.end, token.begin).end});
    } else if (word == "www" && folded.substr(token.end).starts_with(".")) {
      add({token.begin, stretch_around(folded, token.end, token.begin).end});
    } else if ((token.gap & kAt) != 0 && (token.gap & kInWordSymbol) != 0 && token.begin >= looked) {
      Span span = stretch_around(folded, token.begin, covered);
      looked = span.end;
      if (folded.substr(token.begin, span.end - token.begin).find('.') != std::string_view::npos) add(span);
    } else if ((token.gap & kTightDot) != 0 && i > 0) {
      if (chain < i) chain = i;
      while (chain + 1 < tokens.size() && tokens[chain + 1].gap == kTightDot) ++chain;
      if (is_top_level(prepared.word(tokens[chain])) && (tokens[i - 1].shape & kHasLetter) != 0) {
        add(stretch_around(folded, token.begin, covered));
      } else if ((token.shape & kUpperFirst) != 0 && (tokens[i - 1].shape & (kAllUpper | kHasDigit)) == 0 &&
                 tokens[i - 1].end - tokens[i - 1].begin > 1) {
        token.gap |= kSentenceMark;
      }
    }
  }
}

bool is_abbreviation(std::string_view word) {
  static constexpr std::string_view kWords[] = {"mr", "mrs", "ms",  "dr", "prof",   "st",   "rev", "vs",
                                                "eg", "ie",  "etc", "no", "approx", "dept", "tel"};
  return word.size() == 1 || std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

Preparer::Preparer() : memo_(new Memo) {}
Preparer::~Preparer() { delete memo_; }

void Preparer::prepare(std::string_view text, Prepared& into) {
  Pass(text, into).run(*memo_);
  // An address needs a dot or a colon between words; most texts hold none.
  if (into.folded.find('.') != std::string::npos || into.folded.find("://") != std::string::npos) find_addresses(into);
}

std::string fold(std::string_view word) {
  Preparer preparer;
  Prepared prepared;
  preparer.prepare(word, prepared);
  return prepared.folded;
}

bool Prepared::begins_sentence(std::size_t at) const {
  if (at == 0) return true;
  const Token& token = tokens[at];
  if ((token.gap & kBlankLine) != 0) return true;
  if ((token.gap & kSentenceMark) == 0) return false;
  bool only_dot = folded[tokens[at - 1].end] == '.';
  return !(only_dot && is_abbreviation(word(at - 1)) && (token.gap & kNewline) == 0 &&
           (word(at - 1) != "etc" && word(at - 1) != "no"));
}

bool Prepared::begins_clause(std::size_t at) const {
  if (begins_sentence(at)) return true;
  if ((tokens[at].gap & kClauseMark) != 0) return true;
  static const std::array<std::uint64_t, 6> kConjunctions = {hash_word("but"),      hash_word("because"),
                                                             hash_word("although"), hash_word("though"),
                                                             hash_word("whereas"),  hash_word("while")};
  if (std::find(kConjunctions.begin(), kConjunctions.end(), tokens[at].hash) == kConjunctions.end()) return false;
  // "nothing but", "all but" say more of the same clause.
  std::string_view before = word(at - 1);
  return before != "nothing" && before != "anything" && before != "everything" && before != "all" && before != "none";
}

Span Prepared::sentence_of(std::size_t at) const {
  constexpr std::size_t kMaxSentence = 1024;  // words
  Span words{at, at + 1};
  while (words.begin > 0 && at - words.begin < kMaxSentence && !begins_sentence(words.begin)) --words.begin;
  while (words.end < tokens.size() && words.end - at < kMaxSentence && !begins_sentence(words.end)) ++words.end;
  return words;
}

Span Prepared::clause_of(std::size_t at) const {
  Span words{at, at + 1};
  while (words.begin > 0 && at - words.begin < kMaxClause / 2 && !begins_clause(words.begin)) --words.begin;
  while (words.end < tokens.size() && words.end - at < kMaxClause / 2 && !begins_clause(words.end)) ++words.end;
  return words;
}

}  // namespace postvet
