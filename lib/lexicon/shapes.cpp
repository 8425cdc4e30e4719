#include "lexicon/shapes.h"

#include <algorithm>
#include <iterator>

namespace postvet {
namespace {

class ShapeFinder {
 public:
  ShapeFinder(const Prepared& prepared, const ShapeClasses& classes, const Chart& chart,
              std::vector<FoundShape>& shapes)
      : prepared_(prepared), classes_(classes), chart_(chart), shapes_(shapes) {}

  void run() {
    for (std::size_t i = 0; i < chart_.units.size(); ++i) {
      const Token& token = token_of(i);
      if ((token.gap & kAt) != 0 && !in_address(token)) add(i, tight_end(i), classes_.handle);
      if ((token.gap & kHash) != 0) add(i, tight_end(i), classes_.hashtag);
      if ((token.shape & (kHasDigit | kHasLetter)) == kHasDigit) add(i, i + 1, classes_.number);
      if (is_capital(i) && !chart_.units[i].begins_sentence) add(i, i + 1, classes_.capital);
      std::size_t end = name_end(i);
      if (end > i) add(i, end, classes_.name);
    }
  }

 private:
  const Token& token_of(std::size_t unit) const { return prepared_.tokens[chart_.units[unit].first]; }

  void add(std::size_t begin, std::size_t end, std::uint16_t cls) {
    if (cls != kNoClass) shapes_.push_back({cls, begin, end});
  }

  // The @ of a mail address makes no handle.
  bool in_address(const Token& token) const {
    auto after = std::upper_bound(prepared_.addresses.begin(), prepared_.addresses.end(), token.begin,
                                  [](std::size_t at, Span address) { return at < address.begin; });
    return after != prepared_.addresses.begin() && std::prev(after)->contains(token.begin);
  }

  bool in_class(std::size_t unit, std::uint16_t cls) const {
    if (cls == kNoClass) return false;
    for (const ChartSpan& span : chart_.at(unit)) {
      if (span.cls == cls && span.end == unit + 1) return true;
    }
    return false;
  }

  // A word that begins with a capital and is not shouted.
  bool is_capital(std::size_t unit) const {
    if (unit >= chart_.units.size()) return false;
    std::uint16_t shape = token_of(unit).shape;
    bool second_half = unit > 0 && chart_.units[unit].first == chart_.units[unit - 1].first;  // the 's of a name
    return !second_half && (shape & kUpperFirst) != 0 && (shape & (kAllUpper | kHasDigit)) == 0;
  }

  bool is_initial(std::size_t unit) const {
    if (unit >= chart_.units.size()) return false;
    const Token& token = token_of(unit);
    return token.end - token.begin == 1 && (token.shape & kUpperFirst) != 0 && !prepared_.word(token).starts_with('i');
  }

  // Joined to the word before by nothing but a space or a hyphen.
  bool follows(std::size_t unit) const {
    return unit < chart_.units.size() && (token_of(unit).gap & ~(kSpace | kHyphen)) == 0 && chart_.units[unit].joined;
  }

  // A surname behind unit `at`, with an optional initial: its end, or `at`.
  std::size_t surname_end(std::size_t at) const {
    std::size_t next = at;
    if (is_initial(next) && (next == at)) {
      ++next;
      if (next >= chart_.units.size() || (token_of(next).gap & ~(kSpace | kSentenceMark | kHyphen)) != 0) return at;
    }
    if (next >= chart_.units.size() || !is_capital(next) || is_initial(next)) return at;
    if (next == at && !follows(next) && (token_of(next).gap & ~(kSpace | kSentenceMark)) != 0) return at;
    ++next;
    while (next < chart_.units.size() && follows(next) && is_capital(next) && (token_of(next).gap & kHyphen) != 0)
      ++next;
    return next;
  }

  // Where a person's name that begins at unit `at` ends; `at` when none does.
  std::size_t name_end(std::size_t at) const {
    if (in_class(at, classes_.title) && (token_of(at).shape & kUpperFirst) != 0) {
      // Title + surname. The dot of "Mr." ends no sentence.
      std::size_t next = at + 1;
      if (next < chart_.units.size() && is_capital(next) && (token_of(next).gap & ~(kSpace | kSentenceMark)) == 0) {
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
    if (next < chart_.units.size() && follows(next)) {
      std::size_t end = surname_end(next);
      if (end > next) return end;
    }
    return known ? next : at;
  }

  // A handle or hashtag is all that hangs together without white space.
  std::size_t tight_end(std::size_t unit) const {
    std::size_t end = unit + 1;
    while (end < chart_.units.size() && (chart_.units[end].first == chart_.units[end - 1].first ||
                                         token_of(end).gap == kInWordSymbol || token_of(end).gap == kTightDot)) {
      ++end;
    }
    return end;
  }

  const Prepared& prepared_;
  const ShapeClasses& classes_;
  const Chart& chart_;
  std::vector<FoundShape>& shapes_;
};

}  // namespace

void find_shapes(const Prepared& prepared, const ShapeClasses& classes, const Chart& chart,
                 std::vector<FoundShape>& shapes) {
  ShapeFinder(prepared, classes, chart, shapes).run();
}

}  // namespace postvet
