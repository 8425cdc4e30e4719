// By which words a class, or an entry of a lexicon, can be told to be there: what a prefilter is built from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"

namespace postvet {

// Shapes that a word may have, a bit each.
enum ShapeMark : std::uint8_t { kHandleMark = 1, kHashtagMark = 2, kNumberMark = 4, kCapitalMark = 8 };
inline constexpr std::size_t kShapeMarks = 4;

// The marks of a class: one of them stands wherever a member of the class does.
struct ClassMarks {
  // Number of the word, and that of the word that must follow or 0.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> words;
  std::uint8_t shapes = 0;  // or any word of one of these shapes, see ShapeMark
  double commonness = 0;    // of all of them together, in the unit of commonness()

  void join(const ClassMarks& part);
};

// A class that an entry needs; with `own_words`, one of its own words and not one of its little frames or of a class
// that it includes.
struct Need {
  std::uint16_t cls = 0;
  bool own_words = false;
  friend auto operator<=>(const Need&, const Need&) = default;
};

// How many words something takes.
struct Length {
  std::size_t least = 0;
  std::size_t most = 0;
};

// A way in which an entry can match: these parts, one behind the other, those that are needed and those that may be
// there.
struct Way {
  struct Part {
    Need need;
    bool is_needed = false;
    Length length;
  };
  std::uint32_t entry = 0;
  std::uint16_t borders = 0;  // between clauses, that the way may cross
  std::vector<Part> parts;
};

// The marks of all classes. Immutable after construction; views the lexicon and the vocabulary.
class Marks {
 public:
  Marks(const Lexicon& lexicon, const Vocabulary& vocabulary);

  const ClassMarks& of_class(std::uint16_t cls) const { return of_class_[cls]; }
  ClassMarks of(Need need) const;

 private:
  ClassMarks of_phrase(std::span<const std::uint32_t> words) const;
  ClassMarks of_phrases(std::uint16_t cls) const;
  const ClassMarks& of_frame(const Frame& frame) const;

  const Lexicon& lexicon_;
  const Vocabulary& vocabulary_;
  std::vector<ClassMarks> of_class_;
};

// Every way of every entry. A term has one, its class. A frame has one for each way in which the rarest class that it
// needs can be there.
std::vector<Way> ways_of(const Lexicon& lexicon, const Marks& marks);

}  // namespace postvet
