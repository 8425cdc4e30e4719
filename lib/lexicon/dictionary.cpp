#include "lexicon/dictionary.h"

#include <algorithm>

#include "lexicon/commonness.h"

namespace postvet {

Dictionary::Dictionary(const Lexicon& lexicon) : hashes_(1, 0), commonness_(1, 0), clitic_(1, 0) {
  for (const WordClass& cls : lexicon.classes) {
    class_begins_.push_back(static_cast<std::uint32_t>(phrase_begins_.size()));
    for (const Phrase& phrase : cls.phrases) {
      phrase_begins_.push_back(static_cast<std::uint32_t>(all_words_.size()));
      for (const std::string& word : phrase.words) {
        std::uint64_t hash = hash_word(word);
        auto next = static_cast<std::uint32_t>(hashes_.size());
        std::uint32_t number = numbers_.add(hash, next);
        if (number == next) {
          hashes_.push_back(hash);
          commonness_.push_back(commonness(word, hash));
          clitic_.push_back(word.find('\'') != std::string::npos || word == "not" ? 1 : 0);
        }
        all_words_.push_back(number);
      }
    }
  }
  phrase_begins_.push_back(static_cast<std::uint32_t>(all_words_.size()));

  // Phrases sorted by first word: counted, then placed.
  begins_.assign(hashes_.size() + 1, 0);
  for (std::size_t i = 0; i + 1 < phrase_begins_.size(); ++i) ++begins_[all_words_[phrase_begins_[i]] + 1];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  phrases_.resize(phrase_begins_.size() - 1);
  std::vector<std::uint32_t> next(begins_);
  std::size_t index = 0;
  for (std::size_t cls = 0; cls < lexicon.classes.size(); ++cls) {
    for (const Phrase& phrase : lexicon.classes[cls].phrases) {
      std::uint32_t begin = phrase_begins_[index];
      StoredPhrase& stored = phrases_[next[all_words_[begin]]++];
      stored.rest = begin + 1;
      stored.rest_count = static_cast<std::uint16_t>(phrase.words.size() - 1);
      stored.cls = static_cast<std::uint16_t>(cls);
      stored.forms = phrase.forms;
      ++index;
    }
  }
  singles_.assign(hashes_.size(), 0);
  for (std::size_t number = 1; number < hashes_.size(); ++number) {
    auto begin = phrases_.begin() + begins_[number];
    auto end = phrases_.begin() + begins_[number + 1];
    auto second = [&](const StoredPhrase& phrase) { return phrase.rest_count == 0 ? 0 : all_words_[phrase.rest]; };
    if (end - begin > 1)
      std::sort(begin, end, [&](const StoredPhrase& a, const StoredPhrase& b) { return second(a) < second(b); });
    singles_[number] = static_cast<std::uint32_t>(
        std::find_if(begin, end, [](const StoredPhrase& phrase) { return phrase.rest_count > 0; }) - begin);
  }
}

std::span<const StoredPhrase> Dictionary::longer(std::uint32_t number, std::uint32_t second) const {
  auto begin = phrases_.begin() + begins_[number] + singles_[number];
  auto end = phrases_.begin() + begins_[number + 1];
  auto first =
      std::partition_point(begin, end, [&](const StoredPhrase& phrase) { return all_words_[phrase.rest] < second; });
  auto last =
      std::partition_point(first, end, [&](const StoredPhrase& phrase) { return all_words_[phrase.rest] == second; });
  return {first, last};
}

std::span<const std::uint32_t> Dictionary::words(std::uint16_t cls, std::size_t phrase) const {
  std::size_t index = class_begins_[cls] + phrase;
  return {all_words_.data() + phrase_begins_[index], all_words_.data() + phrase_begins_[index + 1]};
}

}  // namespace postvet
