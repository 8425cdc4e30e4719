// Classes that words belong to by their shape: handles, hashtags, names of persons, capitals, numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/dictionary.h"
#include "lexicon/units.h"
#include "text/prepared.h"

namespace postvet {

// What a shape is to a chart: phrases without words, which are in the shape's class and all that include it. 0 where
// the lexicon does not speak of the class.
struct ShapePhrases {
  std::uint32_t handle = 0;
  std::uint32_t hashtag = 0;
  std::uint32_t name = 0;
  std::uint32_t capital = 0;
  std::uint32_t number = 0;
};

struct ShapeClasses {
  ShapePhrases phrases;
  // The classes that names are made of; kNoClass where the lexicon has none.
  std::uint16_t first_name = kNoClass;            // name.first
  std::uint16_t ambiguous_first_name = kNoClass;  // name.first.ambiguous: Will, Grace, …
  std::uint16_t title = kNoClass;                 // name.title
  std::uint16_t unused = 0;
};

// In units. What is longer is cut.
inline constexpr std::size_t kLongestName = 6;
inline constexpr std::size_t kLongestHandle = 8;

struct ShapeSpan {
  std::uint32_t phrase = 0;
  std::size_t end = 0;  // units
};

// Appends the shapes that begin with unit `at`.
void find_shapes(const Prepared& prepared, std::span<const Unit> units, const Dictionary& dictionary,
                 const ShapeClasses& classes, std::size_t at, std::vector<ShapeSpan>& shapes);

}  // namespace postvet
