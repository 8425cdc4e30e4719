// The written form of a frame: "<group.x:plural> <be> <adverb>* (scum|vermin)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace postvet {

// One of the alternatives of an element: a sequence of words and classes.
struct WrittenPart {
  bool is_class = false;
  std::string name;  // of the class, or the phrase
  std::uint16_t forms = kForms;
};
using WrittenSequence = std::vector<WrittenPart>;

struct WrittenElement {
  Element::Kind kind = Element::Kind::cls;
  bool negative = false;
  std::uint8_t least = 1;
  std::uint8_t most = 1;
  std::vector<WrittenSequence> alternatives;  // of cls; one with one part for a plain word or class
};

inline constexpr std::size_t kMaxFramePositions = 60;  // elements, repetitions unrolled

// Parses a frame as docs/lexicons.md describes it. An error says what is wrong; the caller knows the place.
Result<std::vector<WrittenElement>> parse_frame(std::string_view frame);

}  // namespace postvet
