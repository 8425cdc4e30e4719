// A compiled lexicon as bytes, so that a start-up parses no YAML.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace postvet {

std::string lexicon_to_bytes(const Lexicon& lexicon);

// Of bytes that lexicon_to_bytes() of this build wrote; nothing else may be passed.
Lexicon lexicon_from_bytes(std::string_view bytes);

}  // namespace postvet
