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

// Every entry needs some classes: a term its own, a frame those of its elements that cannot be left out. A class is present
// where one of its marks is: the rarest word of each of its phrases, or a pair of neighbours that is rarer still. The rarest
// of an entry's classes is its anchor. A clause is worth a closer look when it holds a mark of an entry's anchor and marks
// of all its other classes, where a capital, a digit, an @ or a # is a mark of every class of shapes (of an entry that crosses borders: the clauses beside it count, too).
// Never misses what the frames would find; immutable and thread-safe.
class Prefilter {
 public:
  Prefilter(const Lexicon& lexicon, const Dictionary& dictionary, const Disguises& disguises, const WordTable& slips);

  // Working memory of one thread.
  struct Scratch {
    std::vector<std::uint64_t> here;      // features of the clause
    std::vector<std::uint64_t> around;    // of the clause and its neighbours
    Span clause;                          // words of what `here` holds
    Span sure;                            // the part of them whose neighbours are all in it: a long clause is cut
    bool has_around = false;
    std::vector<std::string_view> parts;
  };

  // A clause in which an entry could match.
  struct Clause {
    Span words;            // for an entry that crosses borders, with the clauses beside it
    std::size_t at = 0;    // a word of the clause itself
  };

  // Appends the clauses of `prepared`, in order, in which an entry could match.
  void find(const Prepared& prepared, Scratch& scratch, std::vector<Clause>& clauses) const;

  // How common a class is: the sum over its marks, in the unit of commonness(); very much for shapes.
  double cost(std::uint16_t cls) const { return cost_[cls]; }

 private:
  // What is said of a word: it marks a class, by itself or before another word.
  struct Mark {
    std::uint16_t feature = 0;
    std::uint32_t next = 0;  // dictionary number of the word that must follow; 0: any
  };
  struct Marks {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> words;  // number, number that must follow or 0
    std::uint8_t shapes = 0;  // also any word that has one of these shapes, a bit each: such a class is no anchor
    double cost = 0;

    void join(const Marks& part);
  };
  struct Need {
    std::vector<std::uint16_t> features;
    bool crosses = false;
  };

  Marks marks_of_phrase(std::span<const std::uint32_t> words) const;
  Marks marks_of_frame(const Frame& frame, const std::vector<Marks>& of_class) const;
  std::vector<Marks> marks_of_classes(const Lexicon& lexicon);
  void add_entries(const Lexicon& lexicon, const std::vector<Marks>& of_class);

  std::uint32_t first_number(const Prepared& prepared, std::size_t token, Scratch& scratch) const;
  enum class Worth : std::uint8_t { no, alone, with_neighbours };
  Worth worth_it(const Prepared& prepared, std::size_t token, std::uint32_t number, Scratch& scratch) const;
  void collect(const Prepared& prepared, Span words, Scratch& scratch, std::vector<std::uint64_t>& into) const;
  template <class Use>
  void for_marks(const Prepared& prepared, std::size_t token, std::uint32_t number, Scratch& scratch, Use use) const;

  const Dictionary& dictionary_;
  const Disguises& disguises_;
  const WordTable& slips_;
  std::vector<double> cost_;                            // by class
  std::vector<Mark> marks_;                             // by word
  std::vector<std::uint32_t> mark_begins_;              // by number; one more at the end
  std::vector<std::vector<std::uint32_t>> anchored_;    // by feature: entries whose anchor it is
  // Features that a word with a shape marks: @, #, a digit, a capital.
  std::array<std::vector<std::uint64_t>, 4> shape_features_;
  std::vector<Need> needs_;                             // by entry
  std::size_t feature_words_ = 0;                       // 64-bit words of a set of features
  WordTable anchors_;                                   // hash → number of words that mark an anchor
};

}  // namespace postvet
