// Word borders by Unicode: RE2's \b and \w know ASCII only, and "Siân" must not end after "Si".
#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"

namespace postvet {

// True when a letter, a digit or a combining mark begins at `at`. `text` is valid UTF-8 and `at` the first byte of a
// character or the end of the text.
bool is_word_at(std::string_view text, std::size_t at);

// True when a letter, a digit or a combining mark ends before `at`.
bool is_word_before(std::string_view text, std::size_t at);

// True when no letter or digit touches `span` from outside.
bool has_borders(std::string_view text, Span span);

}  // namespace postvet
