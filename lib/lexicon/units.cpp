#include "lexicon/units.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/prepared.h"

namespace postvet {
namespace {

// Contractions as they are typed without the apostrophe. Left out: those that are words of their own (ill, well, id,
// its, were).
constexpr std::array<OddContraction, 46> kOdd{{
    {"aint", "ain", "n't"},
    {"arent", "are", "n't"},
    {"cannot", "can", "not"},
    {"cant", "can", "n't"},
    {"couldnt", "could", "n't"},
    {"didnt", "did", "n't"},
    {"doesnt", "does", "n't"},
    {"dont", "do", "n't"},
    {"hadnt", "had", "n't"},
    {"hasnt", "has", "n't"},
    {"havent", "have", "n't"},
    {"hes", "he", "'s"},
    {"im", "i", "'m"},
    {"isnt", "is", "n't"},
    {"ive", "i", "'ve"},
    {"mustnt", "must", "n't"},
    {"neednt", "need", "n't"},
    {"shes", "she", "'s"},
    {"shouldnt", "should", "n't"},
    {"shouldve", "should", "'ve"},
    {"thats", "that", "'s"},
    {"theres", "there", "'s"},
    {"theyd", "they", "'d"},
    {"theyll", "they", "'ll"},
    {"theyre", "they", "'re"},
    {"theyve", "they", "'ve"},
    {"wasnt", "was", "n't"},
    {"werent", "were", "n't"},
    {"weve", "we", "'ve"},
    {"whats", "what", "'s"},
    {"wheres", "where", "'s"},
    {"whos", "who", "'s"},
    {"wont", "will", "n't"},
    {"wouldnt", "would", "n't"},
    {"wouldve", "would", "'ve"},
    {"youd", "you", "'d"},
    {"youll", "you", "'ll"},
    {"your'e", "you", "'re"},
    {"youre", "you", "'re"},
    {"youve", "you", "'ve"},
    {"can't", "can", "n't"},
    {"won't", "will", "n't"},
    {"shan't", "shall", "n't"},
    {"shant", "shall", "n't"},
    {"hows", "how", "'s"},
    {"heres", "here", "'s"},
}};

constexpr std::array<std::string_view, 7> kClitics{"n't", "'s", "'re", "'m", "'ve", "'ll", "'d"};

bool is_clitic(std::string_view word) { return std::find(kClitics.begin(), kClitics.end(), word) != kClitics.end(); }

}  // namespace

std::span<const OddContraction> odd_contractions() { return kOdd; }

std::size_t clitic_begin(std::string_view word) {
  for (std::string_view clitic : kClitics) {
    if (word.size() > clitic.size() && word.ends_with(clitic)) return word.size() - clitic.size();
  }
  return word.size();
}

void split_word(std::string_view word, std::vector<std::string_view>& units) {
  for (const OddContraction& odd : kOdd) {
    if (odd.word == word) {
      units.push_back(odd.first);
      units.push_back(odd.second);
      return;
    }
  }
  std::size_t clitic = clitic_begin(word);
  units.push_back(word.substr(0, clitic));
  if (clitic < word.size()) units.push_back(word.substr(clitic));
}

std::vector<std::string> phrase_units(std::string_view phrase) {
  std::vector<std::string> words;
  Preparer preparer;
  Prepared prepared;
  std::vector<std::string_view> units;
  for (std::size_t at = 0; at < phrase.size();) {
    std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    std::string_view piece = phrase.substr(at, end - at);
    at = end + 1;
    if (is_clitic(piece)) {
      words.emplace_back(piece);
      continue;
    }
    if (piece == "@" || piece == "&" || piece == "=") {
      words.emplace_back(piece);
      continue;
    }
    preparer.prepare(piece, prepared);
    for (const Token& token : prepared.tokens) {
      units.clear();
      split_word(prepared.word(token), units);
      words.insert(words.end(), units.begin(), units.end());
    }
  }
  return words;
}

}  // namespace postvet
