// Words as the lexicon counts them: contractions are two ("they're" is they + 're), however they are spelt.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace postvet {

// The units of one folded word, appended: usually the word itself. Views into `word` or static storage.
void split_word(std::string_view word, std::vector<std::string_view>& units);

// True when split_word() may cut a word without an apostrophe: it is a contraction typed bare. By its hash_word().
bool is_bare_contraction(std::uint64_t hash);

// Calls `use` for each of them with the word and its two units.
void for_bare_contractions(const std::function<void(std::string_view, std::string_view, std::string_view)>& use);

// The units of a phrase as a lexicon writes it: folded, split at spaces, hyphens and punctuation. A lone clitic ('s, n't) stays.
std::vector<std::string> phrase_units(std::string_view phrase);

}  // namespace postvet
