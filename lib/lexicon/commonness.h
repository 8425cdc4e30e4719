// How common a word is in English, roughly: common words are poor anchors.
#pragma once

#include <cstdint>
#include <string_view>

namespace postvet {

// A relative frequency: occurrences in 100,000 words, roughly; 4 for a word that is not among the common ones.
std::uint32_t commonness(std::string_view folded);

// The same, with the word's hash_word() at hand.
std::uint32_t commonness(std::string_view folded, std::uint64_t hash);

}  // namespace postvet
