// Every word and phrase of a lexicon under its first word.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {

// A phrase as stored under its first word.
struct StoredPhrase {
  std::uint32_t rest = 0;  // index of its further words in the dictionary
  std::uint16_t rest_count = 0;
  std::uint16_t cls = 0;
  std::uint16_t forms = 0;
};

// Immutable after construction; thread-safe.
class Dictionary {
 public:
  explicit Dictionary(const Lexicon& lexicon);

  // The number of a word, from 1; 0 when no phrase holds it.
  std::uint32_t number(std::uint64_t hash) const { return numbers_.find(hash); }
  std::uint32_t number(std::string_view word) const { return numbers_.find(hash_word(word)); }
  std::uint64_t hash(std::uint32_t number) const { return hashes_[number]; }
  std::uint32_t commonness_of(std::uint32_t number) const { return commonness_[number]; }
  // Half of a contraction (n't, 's), or a word that "cannot" ends in: no token of its own everywhere.
  bool is_clitic(std::uint32_t number) const { return clitic_[number] != 0; }
  // Numbers are below this.
  std::size_t size() const { return hashes_.size(); }

  // The phrases that begin with a word: those of one word first, the others by their second word.
  std::span<const StoredPhrase> phrases(std::uint32_t number) const {
    return {phrases_.data() + begins_[number], phrases_.data() + begins_[number + 1]};
  }
  // Those that are that word alone / that go on with `second`.
  std::span<const StoredPhrase> single(std::uint32_t number) const {
    return {phrases_.data() + begins_[number], phrases_.data() + begins_[number] + singles_[number]};
  }
  std::span<const StoredPhrase> longer(std::uint32_t number, std::uint32_t second) const;
  std::span<const std::uint32_t> rest(const StoredPhrase& phrase) const {
    return {all_words_.data() + phrase.rest, phrase.rest_count};
  }

  // The words of a class's phrases, in the order of the lexicon.
  std::span<const std::uint32_t> words(std::uint16_t cls, std::size_t phrase) const;

 private:
  WordTable numbers_;
  std::vector<std::uint64_t> hashes_;         // by number
  std::vector<std::uint32_t> commonness_;     // by number
  std::vector<char> clitic_;                  // by number
  std::vector<StoredPhrase> phrases_;         // by first word
  std::vector<std::uint32_t> begins_;         // by number: index of its first phrase; one more at the end
  std::vector<std::uint32_t> singles_;        // by number: how many of its phrases are that word alone
  std::vector<std::uint32_t> all_words_;      // of all phrases in the order of classes
  std::vector<std::uint32_t> phrase_begins_;  // of each phrase in all_words_; one more at the end
  std::vector<std::uint32_t> class_begins_;   // of each class in phrase_begins_
};

}  // namespace postvet
