// The words of a lexicon, numbered: what the tables of a matcher are built from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"

namespace postvet {

// Immutable after construction. Used while a lexicon is compiled, and not kept.
class Vocabulary {
 public:
  explicit Vocabulary(const Lexicon& lexicon);

  // From 1; 0 when no phrase holds the word.
  std::uint32_t number(std::string_view word) const { return number(hash_of(word)); }
  std::uint32_t number(std::uint64_t hash) const {
    auto found = numbers_.find(hash);
    return found == numbers_.end() ? 0 : found->second;
  }
  std::uint64_t hash(std::uint32_t number) const { return hashes_[number]; }
  std::uint32_t commonness(std::uint32_t number) const { return commonness_[number]; }
  // Half of a contraction (n't, 's), or a word that "cannot" ends in: no token of its own everywhere.
  bool is_clitic(std::uint32_t number) const { return clitic_[number] != 0; }
  // Numbers are below this.
  std::size_t size() const { return hashes_.size(); }

  // The words of a class's phrases, in the order of the lexicon.
  std::span<const std::uint32_t> words(std::size_t cls, std::size_t phrase) const {
    std::size_t index = class_begins_[cls] + phrase;
    return {words_.data() + phrase_begins_[index], words_.data() + phrase_begins_[index + 1]};
  }

 private:
  static std::uint64_t hash_of(std::string_view word);

  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint64_t> hashes_;         // by number
  std::vector<std::uint32_t> commonness_;     // by number
  std::vector<char> clitic_;                  // by number
  std::vector<std::uint32_t> words_;          // of all phrases in the order of classes
  std::vector<std::uint32_t> phrase_begins_;  // of each phrase in words_; one more at the end
  std::vector<std::uint32_t> class_begins_;   // of each class in phrase_begins_
};

}  // namespace postvet
