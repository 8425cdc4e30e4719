// Postal addresses: a number, a name and a word for a street, with a flat before and a postcode behind.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/pattern_set.h"

namespace postvet {

struct StreetReading {
  Span whole;   // with flat and postcode
  Span number;  // of the house
  Span name;    // from the first word of the name to the end of the word for the street
  bool flat = false;
  bool postcode = false;
};

// The address that begins at `begin` of folded text: at its flat or number.
std::optional<StreetReading> read_street(std::string_view text, std::size_t begin);

// "Station Road" at `begin`: a name and a word for a street without a number. An empty span when there is none.
Span read_street_name(std::string_view text, std::size_t begin);

// Appends all addresses in a window.
void scan_streets(const Window& window, std::vector<Span>& spans);

// True for words that never stand in the name of a street and show that a heading or a sentence was read: "to", "your".
bool is_never_in_street(std::string_view word);

// True for what is counted rather than lived in when it follows a number: "24 Hour …", "10 Mile …".
bool is_counted_thing(std::string_view word);

// True for words before a number that make it no house: "Year 12", "Bus 4".
bool is_numbered_thing(std::string_view word);

// True for words behind a street that make it an institution: "27 Church Street School".
bool is_institution(std::string_view word);

}  // namespace postvet
