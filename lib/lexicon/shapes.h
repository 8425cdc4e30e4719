// Classes that words belong to by their shape: handles, hashtags, names of persons, capitals, numbers.
#pragma once

#include <cstdint>

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

// Adds the shape spans to a chart whose words are looked up already.
void add_shapes(const Prepared& prepared, const ShapeClasses& classes, Chart& chart);

}  // namespace postvet
