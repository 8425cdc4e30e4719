#include "lexicon/vocabulary.h"

#include "lexicon/commonness.h"
#include "text/prepared.h"

namespace postvet {

std::uint64_t Vocabulary::hash_of(std::string_view word) { return hash_word(word); }

Vocabulary::Vocabulary(const Lexicon& lexicon) : hashes_(1, 0), commonness_(1, 0), clitic_(1, 0) {
  for (const WordClass& cls : lexicon.classes) {
    class_begins_.push_back(static_cast<std::uint32_t>(phrase_begins_.size()));
    for (const Phrase& phrase : cls.phrases) {
      phrase_begins_.push_back(static_cast<std::uint32_t>(words_.size()));
      for (const std::string& word : phrase.words) {
        std::uint64_t hash = hash_word(word);
        auto [known, is_new] = numbers_.try_emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
        if (is_new) {
          hashes_.push_back(hash);
          commonness_.push_back(postvet::commonness(word, hash));
          clitic_.push_back(word.find('\'') != std::string::npos || word == "not" ? 1 : 0);
        }
        words_.push_back(known->second);
      }
    }
  }
  phrase_begins_.push_back(static_cast<std::uint32_t>(words_.size()));
}

}  // namespace postvet
