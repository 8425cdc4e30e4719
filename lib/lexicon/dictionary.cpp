#include "lexicon/dictionary.h"

#include <algorithm>
#include <utility>

#include "lexicon/units.h"

namespace postvet {

Dictionary::Dictionary(Parts parts) : known_(std::move(parts.known)) {
  std::vector<ClassBits> bits(parts.member_begins.size() - 1, 0);
  for (std::size_t phrase = 0; phrase < bits.size(); ++phrase) {
    for (std::uint32_t i = parts.member_begins[phrase]; i < parts.member_begins[phrase + 1]; ++i)
      bits[phrase] |= class_bit(parts.members[i].cls);
  }
  class_bits_ = std::move(bits);
  contractions_ = std::move(parts.contractions);
  single_ = std::move(parts.single);
  long_begins_ = std::move(parts.long_begins);
  longer_ = std::move(parts.longer);
  rests_ = std::move(parts.rests);
  member_begins_ = std::move(parts.member_begins);
  members_ = std::move(parts.members);
  wanted_ = std::move(parts.wanted);
}

// Of half a contraction: slips and contractions count in whole words only.
std::uint32_t Dictionary::plain_number(std::string_view word) const {
  KnownWord known = look_up(word);
  return known.is(KnownWord::kSlip | KnownWord::kContraction) ? 0 : known.number();
}

TokenWords Dictionary::words_of(const Prepared& prepared, std::size_t at) const {
  const Token& token = prepared.tokens[at];
  KnownWord known = look_up(token.hash);
  if (known.is(KnownWord::kContraction)) {
    WordPair pair = contraction(known);
    return {pair.first, pair.second, true, false};
  }
  if ((token.shape & kApostrophe) == 0) return {known.number(), 0, false, known.is(KnownWord::kSlip)};
  std::string_view word = prepared.word(token);
  std::size_t clitic = clitic_begin(word);
  if (clitic == word.size()) return {plain_number(word), 0, false, false};
  return {plain_number(word.substr(0, clitic)), plain_number(word.substr(clitic)), true, false};
}

std::span<const LongPhrase> Dictionary::longer(std::uint32_t number, std::uint32_t second) const {
  std::span<const LongPhrase> all = longer_.slice(long_begins_[number], long_begins_[number + 1]);
  auto second_of = [&](const LongPhrase& phrase) { return rests_[phrase.rest]; };
  auto range = std::ranges::equal_range(all, second, {}, second_of);
  return {range.begin(), range.end()};
}

std::uint16_t Dictionary::forms_in(std::uint32_t phrase, std::uint16_t cls) const {
  if ((class_bits_[phrase] & class_bit(cls)) == 0) return 0;
  std::span<const Membership> all = classes(phrase);
  auto found = std::ranges::lower_bound(all, cls, {}, &Membership::cls);
  return found != all.end() && found->cls == cls ? found->forms : std::uint16_t{0};
}

}  // namespace postvet
