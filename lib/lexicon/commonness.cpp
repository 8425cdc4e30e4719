#include "lexicon/commonness.h"

#include <algorithm>

#include "lexicon/commonness_bands.h"
#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {

std::uint32_t commonness(std::string_view folded, std::uint64_t hash) {
  constexpr std::uint32_t kRare = 40;      // of a word that is in no band
  constexpr std::uint32_t kLetter = 6400;  // of a letter that is
  static const WordTable words([] {
    WordTableBuilder table;
    for (const CommonnessBand& band : kCommonnessBands) {
      for (std::size_t at = 0; at < band.words.size();) {
        std::size_t end = std::min(band.words.find(' ', at), band.words.size());
        table.add(hash_word(band.words.substr(at, end - at)), band.frequency);
        at = end + 1;
      }
    }
    return table;
  }());
  if (std::uint32_t frequency = words.find(hash); frequency != 0) return frequency;
  return folded.size() == 1 ? kLetter : kRare;
}

std::uint32_t commonness(std::string_view folded) { return commonness(folded, hash_word(folded)); }

}  // namespace postvet
