// How common a word is in English, roughly: common words are poor anchors.
#pragma once

#include <cstdint>
#include <string_view>

namespace postvet {

// A relative frequency: 1 for a word that is not among the few hundred most common ones, up to 2,000.
std::uint32_t commonness(std::string_view folded);

// The same, with the word's hash_word() at hand.
std::uint32_t commonness(std::string_view folded, std::uint64_t hash);

}  // namespace postvet
