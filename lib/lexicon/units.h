// Words as the lexicon counts them: contractions are two ("they're" is they + 're), however they are spelt.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace postvet {

// The units of one folded word, appended: usually the word itself. Views into `word` or static storage.
void split_word(std::string_view word, std::vector<std::string_view>& units);

// True when split_word() may cut a word without an apostrophe: it is a contraction typed bare. By its hash_word().
bool is_bare_contraction(std::uint64_t hash);

// A contraction as it is typed without the apostrophe, and its two units.
struct BareContraction {
  std::string_view word, first, second;
};
std::span<const BareContraction> bare_contractions();

// The units of a phrase as a lexicon writes it: folded, split at spaces, hyphens and punctuation. A lone clitic ('s,
// n't) stays.
std::vector<std::string> phrase_units(std::string_view phrase);

}  // namespace postvet
