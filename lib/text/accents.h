// Letters without their marks, for words that hide behind accents.
#pragma once

#include <string>
#include <string_view>

namespace postvet {

// `folded` with the combining marks of its letters taken away (canonical decomposition, NFD). Not for ordinary
// matching: it makes different words of other languages equal.
std::string without_accents(std::string_view folded);

}  // namespace postvet
