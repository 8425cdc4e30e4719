#include "lexicon/disguise.h"

#include <algorithm>

#include "text/accents.h"

namespace postvet {
namespace {

constexpr std::size_t kMaxDisguised = 32;  // bytes of a disguised word as written
constexpr std::size_t kMaxSpaced = 14;     // letters of a spaced-out word

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// The letters that a digit or symbol stands for; the second one is tried when the first gives no word.
std::string_view leet(char c) {
  switch (c) {
    case '0':
      return "o";
    case '1':
      return "il";
    case '3':
      return "e";
    case '4':
      return "a";
    case '5':
      return "s";
    case '6':
      return "gb";
    case '7':
      return "t";
    case '8':
      return "b";
    case '9':
      return "g";
    case '@':
      return "a";
    case '$':
      return "s";
    case '!':
      return "il";
    case '|':
      return "il";
    case '+':
      return "t";
    default:
      return "";
  }
}

bool is_mask(char c) { return c == '*' || c == '#' || c == '_'; }
bool is_written(char c) { return is_letter(c) || is_mask(c) || !leet(c).empty(); }

}  // namespace

std::vector<std::string> typing_slips(std::string_view word) {
  std::vector<std::string> slips;
  if (word.size() < 6 || !std::all_of(word.begin(), word.end(), is_letter)) return slips;
  for (std::size_t i = 1; i + 2 < word.size(); ++i) {
    std::string swapped(word);
    std::swap(swapped[i], swapped[i + 1]);
    if (swapped != word) slips.push_back(std::move(swapped));
  }
  if (word.size() < 7) return slips;
  for (std::size_t i = 2; i + 1 < word.size(); ++i) {
    std::string shorter(word);
    shorter.erase(i, 1);
    slips.push_back(std::move(shorter));
  }
  return slips;
}

Disguises::Disguises(std::vector<DisguisedWord> words) {
  std::erase_if(words, [](const DisguisedWord& one) {
    return one.word.size() < kShortestDisguised || !std::all_of(one.word.begin(), one.word.end(), is_letter);
  });
  std::stable_sort(words.begin(), words.end(),
                   [](const DisguisedWord& a, const DisguisedWord& b) { return a.word.size() < b.word.size(); });
  WordTableBuilder table;
  std::vector<std::string> list;
  std::vector<std::uint32_t> numbers;
  for (DisguisedWord& one : words) {
    if (table.has(hash_word(one.word))) continue;
    table.add(hash_word(one.word), one.number);
    list.push_back(std::move(one.word));
    numbers.push_back(one.number);
  }
  words_ = WordTable(std::move(table));
  list_ = FlatStrings(list);
  numbers_ = std::move(numbers);
}

std::uint32_t Disguises::find_leet(const std::string& written) const {
  std::string plain;
  std::vector<std::size_t> open;  // places with a second reading
  std::size_t letters = 0;
  for (char c : written) {
    if (is_letter(c)) {
      plain.push_back(c);
      ++letters;
    } else if (std::string_view readings = leet(c); !readings.empty()) {
      if (readings.size() > 1) open.push_back(plain.size());
      plain.push_back(readings[0]);
    } else {
      return 0;
    }
  }
  if (letters == 0 || plain.size() < 4 || open.size() > 3) return 0;
  std::string first = plain;
  for (std::size_t readings = 0; readings < (std::size_t{1} << open.size()); ++readings) {
    for (std::size_t i = 0; i < open.size(); ++i) {
      char one = first[open[i]];
      plain[open[i]] = (readings >> i & 1) == 0 ? one : one == 'i' ? 'l' : 'b';
    }
    if (std::uint32_t number = find(plain); number != 0) return number;
  }
  return 0;
}

// One or two masked letters inside or behind a word of the right length: more than that is noise.
std::uint32_t Disguises::find_starred(std::string_view written) const {
  auto masks = static_cast<std::size_t>(std::count_if(written.begin(), written.end(), is_mask));
  if (masks == 0 || masks > 3 || written.size() < 4 || written.size() - masks < 1 || !is_letter(written.front()))
    return 0;
  if (masks == 3 && written.size() > 4) return 0;
  for (std::size_t at = 0; at < list_.size() && list_[at].size() <= written.size(); ++at) {
    std::string_view word = list_[at];
    if (word.size() != written.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; i < word.size() && fits; ++i) fits = is_mask(written[i]) || written[i] == word[i];
    if (fits) return numbers_[at];
  }
  return 0;
}

std::uint32_t Disguises::find_stretched(std::string_view written) const {
  for (std::size_t keep : {std::size_t{2}, std::size_t{1}}) {
    std::string plain;
    for (std::size_t i = 0; i < written.size();) {
      std::size_t end = i;
      while (end < written.size() && written[end] == written[i]) ++end;
      plain.append(end - i > 2 ? keep : end - i, written[i]);
      i = end;
    }
    if (std::uint32_t number = find(plain); number != 0) return number;
  }
  return 0;
}

Unmasked Disguises::unmask(const Prepared& prepared, std::size_t at) const {
  const std::vector<Token>& tokens = prepared.tokens;
  std::string_view folded = prepared.folded;
  const Token& token = tokens[at];
  std::string_view word = prepared.word(token);

  // Spaced out or dotted: "b a d", "b.a.d". Three single letters or more, and neither neighbour is one.
  if (word.size() == 1 && is_letter(word[0]) && (at == 0 || tokens[at - 1].end - tokens[at - 1].begin > 1)) {
    std::string letters;
    std::size_t end = at;
    while (end < tokens.size() && tokens[end].end - tokens[end].begin == 1 && letters.size() <= kMaxSpaced) {
      char c = folded[tokens[end].begin];
      std::string_view reading = is_letter(c) ? std::string_view(&folded[tokens[end].begin], 1) : leet(c);
      if (reading.empty()) break;
      letters.push_back(reading[0]);
      ++end;
    }
    if (letters.size() >= 4 && letters.size() <= kMaxSpaced) {
      if (std::uint32_t number = find(letters); number != 0) return {number, end - at, false};
    }
  }

  if ((token.shape & kStretched) != 0) {
    if (std::uint32_t number = find_stretched(word); number != 0) return {number, 1, false};
  }
  if ((token.shape & kFoldedSlowly) != 0) {
    std::string plain = without_accents(word);
    if (plain != word) {
      if (std::uint32_t number = find(plain); number != 0) return {number, 1, false};
    }
  }

  // Symbols and digits inside: everything without white space from the token on.
  std::size_t begin = token.begin;
  if (begin > 0 && (folded[begin - 1] == '$' || folded[begin - 1] == '*') &&
      (begin == 1 || !is_written(folded[begin - 2])))
    --begin;
  std::size_t end = begin;
  bool symbols = false;
  while (end < folded.size() && end - begin <= kMaxDisguised && is_written(folded[end])) {
    symbols = symbols || !is_letter(folded[end]);
    ++end;
  }
  if (!symbols || end - begin > kMaxDisguised) return {};
  while (end > begin && folded[end - 1] == '!') --end;
  std::string written(folded.substr(begin, end - begin));
  std::uint32_t number = find_starred(written);
  if (number == 0) number = find_leet(written);
  if (number == 0) return {};
  std::size_t last = at;
  while (last + 1 < tokens.size() && tokens[last + 1].begin < end) ++last;
  return {number, last + 1 - at, false};
}

}  // namespace postvet
