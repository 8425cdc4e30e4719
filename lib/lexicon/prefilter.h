// Finds the few clauses in which an entry of a lexicon could match, at a few instructions a word for all others.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "lexicon/automaton.h"
#include "lexicon/dictionary.h"
#include "lexicon/disguise.h"
#include "lexicon/lexicon.h"
#include "text/prepared.h"

namespace postvet {

// Every entry needs some classes: a term its own, a frame those of its elements that cannot be left out; where the
// rarest of these is made of little frames, each of them is a way of its own, with the classes that it needs. A class
// is present where one of its marks is: the rarest word of each of its phrases, or a pair of neighbours that is rarer
// still. The rarest of a way's classes is its anchor. A clause is worth a closer look when it holds a mark of a way's
// anchor and marks of all its other classes, where a capital, a digit, an @ or a # is a mark of every class of shapes
// (of an entry that crosses borders: the clauses beside it count, too). Never misses what the frames would find;
// immutable and thread-safe.
class Prefilter {
 public:
  Prefilter(const Lexicon& lexicon, const Dictionary& dictionary, const Disguises& disguises, const WordTable& slips);

  // A word that a token is, or is meant to be, and the token behind it.
  struct Meant {
    std::uint32_t number = 0;
    std::uint32_t next = 0;
  };

  // Working memory of one thread.
  struct Scratch {
    std::vector<std::uint64_t> here;    // features of the clause
    std::vector<std::uint64_t> around;  // of the clause and its neighbours
    Span clause;                        // words of what `here` holds
    Span sure;                          // the part of them whose neighbours are all in it: a long clause is cut
    bool has_around = false;
    Span neighbours;  // words of what `around` holds
    std::vector<std::string_view> parts;
    std::vector<Meant> numbers;        // of one token
    std::vector<std::uint32_t> taken;  // by entry: the turn in which it was taken last
    std::uint32_t turn = 0;            // counts clauses
  };

  // A clause in which an entry could match.
  struct Clause {
    Span words;             // with the clauses beside it when one of the entries crosses borders
    std::size_t first = 0;  // its entries: [first, last) of Found::entries
    std::size_t last = 0;
  };
  struct Found {
    std::vector<Clause> clauses;         // in order
    std::vector<std::uint32_t> entries;  // each once a clause
  };

  // The clauses of `prepared` in which entries could match, and which.
  void find(const Prepared& prepared, Scratch& scratch, Found& found) const;

  // How common a class is: the sum over its marks, in the unit of commonness(); very much for shapes.
  double cost(std::uint16_t cls) const { return cost_[cls]; }

 private:
  // The words that mark a class.
  struct ClassMarks {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> words;  // number, number that must follow or 0
    std::uint8_t shapes = 0;  // also any word that has one of these shapes, a bit each: such a class is no anchor
    double cost = 0;

    void join(const ClassMarks& part);
  };
  // The classes that a word or a pair of neighbours marks: features_[begin, begin + count), the anchors first.
  struct Marks {
    std::uint32_t begin = 0;
    std::uint32_t anchors = 0;
    std::uint32_t count = 0;
  };
  // A way in which an entry can match: all of these have to be there.
  struct Way {
    std::uint32_t entry = 0;
    std::vector<std::uint16_t> features;
    bool crosses = false;  // into the clauses beside it
  };

  ClassMarks marks_of_phrase(std::span<const std::uint32_t> words) const;
  ClassMarks marks_of_frame(const Frame& frame, const std::vector<ClassMarks>& of_class) const;
  std::vector<ClassMarks> marks_of_classes(const Lexicon& lexicon);
  void add_entries(const Lexicon& lexicon, const std::vector<ClassMarks>& of_class);
  void index_marks(const std::vector<const ClassMarks*>& of_feature);

  std::uint32_t first_number(const Prepared& prepared, std::size_t token, Scratch& scratch) const;
  void open_clause(const Prepared& prepared, std::size_t token, Scratch& scratch, Found& found) const;
  void take_entries(const Prepared& prepared, std::size_t token, Meant meant, Scratch& scratch, Found& found) const;
  void numbers_of(const Prepared& prepared, std::size_t token, bool odd, Scratch& scratch) const;
  void collect(const Prepared& prepared, Span words, Scratch& scratch, std::vector<std::uint64_t>& into) const;
  template <class Use>
  void for_marks(const Prepared& prepared, Meant meant, bool anchors_only, Scratch& scratch, Use use) const;

  const Dictionary& dictionary_;
  const Disguises& disguises_;
  const WordTable& slips_;
  std::vector<double> cost_;             // by class
  std::vector<std::uint16_t> features_;  // of all marks
  std::vector<Marks> word_marks_;        // by number
  std::vector<Marks> pair_marks_;
  WordTable pairs_;                                   // hash of two numbers → 1 + index of pair_marks_
  std::vector<char> begins_pair_;                     // by number
  std::vector<std::vector<std::uint32_t>> anchored_;  // by feature: ways whose anchor it is
  // Features that a word with a shape marks: @, #, a digit, a capital.
  std::array<std::vector<std::uint64_t>, 4> shape_features_;
  std::vector<Way> ways_;
  std::size_t entries_ = 0;
  std::size_t borders_ = 0;        // most that an entry crosses
  std::size_t feature_words_ = 0;  // 64-bit words of a set of features
  WordTable anchors_;              // hash → number of words that mark an anchor
};

}  // namespace postvet
