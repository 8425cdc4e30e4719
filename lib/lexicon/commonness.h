// How common a word is in English, roughly: common words are poor anchors.
#pragma once

#include <cstdint>
#include <string_view>

namespace postvet {

// Occurrences in ten million words, roughly.
std::uint32_t commonness(std::string_view folded);

// The same, with the word's hash_word() at hand.
std::uint32_t commonness(std::string_view folded, std::uint64_t hash);

}  // namespace postvet
