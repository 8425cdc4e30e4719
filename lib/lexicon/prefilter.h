// Finds the few clauses in which an entry of a lexicon could match, at a few instructions a word for all others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/flat.h"
#include "base/span.h"
#include "lexicon/dictionary.h"
#include "lexicon/disguise.h"
#include "lexicon/marks.h"
#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {

// Every way of every entry needs some classes, and each of these is told by its marks (see marks.h). The rarest of them
// is the way's anchor. Where a mark of it stands, each of the others must have a mark at a distance that the way
// allows. Classes are told apart by bits, and rare ones share them: what is let through may hold nothing, but none that
// holds something is lost. Immutable, thread-safe.
class Prefilter {
 public:
  Prefilter() = default;
  // `known` are the words that texts are looked up for; those that mark something are flagged there.
  Prefilter(const Lexicon& lexicon, const Vocabulary& vocabulary, const Marks& marks, WordTableBuilder& known);

  // An entry that could match.
  struct Candidate {
    std::uint32_t entry = 0;
    Span starts;  // words with which it could begin
  };
  // A clause in which entries could match.
  struct Clause {
    Span words;             // with the clauses beside it when one of the entries crosses borders
    std::size_t first = 0;  // its candidates: [first, last) of Found::candidates
    std::size_t last = 0;
  };
  struct Found {
    std::vector<Clause> clauses;        // in order; parts of a very long clause overlap
    std::vector<Candidate> candidates;  // each entry once a clause
  };

  // Working memory of one thread.
  class Scratch;

  // The clauses of `prepared` in which entries could match, and which.
  void find(const Prepared& prepared, const Dictionary& dictionary, const Disguises& disguises, Scratch& scratch,
            Found& found) const;

  template <class Archive>
  friend void pack(Archive& archive, Prefilter& value) {
    archive(value.word_bits_, value.word_anchors_, value.pairs_, value.pair_bits_, value.pair_anchors_,
            value.shape_bits_, value.shape_anchors_, value.anchors_, value.groups_, value.group_begins_, value.ways_,
            value.checks_, value.entry_count_);
  }

 private:
  class Pass;
  class Builder;

  // A set of bits.
  struct Bits {
    std::array<std::uint64_t, 4> words{};

    void set(std::size_t bit) { words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
    bool has(std::size_t bit) const { return (words[bit / 64] >> (bit % 64) & 1) != 0; }
    Bits& operator|=(const Bits& other) {
      for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
      return *this;
    }
  };
  static constexpr std::size_t kBits = 256;

  // Ways with one anchor of which the rarest other need has one bit, so that all of them can be passed over at once.
  struct Group {
    std::uint32_t begin = 0;  // [begin, end) of ways_
    std::uint32_t end = 0;
    std::uint16_t bit = 0;
    std::uint16_t borders = 0;  // that the ways may cross
  };
  static constexpr std::uint16_t kNoBit = 0xFFFF;
  struct StoredWay {
    std::uint32_t entry = 0;
    std::uint32_t checks = 0;  // [checks, checks_end) of checks_
    std::uint32_t checks_end = 0;
    std::int8_t from = 0;  // words from the mark of the anchor to where the match begins
    std::int8_t to = 0;
    std::uint16_t unused = 0;
  };
  // A bit that one of the words [from, to] from the mark of the anchor must have.
  struct Check {
    std::uint16_t bit = 0;
    std::int8_t from = 0;
    std::int8_t to = 0;
  };
  // [begin, end) of anchors_: what a mark is an anchor of.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  FlatArray<Bits> word_bits_;  // by number of the word
  FlatArray<Range> word_anchors_;
  WordTable pairs_;  // hash of two numbers → 1 + index
  FlatArray<Bits> pair_bits_;
  FlatArray<Range> pair_anchors_;
  std::array<Bits, kShapeMarks> shape_bits_{};
  std::array<Range, kShapeMarks> shape_anchors_{};
  FlatArray<std::uint32_t> anchors_;       // numbers of anchors, of all marks
  FlatArray<Group> groups_;                // of all anchors
  FlatArray<std::uint32_t> group_begins_;  // by number of an anchor; one more at the end
  FlatArray<StoredWay> ways_;
  FlatArray<Check> checks_;
  std::size_t entry_count_ = 0;
};

class Prefilter::Scratch {
 private:
  friend class Pass;
  struct Marked {
    Span words;
    Bits bits;
    std::size_t anchors_begin = 0;  // [begin, end) of anchors
    std::size_t anchors_end = 0;
  };
  struct Anchor {
    std::size_t word;
    Range range;  // of anchors_
  };
  // The first word of a pair, and the token that has to be the second one.
  struct OpenPair {
    std::uint32_t number;
    std::size_t token;
  };

  std::vector<Marked> clauses;
  std::vector<Bits> bits;  // by token
  std::vector<Anchor> anchors;
  std::vector<OpenPair> pairs;
  std::vector<std::uint32_t> taken;  // by entry: 1 + the index of its last candidate; past ones count for nothing
  bool wide = false;                 // a word in disguise takes more than one token: distances cannot be trusted
};

}  // namespace postvet
