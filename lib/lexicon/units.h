// Words as the lexicon counts them: contractions are two ("they're" is they + 're), however they are spelt.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace postvet {

// A word as it stands in a text.
struct Unit {
  std::uint32_t word = 0;   // number in the dictionary; 0 when it is not there
  std::uint32_t first = 0;  // words [first, last) of Prepared::tokens; two units of a contraction share theirs
  std::uint32_t last = 0;
  bool joined = false;  // nothing but spaces, commas, quotes or hyphens lie between it and the unit before
  bool begins_clause = false;
  bool begins_sentence = false;
  bool after_comma = false;
  bool disguised = false;  // the dictionary word was found under another spelling
  bool guessed = false;    // … by a slip of the keyboard
};

// The units of one folded word, appended: usually the word itself. Views into `word` or static storage.
void split_word(std::string_view word, std::vector<std::string_view>& units);

// A contraction whose spelling does not show its two units, mostly for want of the apostrophe: "dont", "won't".
struct OddContraction {
  std::string_view word, first, second;
};
std::span<const OddContraction> odd_contractions();

// Where the clitic of a folded word begins ("'s", "n't"); its length when there is none. Of "won't" that is no use: see
// odd_contractions().
std::size_t clitic_begin(std::string_view word);

// The units of a phrase as a lexicon writes it: folded, split at spaces, hyphens and punctuation. A lone clitic ('s,
// n't) stays.
std::vector<std::string> phrase_units(std::string_view phrase);

}  // namespace postvet
