// Classes that words belong to by their shape: handles, hashtags, names of persons, capitals, numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/chart.h"
#include "text/prepared.h"

namespace postvet {

// The ids of the shape classes and of the word classes that names are made of.
struct ShapeClasses {
  std::uint16_t handle = kNoClass;
  std::uint16_t hashtag = kNoClass;
  std::uint16_t name = kNoClass;
  std::uint16_t capital = kNoClass;
  std::uint16_t number = kNoClass;
  std::uint16_t first_name = kNoClass;            // class name.first
  std::uint16_t ambiguous_first_name = kNoClass;  // class name.first.ambiguous: Will, Grace, …
  std::uint16_t title = kNoClass;                 // class name.title
};

struct FoundShape {
  std::uint16_t cls = 0;
  std::size_t begin = 0;  // units
  std::size_t end = 0;
};

// Appends the shapes in a chart whose words are looked up already, by their begin.
void find_shapes(const Prepared& prepared, const ShapeClasses& classes, const Chart& chart,
                 std::vector<FoundShape>& shapes);

}  // namespace postvet
