// Patterns over folded text, all run together over the few places that can hold one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "text/prepared.h"

namespace postvet {

// A match of a pattern, by its place in the folded text and in the text.
struct PatternHit {
  std::uint16_t pattern = 0;  // index in the order given to the PatternSet
  Span folded;                // bytes of Prepared::folded
  Span text;                  // bytes of the field's text
};

// Where hand-written scanners look: a stretch of folded text around digits or an @, cut at white space.
struct Window {
  std::string_view folded;  // all of the folded text, for the neighbours
  Span span;                // the stretch
};

// What a checker wants found. Either a regular expression or a scanner.
struct PatternSpec {
  std::string_view name;  // "personal-data/postcode"; unique
  // RE2 over folded text (lower case), without counted repeats of more than 4 and without \b \w \d \s: a word border
  // (no letter or digit on either side) is demanded by the PatternSet at both ends of every match.
  const char* regex = nullptr;
  // Appends the spans (bytes of folded) that it finds in a window, sorted. Linear in the window. Borders are its own
  // affair.
  void (*scan)(const Window&, std::vector<Span>&) = nullptr;
};

// Immutable after construction, except that the regular expressions are compiled at the first window that needs them.
// Thread-safe. All regexes are found, leftmost-longest, without overlap within one pattern.
class PatternSet {
 public:
  explicit PatternSet(std::vector<PatternSpec> specs);
  ~PatternSet();
  PatternSet(const PatternSet&) = delete;  // holds compiled expressions
  PatternSet& operator=(const PatternSet&) = delete;

  // Appends all matches in `prepared`, sorted by place, then pattern.
  void find(const Prepared& prepared, std::vector<PatternHit>& hits) const;

  const std::vector<PatternSpec>& specs() const { return specs_; }

 private:
  struct Compiled;
  const Compiled& compiled() const;

  std::vector<PatternSpec> specs_;
  mutable std::unique_ptr<Compiled> compiled_;
};

}  // namespace postvet
