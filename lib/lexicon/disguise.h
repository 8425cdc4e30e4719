// Words under another spelling: leet, starred, stretched, spaced, accented, with letters swapped or left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/dictionary.h"
#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {

// What a stretch of tokens was meant to be.
struct Unmasked {
  std::uint32_t word = 0;  // number in the dictionary; 0: nothing
  std::size_t tokens = 1;  // how many tokens the disguised word takes
  bool guessed = false;    // a slip of the keyboard rather than a disguise: less sure
};

// Knows the words that are looked for in disguise. Filled once, then read from many threads.
class Disguises {
 public:
  // `word` (folded, a-z only, 4 letters or more) has the dictionary number `number`. With `slips`, forms with two
  // neighbouring letters swapped or one inner letter left out are found, too; `taken` says which of those are words
  // themselves.
  void add(std::string_view word, std::uint32_t number, bool slips, const Dictionary& taken);

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

  bool empty() const { return words_.size() == 0; }
  // Slips are ordinary words to the tokeniser: the matcher puts them into its dictionary.
  const std::unordered_map<std::string, std::uint32_t>& slips() const { return slips_; }

 private:
  std::uint32_t find(std::string_view plain) const { return words_.find(hash_word(plain)); }
  std::uint32_t find_leet(const std::string& written) const;
  std::uint32_t find_starred(std::string_view written) const;
  std::uint32_t find_stretched(std::string_view written) const;

  WordTable words_;
  std::vector<std::pair<std::string, std::uint32_t>> list_;  // for starred forms
  std::unordered_map<std::string, std::uint32_t> slips_;
};

}  // namespace postvet
