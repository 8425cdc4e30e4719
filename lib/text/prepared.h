// A text made ready for matching: folded, cut into words, its borders known. Made once a field, shared by all checkers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/span.h"
#include "model/post.h"

namespace postvet {

// What a word looks like in the text as it was written.
enum WordShape : std::uint16_t {
  kUpperFirst = 1,  // begins with a capital letter
  kAllUpper = 2,    // two letters or more, all capitals
  kHasDigit = 4,
  kHasLetter = 8,
  kApostrophe = 16,    // holds an apostrophe between letters
  kStretched = 32,     // a letter three times or more in a row
  kFoldedSlowly = 64,  // held a character outside ASCII
};

// What stands between a word and the one before it (or the start of the text).
enum WordGap : std::uint16_t {
  kSpace = 1,  // white space of any kind
  kComma = 2,
  kClauseMark = 4,       // ; : ( ) [ ] { } or a dash between spaces, an ellipsis
  kSentenceMark = 8,     // . ! ? before white space or the end
  kBlankLine = 16,       // a paragraph border or a list mark at the start of a line
  kHyphen = 32,          // a hyphen or dash that touches both words
  kQuoteMark = 64,       // a quotation mark
  kAt = 128,             // an @ directly before the word
  kHash = 256,           // a # directly before the word
  kTightDot = 512,       // a dot that touches both words (host names, decimals)
  kSlash = 1024,         // / or backslash
  kInWordSymbol = 2048,  // * $ ! + | @ touching both words: may be a disguise
  kOther = 4096,         // anything else: emoji, symbols
  kNewline = 8192,
};

// A run of letters, digits and inner apostrophes.
struct Token {
  std::uint32_t begin = 0;  // bytes of Prepared::folded
  std::uint32_t end = 0;
  std::uint64_t hash = 0;   // hash_word() of the folded word
  std::uint16_t shape = 0;  // WordShape
  std::uint16_t gap = 0;    // WordGap
};

// The hash by which words are looked up. Of folded bytes.
std::uint64_t hash_word(std::string_view folded);

struct Prepared {
  std::string_view text;  // the field's, as the reader gave it
  std::string folded;     // lower case, NFKC, ignorables dropped, quotes and dashes and odd spaces made ASCII
  OffsetMap to_text;      // folded → text
  std::vector<Token> tokens;
  std::vector<std::uint32_t> triggers;  // indices of tokens that hold a digit or follow an @
  std::vector<Span>
      addresses;  // URLs, e-mail addresses and host names, in bytes of folded: no language is looked for there
  std::size_t combining_cut = 0;  // marks dropped from runs of more than 30

  std::string_view word(const Token& token) const { return {folded.data() + token.begin, token.end - token.begin}; }
  std::string_view word(std::size_t token) const { return word(tokens[token]); }

  // Bytes of the text for bytes of folded.
  Span in_text(Span folded_span) const { return to_text.to_source(folded_span); }
  // Bytes of the text for the words [first, last).
  Span words_in_text(std::size_t first, std::size_t last) const {
    return in_text({tokens[first].begin, tokens[last - 1].end});
  }

  // The sentence that holds word `at`, as a range of words.
  Span sentence_of(std::size_t at) const;
  // The clause that holds word `at`: no longer than its sentence, at most half of kMaxClause words to either side.
  Span clause_of(std::size_t at) const;
  // True when the border before word `at` ends a sentence / a clause.
  bool begins_sentence(std::size_t at) const;
  bool begins_clause(std::size_t at) const;
};

inline constexpr std::size_t kMaxClause = 256;  // words

// Folds and cuts `text`; `into` is reused to save allocations. Linear in the text, whatever it holds.
// Thread-safe as long as each thread has its own Preparer (it keeps a memo of folded words).
class Preparer {
 public:
  Preparer();
  ~Preparer();
  Preparer(const Preparer&) = delete;  // the memo is per thread
  Preparer& operator=(const Preparer&) = delete;

  void prepare(std::string_view text, Prepared& into);

 private:
  struct Memo;
  Memo* memo_;
};

// `word` folded as prepare() folds it; for lexicon entries and tests.
std::string fold(std::string_view word);

}  // namespace postvet
