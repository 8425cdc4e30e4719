#include "lexicon/inflect.h"

#include <algorithm>

namespace postvet {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_in_sibilant(std::string_view word) {
  for (std::string_view ending : {"s", "x", "z", "ch", "sh"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 2 && word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

std::string with_s(std::string_view word) {
  std::string base(word);
  if (ends_in_consonant_y(word)) return base.substr(0, base.size() - 1) + "ies";
  return ends_in_sibilant(word) ? base + "es" : base + "s";
}

// "stop" → "stopp": one syllable, consonant - vowel - consonant, but not after w, x or y.
bool doubles(std::string_view word) {
  if (word.size() < 3) return false;
  char last = word.back();
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  bool after_qu = word.size() > 3 && word.substr(word.size() - 4, 2) == "qu";  // quit, quiz: the u is no vowel
  if (!is_vowel(word[word.size() - 2]) || (is_vowel(word[word.size() - 3]) && !after_qu)) return false;
  int groups = 0;
  bool in_vowels = false;
  for (char c : word) {
    bool vowel = is_vowel(c) || c == 'y';
    if (vowel && !in_vowels) ++groups;
    in_vowels = vowel;
  }
  return groups == 1;
}

std::string stem_for(std::string_view word, char suffix) {
  std::string stem(word);
  if (suffix == 'i' && word.size() > 2 && word.ends_with("ie"))
    return stem.substr(0, stem.size() - 2) + "y";  // lie → lying
  if (word.size() > 2 && word.ends_with('e') &&
      !(suffix == 'i' && (word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye")))) {
    stem.pop_back();
  } else if (suffix != 'i' && ends_in_consonant_y(word)) {
    stem.back() = 'i';
  } else if (doubles(word)) {
    stem.push_back(word.back());
  }
  return stem;
}

}  // namespace

std::vector<Inflected> inflect(std::string_view word, PartOfSpeech pos) {
  std::string base(word);
  switch (pos) {
    case PartOfSpeech::none:
      return {{base, kForms}};
    case PartOfSpeech::noun:
      return {{base, kBase}, {with_s(word), kPlural}};
    case PartOfSpeech::verb:
      return {{base, kBase},
              {with_s(word), kThirdPerson},
              {stem_for(word, 'e') + "ed", kPast},
              {stem_for(word, 'i') + "ing", kGerund}};
    case PartOfSpeech::adj:
      return {{base, kBase}, {stem_for(word, 'e') + "er", kComparative}, {stem_for(word, 'e') + "est", kComparative}};
  }
  return {{base, kForms}};
}

std::vector<Phrase> inflect_phrase(const std::vector<std::string>& words, PartOfSpeech pos) {
  std::vector<Phrase> phrases;
  if (words.empty()) return phrases;
  std::size_t at = pos == PartOfSpeech::verb ? 0 : words.size() - 1;
  for (Inflected& form : inflect(words[at], pos)) {
    Phrase phrase{words, form.forms};
    phrase.words[at] = std::move(form.word);
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace postvet
