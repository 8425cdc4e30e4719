#include "lexicon/shapes.h"

#include <algorithm>
#include <iterator>

namespace postvet {
namespace {

class ShapeFinder {
 public:
  ShapeFinder(const Prepared& prepared, std::span<const Unit> units, const Dictionary& dictionary,
              const ShapeClasses& classes, std::vector<ShapeSpan>& shapes)
      : prepared_(prepared), units_(units), dictionary_(dictionary), classes_(classes), shapes_(shapes) {}

  void run(std::size_t at) {
    const Token& token = token_of(at);
    // Whatever has a shape has a mark, a digit or a capital.
    if ((token.gap & (kAt | kHash)) == 0 && (token.shape & (kHasDigit | kUpperFirst)) == 0) return;
    const ShapePhrases& phrases = classes_.phrases;
    if ((token.gap & kAt) != 0 && !in_address(token)) add(phrases.handle, tight_end(at));
    if ((token.gap & kHash) != 0) add(phrases.hashtag, tight_end(at));
    if ((token.shape & (kHasDigit | kHasLetter)) == kHasDigit) add(phrases.number, at + 1);
    if (is_capital(at) && !units_[at].begins_sentence) add(phrases.capital, at + 1);
    std::size_t end = std::min(name_end(at), at + kLongestName);
    if (end > at) add(phrases.name, end);
  }

 private:
  const Token& token_of(std::size_t unit) const { return prepared_.tokens[units_[unit].first]; }

  void add(std::uint32_t phrase, std::size_t end) {
    if (phrase != 0) shapes_.push_back({phrase, end});
  }

  // The @ of a mail address makes no handle.
  bool in_address(const Token& token) const {
    auto after = std::upper_bound(prepared_.addresses.begin(), prepared_.addresses.end(), token.begin,
                                  [](std::size_t at, Span address) { return at < address.begin; });
    return after != prepared_.addresses.begin() && std::prev(after)->contains(token.begin);
  }

  bool in_class(std::size_t unit, std::uint16_t cls) const {
    std::uint32_t word = units_[unit].word;
    if (cls == kNoClass || word == 0) return false;
    std::uint32_t phrase = dictionary_.single(word);
    return phrase != 0 && dictionary_.forms_in(phrase, cls) != 0;
  }

  // A word that begins with a capital and is not shouted.
  bool is_capital(std::size_t unit) const {
    if (unit >= units_.size()) return false;
    std::uint16_t shape = token_of(unit).shape;
    bool second_half = unit > 0 && units_[unit].first == units_[unit - 1].first;  // the 's of a name
    return !second_half && (shape & kUpperFirst) != 0 && (shape & (kAllUpper | kHasDigit)) == 0;
  }

  bool is_initial(std::size_t unit) const {
    if (unit >= units_.size()) return false;
    const Token& token = token_of(unit);
    return token.end - token.begin == 1 && (token.shape & kUpperFirst) != 0 && !prepared_.word(token).starts_with('i');
  }

  // Joined to the word before by nothing but a space or a hyphen.
  bool follows(std::size_t unit) const {
    return unit < units_.size() && (token_of(unit).gap & ~(kSpace | kHyphen)) == 0 && units_[unit].joined;
  }

  // A surname behind unit `at`, with an optional initial: its end, or `at`.
  std::size_t surname_end(std::size_t at) const {
    std::size_t next = at;
    if (is_initial(next) && (next == at)) {
      ++next;
      if (next >= units_.size() || (token_of(next).gap & ~(kSpace | kSentenceMark | kHyphen)) != 0) return at;
    }
    if (next >= units_.size() || !is_capital(next) || is_initial(next)) return at;
    if (next == at && !follows(next) && (token_of(next).gap & ~(kSpace | kSentenceMark)) != 0) return at;
    ++next;
    while (next < units_.size() && follows(next) && is_capital(next) && (token_of(next).gap & kHyphen) != 0) ++next;
    return next;
  }

  // Where a person's name that begins at unit `at` ends; `at` when none does.
  std::size_t name_end(std::size_t at) const {
    if (in_class(at, classes_.title) && (token_of(at).shape & kUpperFirst) != 0) {
      // Title + surname. The dot of "Mr." ends no sentence.
      std::size_t next = at + 1;
      if (next < units_.size() && is_capital(next) && (token_of(next).gap & ~(kSpace | kSentenceMark)) == 0) {
        std::size_t end = surname_end(next);
        return end > next ? end : next + 1;
      }
      return at;
    }
    if (!is_capital(at)) return at;
    bool known = in_class(at, classes_.first_name);
    bool ambiguous = in_class(at, classes_.ambiguous_first_name);
    if (!known && !ambiguous) return at;
    std::size_t next = at + 1;
    if (next < units_.size() && follows(next)) {
      std::size_t end = surname_end(next);
      if (end > next) return end;
    }
    return known ? next : at;
  }

  // A handle or hashtag is all that hangs together without white space.
  std::size_t tight_end(std::size_t unit) const {
    std::size_t end = unit + 1;
    std::size_t most = std::min(units_.size(), unit + kLongestHandle);
    while (end < most && (units_[end].first == units_[end - 1].first || token_of(end).gap == kInWordSymbol ||
                          token_of(end).gap == kTightDot)) {
      ++end;
    }
    return end;
  }

  const Prepared& prepared_;
  std::span<const Unit> units_;
  const Dictionary& dictionary_;
  const ShapeClasses& classes_;
  std::vector<ShapeSpan>& shapes_;
};

}  // namespace

void find_shapes(const Prepared& prepared, std::span<const Unit> units, const Dictionary& dictionary,
                 const ShapeClasses& classes, std::size_t at, std::vector<ShapeSpan>& shapes) {
  ShapeFinder(prepared, units, dictionary, classes, shapes).run(at);
}

}  // namespace postvet
