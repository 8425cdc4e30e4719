// The words of a stretch of text, and which classes have members there: what frames run on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "lexicon/class_table.h"
#include "lexicon/dictionary.h"
#include "lexicon/disguise.h"
#include "lexicon/shapes.h"
#include "lexicon/units.h"
#include "model/post.h"
#include "text/prepared.h"

namespace postvet {

// Units [the index it was asked for, end) are a member of a class.
struct ChartSpan {
  std::uint32_t end = 0;
  std::uint16_t forms = 0;
};

// What a chart looks things up in. Views; all of them outlive the chart.
struct ChartTables {
  const Dictionary& dictionary;
  const ClassTable& classes;
  const Automata& little_frames;
  const Disguises& disguises;
  const ShapeClasses& shapes;
};

// Nothing is worked out before it is asked for: most words of a text are of no interest to most frames. Working memory
// of one thread, used for one stretch after the other.
class Chart {
 public:
  explicit Chart(const ChartTables& tables);

  // Begins anew with the words [words.begin, words.end) of `prepared`, both of which must live until the next call.
  // Words in code and URL zones and in addresses are units that are no word.
  void open(const Prepared& prepared, const std::vector<Zone>& zones, Span words);

  // Calls use(end, forms) for every member of `cls` that begins with unit `at`; a span may come more than once, in
  // different forms.
  template <class Use>
  void for_spans(std::uint16_t cls, std::size_t at, Use use) {
    if ((bits_at(at) & tables_.classes.bits(cls)) == 0) return;
    for (const PhraseSpan& span : spans_at(at)) {
      if (std::uint16_t forms = tables_.dictionary.forms_in(span.phrase, cls); forms != 0) use(span.end, forms);
    }
    for_little_frames(cls, at, use);
  }

  // The same for those members only that little frames make.
  template <class Use>
  void for_little_frames(std::uint16_t cls, std::size_t at, Use use) {
    std::uint16_t filled = tables_.classes.filled(cls);
    if (filled == 0 || (bits_at(at) & tables_.classes.start_bits(filled)) == 0) return;
    Found found = little_frames_at(filled, at);
    for (std::uint32_t i = found.begin; i < found.end; ++i) use(found_[i].end, found_[i].forms);
  }

  // A member of `cls` begins with unit `at` / with one of `range`. kNoClass has no members.
  bool begins(std::uint16_t cls, std::size_t at) {
    bool found = false;
    if (cls != kNoClass) for_spans(cls, at, [&](std::size_t, std::uint16_t) { found = true; });
    return found;
  }
  bool has(std::uint16_t cls, Span range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (begins(cls, i)) return true;
    }
    return false;
  }

  // False when no unit can begin a member of one of these classes: a look at the words, not at how they stand.
  bool may_hold(std::span<const std::uint16_t> classes);

  // The phrases of the dictionary, and shapes, that begin with unit `at`; the classes that they are in, as a set for a
  // first look.
  struct PhraseSpan {
    std::uint32_t phrase = 0;
    std::uint32_t end = 0;
  };
  std::span<const PhraseSpan> spans_at(std::size_t at) {
    const Looked& looked = look(at);
    return {phrases_.data() + looked.begin, phrases_.data() + looked.end};
  }
  ClassBits bits_at(std::size_t at) { return look(at).bits; }

  // The units of the clause / sentence around unit `at`.
  // At most kMaxReach to either side, so that text without punctuation costs no more than text with it.
  Span clause_of(std::size_t at) const { return around(at, &Unit::begins_clause); }
  Span sentence_of(std::size_t at) const { return around(at, &Unit::begins_sentence); }

  // The first unit whose words begin at or behind word `word` of the text.
  std::size_t unit_at(std::size_t word) const;

  std::vector<Unit> units;

 private:
  static constexpr std::size_t kMaxReach = 256;  // units

  // Phrases at a unit: [begin, end) of phrases_, once they were looked for.
  struct Looked {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    ClassBits bits = 0;
    bool known = false;
  };
  // Members of a class that little frames make at a unit: [begin, end) of found_.
  struct Found {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Slot {
    std::uint64_t key = 0;  // of the chart, the class and the unit
    Found found;
  };

  // The little frames of a filled class that may match: [begin, end) of frames_.
  struct PossibleFrames {
    std::uint32_t turn = 0;  // the chart of which that was found out
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  void look_at_all();
  bool may_hold(std::uint16_t cls);
  PossibleFrames possible_frames(std::uint16_t filled);
  const Looked& look(std::size_t at) {
    if (!looked_[at].known) look_up(at);
    return looked_[at];
  }
  void look_up(std::size_t at);
  Found little_frames_at(std::uint16_t filled, std::size_t at);
  Found make_little_frames(std::uint16_t filled, std::size_t at);
  std::uint16_t forms_of(std::uint16_t last_class, std::size_t end);
  Slot& slot_of(std::uint64_t key);
  Span around(std::size_t at, bool Unit::*begins) const;

  ChartTables tables_;
  const Prepared* prepared_ = nullptr;
  std::vector<Looked> looked_;  // by unit
  std::vector<PhraseSpan> phrases_;
  std::vector<ChartSpan> found_;
  std::vector<Slot> slots_;  // open addressing
  std::size_t slots_used_ = 0;
  std::uint32_t turn_ = 0;  // counts charts
  std::vector<ShapeSpan> shape_spans_;
  // By class: the last chart in whose words it has a member / in which it may have one / in which it cannot.
  std::vector<std::uint32_t> in_words_;
  std::vector<std::uint32_t> possible_;
  std::vector<std::uint32_t> impossible_;
  bool all_looked_at_ = false;
  std::vector<PossibleFrames> possible_frames_;  // by number of a filled class
  std::vector<std::uint16_t> frames_;            // of all possible_frames_
};

}  // namespace postvet
