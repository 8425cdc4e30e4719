// Words under another spelling: leet, starred, stretched, spaced, accented, with letters swapped or left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {

// What a stretch of tokens was meant to be.
struct Unmasked {
  std::uint32_t word = 0;  // number in the dictionary; 0: nothing
  std::size_t tokens = 1;  // how many tokens the disguised word takes
  bool guessed = false;    // a slip of the keyboard rather than a disguise: less sure
};

// A word that is looked for in disguise: folded, a-z only.
struct DisguisedWord {
  std::string word;
  std::uint32_t number = 0;  // in the dictionary
};

// The shortest word that is: of a shorter one too many spellings are words themselves.
inline constexpr std::size_t kShortestDisguised = 4;

// Typing slips for a word of six letters a to z or more: two inner neighbours swapped; of seven or more: one inner
// letter left out.
std::vector<std::string> typing_slips(std::string_view word);

// Knows the words that are looked for in disguise. Immutable, thread-safe.
class Disguises {
 public:
  Disguises() = default;
  // Those that are too short, or not made of the letters a to z, are passed over. Where two fit, the first is meant.
  explicit Disguises(std::vector<DisguisedWord> words);

  // True when token `at` looks as if it might begin a disguised word: cheap, run for every word.
  static bool looks_odd(const Prepared& prepared, std::size_t at) {
    const Token& token = prepared.tokens[at];
    constexpr std::uint16_t kMixed = kHasDigit | kHasLetter;
    bool next_tight = at + 1 < prepared.tokens.size() && (prepared.tokens[at + 1].gap & kInWordSymbol) != 0;
    char next = prepared.folded[token.end];
    char before = token.begin > 0 ? prepared.folded[token.begin - 1] : ' ';
    return (token.shape & (kStretched | kFoldedSlowly)) != 0 || (token.shape & kMixed) == kMixed || next_tight ||
           token.end - token.begin == 1 || next == '*' || next == '#' || before == '$' || before == '*';
  }

  // What the tokens from `at` on disguise. Linear in the word's length.
  Unmasked unmask(const Prepared& prepared, std::size_t at) const;

  template <class Archive>
  friend void pack(Archive& archive, Disguises& value) {
    archive(value.words_, value.list_, value.numbers_);
  }

 private:
  std::uint32_t find(std::string_view plain) const { return words_.find(hash_word(plain)); }
  std::uint32_t find_leet(const std::string& written) const;
  std::uint32_t find_starred(std::string_view written) const;
  std::uint32_t find_stretched(std::string_view written) const;

  WordTable words_;
  FlatStrings list_;                  // by length, for starred forms
  FlatArray<std::uint32_t> numbers_;  // parallel to list_
};

}  // namespace postvet
