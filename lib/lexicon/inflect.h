// The inflected forms of English words, by rule. Irregular forms are entries of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace postvet {

enum class PartOfSpeech : std::uint8_t { none, noun, verb, adj };
template <>
struct Names<PartOfSpeech> {
  static constexpr std::array<std::string_view, 4> kAll{"none", "noun", "verb", "adj"};
};

struct Inflected {
  std::string word;
  std::uint16_t forms;  // WordForm
};

// The forms of one folded word, the base first. noun: plural; verb: -s, -ed, -ing; adj: -er, -est; with the spelling
// changes of English (doubling in words of one syllable, e-dropping, y to ies). A possessive needs no form of its own:
// its 's is a word by itself.
std::vector<Inflected> inflect(std::string_view word, PartOfSpeech pos);

// All forms of a phrase: a noun phrase inflects its last word, a verb phrase its first, an adjective its last.
std::vector<Phrase> inflect_phrase(const std::vector<std::string>& words, PartOfSpeech pos);

}  // namespace postvet
